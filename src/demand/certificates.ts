/**
 * What is good for a while (`validFor`): on which days each member learned it, from lines about them, or about their group. Whoever
 * holds a certificate is not asked for it as those are who never had it, but for its renewal before it ends.
 */
import { type Day, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import { isHeld } from '../model/made/history.ts';
import { type Outcome, outcomesOf } from '../model/made/outcomes.ts';
import type { Plan } from '../model/made/plan.ts';
import { type Attendance, type Id, type Model, type Module, RENEWAL } from '../model/model.ts';

/** What one member has had of one module. */
export interface Learned {
  /** Days on which it was learned, in order. */
  readonly days: readonly Day[];
  /** Whether a seat of the programme, other than for a renewal, has been filled or nothing else is told of it. */
  readonly hasHadFirst: boolean;
}

const NOTHING: Learned = { days: [], hasHadFirst: false };

/** Modules whose certificates end, with what has been learned of them. */
export class LearnedUntil {
  readonly modules: readonly Module[];
  readonly #today: Day;
  /** Module and person, or group: lines of which it was delivered. */
  readonly #lines = new Map<string, Day[]>();
  /** Module and member: days of seats told as delivered. */
  readonly #seats = new Map<string, Day[]>();
  readonly #first = new Set<string>();

  /** @param asOf the day of the plan: what is dated from then on does not count yet */
  constructor(model: Model, previous: Pick<Plan, 'groups' | 'sessions'> | undefined, asOf: string) {
    this.modules = [...model.modules.values()].filter(({ validFor }) => validFor !== undefined);
    this.#today = toDay(asOf)!;
    if (this.modules.length === 0) return;
    const wanted = new Set(this.modules.map(({ id }) => id));
    const since = linesOf(model, model.attendance, wanted);
    for (const { module, line } of [...linesOf(model, model.earlier, wanted), ...since]) {
      if (line.date >= this.#today || line.status === 'absent') continue;
      // Of a group only what was before the programme: since then its seats say who was there.
      if (line.who.includes('.') && line.date >= model.programme.starts) continue;
      append(this.#lines, `${module} ${line.who}`, line.date);
    }
    // Seats are told of by lines of the programme alone.
    const lines = since.map(({ line }) => line);
    if (previous) this.#readSeats(lines, previous, asOf, wanted);
  }

  /** @param person undefined where the member has no name */
  of(module: Id, group: Id, number: number, person: Id | undefined): Learned {
    const key = `${module} ${keyOf(group, number, person)}`;
    const lines = this.#lines.get(`${module} ${person ?? group}`);
    const seats = this.#seats.get(key);
    if (!lines && !seats) return this.#first.has(key) ? { ...NOTHING, hasHadFirst: true } : NOTHING;
    // What is said of a person goes before what is said of the group.
    const days = person !== undefined && lines ? lines : [...(lines ?? []), ...(seats ?? [])];
    return { days: [...days].sort((a, b) => a - b), hasHadFirst: this.#first.has(key) };
  }

  #readSeats(
    lines: readonly Attendance[],
    { groups, sessions }: Pick<Plan, 'groups' | 'sessions'>,
    asOf: string,
    wanted: ReadonlySet<Id>,
  ): void {
    const held = sessions.filter((one) => wanted.has(one.module) && isHeld(one, asOf));
    const outcomes = outcomesOf(lines, groups, { sessions: held }, this.#today - 1);
    const people = new Map(groups.map(({ id, people: ids }) => [id, ids]));
    for (const { id, module, occurrence, start, attendees } of held) {
      for (const { group, first, last } of attendees) {
        for (let number = first; number <= last; number++) {
          const outcome: Outcome | undefined = outcomes.get(id)?.get(group)?.get(number);
          const key = `${module} ${keyOf(group, number, people.get(group)?.[number - 1] ?? undefined)}`;
          if (outcome !== 'absent' && !occurrence.startsWith(RENEWAL)) this.#first.add(key);
          if (outcome !== undefined && outcome !== 'absent')
            append(this.#seats, key, toDay(start.slice(0, 10))!);
        }
      }
    }
  }
}

function keyOf(group: Id, number: number, person: Id | undefined): string {
  return person ?? `${group} ${number}`;
}

/** Lines about these modules; what names a session is about the module that it was made for. */
function linesOf(
  { modules, former }: Model,
  lines: readonly Attendance[],
  wanted: ReadonlySet<Id>,
): { readonly module: Id; readonly line: Attendance }[] {
  return lines.flatMap((line) => {
    const [prefix = ''] = line.what.split('.');
    const module = modules.has(prefix) ? prefix : (former.modules.get(prefix) ?? prefix);
    return wanted.has(module) ? [{ module, line }] : [];
  });
}
