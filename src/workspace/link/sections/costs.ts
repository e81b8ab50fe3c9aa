/** `costs`: what is not said costs nothing. */
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Costs, Level, Rate } from '../../../model/model.ts';
import type { WrittenCosts } from '../written.ts';

const LEVELS: readonly Level[] = ['frontline', 'specialist', 'manager', 'executive'];

export function linkCosts(written: WrittenCosts): Costs {
  const { currency, people = 0, backfill = 0, trainers, champions, externals } = written;
  const pay = LEVELS.map((level) => [level, typeof people === 'number' ? people : (people[level] ?? 0)]);
  return {
    currency,
    people: Object.fromEntries(pay) as Costs['people'],
    backfill,
    kinds: { trainer: rate(trainers), champion: rate(champions), external: rate(externals) },
    facilitators: rates(written.facilitators),
    rooms: rates(written.rooms),
  };
}

type WrittenRate = Partial<Rate>;

function rate({ hour = 0, day = 0, session = 0 }: WrittenRate = {}): Rate {
  return { hour, day, session };
}

function rates(written: Readonly<Record<string, WrittenRate>> = {}): Map<string, Rate> {
  return new Map(
    Object.entries(written)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, one]) => [id, rate(one)]),
  );
}
