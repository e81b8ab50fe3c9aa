/** Reasons and remedies for everybody without a place; people alike in every respect share one search. */
import type { Inserter, Unit } from './insert.ts';
import { reasonsFor } from './reasons.ts';
import { relaxationsFor } from './relax.ts';
import type { Reason, Relaxation, Unplaced } from './types.ts';

/** So many different cases are tried out one by one; after them, remedies are those of the first alike. */
const CASES = 400;

interface Told {
  readonly reasons: readonly Reason[];
  readonly relaxations: readonly Relaxation[];
}

export function explain(inserter: Inserter, units: readonly Unit[]): Unplaced[] {
  const told = new Map<string, Told>();
  return units.map((unit) => {
    const { req, first, last } = unit;
    const own = told.size < CASES ? req.requirement.id : '';
    const key = `${req.pool.index} ${req.group.cell.index} ${own}`;
    let found = told.get(key);
    if (!found) {
      const reasons = reasonsFor(inserter.state, unit);
      found = { reasons, relaxations: told.size < CASES ? relaxationsFor(inserter, unit, reasons) : [] };
      told.set(key, found);
    }
    return { requirement: req.requirement, first, last, ...found };
  });
}
