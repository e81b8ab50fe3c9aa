/**
 * Whoever missed a session is asked for it again, within so many weeks of it: the same module and occurrence, in another
 * window. So they join others for whom it is still to come, where there are any. What comes round by itself within those
 * weeks (a weekly huddle) is not made up, nor is what belongs to its day.
 */

import { type Day, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import { isHeld } from '../model/made/history.ts';
import { type Outcomes, outcomesOf } from '../model/made/outcomes.ts';
import type { Attendees, Plan, PlanSession } from '../model/made/plan.ts';
import { type Cadence, type Id, type Model, type Module, RENEWAL } from '../model/model.ts';
import { occurrencesOf } from './occurrences.ts';
import type { DueAgain, MakeUps } from './types.ts';

const NONE: MakeUps = { due: new Map(), idle: new Map() };

interface Sitting {
  readonly session: PlanSession;
  readonly day: Day;
  readonly isHeld: boolean;
  readonly first: number;
  readonly last: number;
}

/**
 * @param asOf the day of the plan that is made: what began before it has been held
 */
export function makeUpsOf(
  model: Model,
  { groups, sessions }: Pick<Plan, 'groups' | 'sessions'>,
  asOf: string,
): MakeUps {
  const today = toDay(asOf);
  if (today === undefined || today <= model.programme.starts) return NONE;
  const outcomes = outcomesOf(model.attendance, groups, { sessions }, today - 1);
  const due = new Map<Id, Map<number, DueAgain[]>>();
  const idle = new Map<Id, Attendees[]>();
  for (const { group, sittings } of bySubject(sessions, asOf)) {
    for (const number of doubtful(group, sittings, outcomes)) {
      const own = sittings.filter(({ first, last }) => first <= number && number <= last);
      const of = ({ session }: Sitting) => outcomes.get(session.id)?.get(group)?.get(number);
      const held = own.filter(({ isHeld }) => isHeld);
      if (held.length === 0) continue;
      const had = held.find((one) => of(one) !== undefined && of(one) !== 'absent') ?? held.at(-1)!;
      const again = of(had) === 'absent' ? dueAgain(model, had, today) : undefined;
      // What is still to come is theirs only while it is due again.
      for (const one of again ? held : own) {
        if (one === had && !again) continue;
        const seats = idle.get(one.session.id) ?? [];
        idle.set(one.session.id, seats);
        seats.push({ group, first: number, last: number });
      }
      if (!again) continue;
      const ofGroup = due.get(group) ?? new Map<number, DueAgain[]>();
      due.set(group, ofGroup);
      append(ofGroup, number, again);
    }
  }
  return { due, idle };
}

/** The seats of each group in each module and occurrence, in order of time. */
function bySubject(
  sessions: readonly PlanSession[],
  asOf: string,
): Iterable<{ readonly group: Id; readonly sittings: readonly Sitting[] }> {
  const subjects = new Map<string, { group: Id; sittings: Sitting[] }>();
  for (const session of sessions) {
    const { status, module, occurrence, attendees, start } = session;
    if (status === 'cancelled') continue;
    const day = toDay(start.slice(0, 10))!;
    const held = isHeld(session, asOf);
    for (const { group, first, last } of attendees) {
      const key = `${module} ${occurrence} ${group}`;
      const subject = subjects.get(key) ?? { group, sittings: [] };
      subjects.set(key, subject);
      subject.sittings.push({ session, day, isHeld: held, first, last });
    }
  }
  return subjects.values();
}

/** Members who missed one of these sessions, or had a seat in more than one of them. */
function doubtful(group: Id, sittings: readonly Sitting[], outcomes: Outcomes): number[] {
  const found = new Set<number>();
  for (const [i, { session, first, last }] of sittings.entries()) {
    for (const [number, outcome] of outcomes.get(session.id)?.get(group) ?? [])
      if (outcome === 'absent' && first <= number && number <= last) found.add(number);
    for (const other of sittings.slice(0, i)) {
      for (let number = Math.max(first, other.first); number <= Math.min(last, other.last); number++)
        found.add(number);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Undefined where it is over, or is not made up at all. */
function dueAgain(model: Model, { session, day }: Sitting, today: Day): DueAgain | undefined {
  const module = model.modules.get(session.module);
  const { ends } = model.programme;
  const by = Math.min(lastDay(model, session.occurrence, day, today), ends);
  if (!module || by < today || !isMadeUp(model, module, session.occurrence, day)) return undefined;
  return { module: module.id, occurrence: session.occurrence, from: day + 1, by };
}

/** A renewal can be made up as long as the certificate is good; once it has ended, in the weeks after. */
function lastDay({ policy }: Model, occurrence: string, day: Day, today: Day): Day {
  const weeks = 7 * policy.makeUpWithinWeeks;
  const until = occurrence.startsWith(RENEWAL) ? (toDay(occurrence.slice(RENEWAL.length)) ?? day) : day;
  return until > day && until >= today ? until : Math.max(until, day) + weeks;
}

/** Longest time between two occurrences, in weeks. */
const WEEKS: Readonly<Record<Cadence, number>> = {
  week: 1,
  fortnight: 2,
  month: 5,
  quarter: 14,
  'half-year': 27,
  year: 53,
};

/** Not what belongs to its day, nor what comes round again within the weeks that there are. */
function isMadeUp({ programme, policy }: Model, { when }: Module, occurrence: string, day: Day): boolean {
  if (when.kind === 'once' || when.kind === 'moment') return true;
  if (when.kind !== 'every') return false;
  if (WEEKS[when.every] > policy.makeUpWithinWeeks) return true;
  const all = occurrencesOf(when, programme);
  const next = all[all.findIndex(({ id }) => id === occurrence.replace(/\.p\d+$/, '')) + 1];
  return next === undefined || next.from > day + 7 * policy.makeUpWithinWeeks;
}
