/**
 * Reasons and remedies for everybody without a place. Each case is looked into by itself while there are few; of
 * many, those alike share the reasons of the first, and remedies are looked for only so far.
 */
import type { Inserter, Unit } from '../construct/insert.ts';
import type { Reason, Relaxation, Unplaced } from '../types.ts';
import { reasonsFor } from './reasons.ts';
import { type Looks, relaxationsFor } from './relaxations.ts';

/** Starts that are looked at: so many, and some more for each place that was asked for. */
const LOOKS = { least: 100_000, perPlace: 2 };

/** After that, for one case's remedies. */
const FEW = 1000;

interface UnitReasons {
  readonly unit: Unit;
  readonly reasons: readonly Reason[];
  readonly relaxations: readonly Relaxation[];
}

/**
 * The same people in runs of consecutive numbers of their roll, each of which is an entry of the plan: what is told of an
 * entry is true of its own first member.
 */
export function inRuns(units: readonly Unit[]): Unit[] {
  return units.flatMap(({ req, first, last }) => {
    const { numbers } = req.group.group;
    if (!numbers) return [{ req, first, last }];
    const firsts = [first];
    for (let member = first + 1; member <= last; member++) {
      if (numbers[member - 1]! > numbers[member - 2]! + 1) firsts.push(member);
    }
    return firsts.map((from, i) => ({ req, first: from, last: (firsts[i + 1] ?? last + 1) - 1 }));
  });
}

export function explain(inserter: Inserter, units: readonly Unit[]): Unplaced[] {
  const { state } = inserter;
  const looks: Looks = { left: LOOKS.least + LOOKS.perPlace * state.problem.places };
  const byReq = new Map<number, UnitReasons>();
  const alike = new Map<string, UnitReasons>();
  return units.map((unit) => {
    const { req, first, last } = unit;
    const kind = kindOf(unit);
    // Two members of one group may have two different weeks.
    let told = looks.left > 0 ? undefined : byReq.get(req.index);
    if (!told) {
      const like = looks.left > 0 ? undefined : alike.get(kind);
      const reasons = like ? sharedReasons(like, unit) : reasonsFor(state, unit);
      if (!like) looks.left -= (reasons[0]?.of ?? 0) * (1 + req.pool.able.length);
      const relaxations = relaxationsFor(inserter, unit, reasons, looks.left > 0 ? looks : { left: FEW });
      told = { unit, reasons, relaxations };
      byReq.set(req.index, told);
      if (!like) alike.set(kind, told);
    }
    return {
      requirement: req.requirement,
      first,
      last,
      reasons: told.reasons,
      relaxations: told.relaxations,
    };
  });
}

/** Same module, window, department and shift, wherever they work. */
function kindOf({ req: { pool, group, from, by } }: Unit): string {
  const { department, shift } = group.cell;
  const { languages, joiner } = group;
  return [pool.moduleIndex, pool.occurrence, from, by, department, shift, joiner, languages].join(' ');
}

/** Names of people and rooms are those of one site. */
function sharedReasons({ unit, reasons }: UnitReasons, { req }: Unit): readonly Reason[] {
  if (unit.req.pool === req.pool) return reasons;
  return reasons.map(({ constraint, excluded, of, cause }) => {
    return { constraint, excluded, of, ...(cause && { cause }) };
  });
}
