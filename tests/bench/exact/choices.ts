/** What a small year leaves to choose: which group is seated in which session, when, where and led by whom. */
import type { Requirement } from '../../../src/demand/types.ts';
import type { Facilitator, Room } from '../../../src/model/model.ts';
import { openTime } from '../../../src/model/working-time/time.ts';
import { type Instance, weightsOf } from './cost.ts';
import { byKey } from './program.ts';

/** A session that may be held; its name is a variable that is 1 when it is. */
export interface Option {
  readonly name: string;
  readonly start: number;
  readonly minutes: number;
  readonly facilitator: string | undefined;
  /** It is held in one of them: they are alike. */
  readonly rooms: readonly string[] | undefined;
  readonly seats: readonly Seat[];
  readonly most: number;
}

/** A group in it; where no other can join, the name is that of the session. */
export interface Seat {
  readonly name: string;
  readonly requirement: Requirement;
  readonly start: number;
  readonly minutes: number;
  readonly facilitator: string | undefined;
}

export function optionsOf(instance: Instance): Option[] {
  const out: Option[] = [];
  let seats = 0;
  for (const own of together(instance)) {
    const { module } = own[0]!;
    const { minutes } = module;
    const alone = module.format === 'self-paced';
    const leaders = alone
      ? [undefined]
      : [...instance.model.facilitators.values()].filter((one) => teaches(one, own[0]!));
    const rooms = alone ? [undefined] : alikeRooms(instance);
    for (const start of startsOf(instance, own[0]!)) {
      for (const leader of leaders) {
        for (const alike of rooms) {
          const name = `y${out.length}`;
          out.push({
            name,
            start,
            minutes,
            facilitator: leader?.id,
            rooms: alike?.map(({ id }) => id),
            most: Math.min(module.seats.max ?? 99, alike?.[0]?.seats ?? 99),
            seats: own.map((requirement) => ({
              name: own.length === 1 ? name : `x${seats++}`,
              requirement,
              start,
              minutes,
              facilitator: leader?.id,
            })),
          });
        }
      }
    }
  }
  return out;
}

/** Lists of rooms of which any may stand for any: a program that names them proves the same plan many times. */
function alikeRooms({ model }: Instance): Room[][] {
  const named = weightsOf(model)['few-rooms'] > 0;
  return byKey([...model.rooms.values()], ({ id, seats }) => (named ? id : seats));
}

/** Requirements that may share a session; each for itself where no two of them fit. */
function together({ demand, model }: Instance): Requirement[][] {
  const pools = new Map<string, Requirement[]>();
  for (const one of demand.requirements) {
    const key = `${one.module.id} ${one.occurrence}`;
    pools.set(key, [...(pools.get(key) ?? []), one]);
  }
  const largest = Math.max(...[...model.rooms.values()].map(({ seats }) => seats));
  return [...pools.values()].flatMap((pool) => {
    const { module } = pool[0]!;
    const [a, b] = pool.map(({ group }) => group.heads).sort((x, y) => x - y);
    const fit = b !== undefined && a! + b <= Math.min(module.seats.max ?? 99, largest);
    return fit && module.format !== 'self-paced' ? [pool] : pool.map((one) => [one]);
  });
}

function startsOf({ model }: Instance, { module, group, from, by }: Requirement): number[] {
  const open = openTime(model, group.post, module.minutes, { ignoreBusy: false });
  const step = model.policy.startEvery;
  const out: number[] = [];
  for (let i = 0; i < open.length; i += 2) {
    for (
      let start = Math.ceil(open[i]! / step) * step;
      start + module.minutes <= open[i + 1]!;
      start += step
    ) {
      const day = Math.floor(start / 1440);
      if (day >= from && day <= by) out.push(start);
    }
  }
  return out;
}

function teaches({ teaches: able }: Facilitator, { module }: Requirement): boolean {
  return able === undefined || able.has(module.id) || (module.skill !== undefined && able.has(module.skill));
}
