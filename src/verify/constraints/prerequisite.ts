/**
 * `prerequisite`: for each member after what must come first, at least so many days later; parts in order.
 * What is not asked of a member is met; of several occurrences any one that is complete suffices.
 */
import { type Day, MINUTES_A_DAY, toDay } from '../../calendar/date.ts';
import { type Module, RENEWAL } from '../../model/model.ts';
import {
  type Check,
  type Facts,
  keyOf,
  type MemberGroup,
  type Requirement,
  type TimedSession,
  type Violation,
} from '../types.ts';
import { groupWords, named } from '../words.ts';

/** Of one group: module → period → part → member (from 1) → the session. */
type Taken = Map<string, Map<string, Map<number, (TimedSession | undefined)[]>>>;

export const prerequisite: Check = (facts) => {
  const taken = new Map<string, Taken>();
  for (const session of facts.sessions) {
    for (const { group, first, last } of session.seated) {
      const asked = facts.asked.get(keyOf(session.module.id, session.raw.occurrence, group.id));
      if (asked) note(taken, group, asked, session, first, last);
    }
  }
  const askedOf = askedUntil(facts);
  return facts.sessions.flatMap((session) => faults(facts, taken, askedOf, session));
};

function note(
  all: Map<string, Taken>,
  group: MemberGroup,
  asked: Requirement,
  session: TimedSession,
  first: number,
  last: number,
): void {
  const modules = reach(all, group.id, () => new Map() as Taken);
  const periods = reach(
    modules,
    asked.module.id,
    () => new Map<string, Map<number, (TimedSession | undefined)[]>>(),
  );
  const parts = reach(periods, asked.period, () => new Map<number, (TimedSession | undefined)[]>());
  const members = reach(parts, asked.part, () =>
    new Array<TimedSession | undefined>(group.last + 1).fill(undefined),
  );
  for (let member = first; member <= last; member++) members[member] = session;
}

function reach<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Of every group and module that is asked of it: when the last window closes. */
function askedUntil(facts: Facts): Map<string, Day> {
  const out = new Map<string, Day>();
  for (const { module, group, period, by } of facts.asked.values()) {
    // Whoever renews it has had it.
    if (period.startsWith(RENEWAL)) continue;
    const key = `${module.id} ${group.id}`;
    out.set(key, Math.max(by, out.get(key) ?? by));
  }
  return out;
}

/** Whether a member has been in all parts of an occurrence, however late. */
function hasAll(taken: Map<string, Taken>, needed: Module, group: MemberGroup, member: number): boolean {
  const periods = [...(taken.get(group.id)?.get(needed.id)?.values() ?? [])];
  return periods.some((parts) => {
    for (let part = 1; part <= needed.parts; part++) if (!parts.get(part)?.[member]) return false;
    return true;
  });
}

function faults(
  facts: Facts,
  taken: Map<string, Taken>,
  askedOf: Map<string, Day>,
  session: TimedSession,
): Violation[] {
  const out: Violation[] = [];
  const { module, raw } = session;
  const today = toDay(facts.plan.asOf)!;
  for (const { group, first, last } of session.seated) {
    const asked = facts.asked.get(keyOf(module.id, raw.occurrence, group.id));
    const say = (member: number, why: string) =>
      out.push({
        constraint: 'prerequisite',
        message: `${named(session)}: member ${member} of ${groupWords(group)} ${why}`,
        sessions: [session.id],
        group: group.id,
      });
    const isAgain = raw.occurrence.startsWith(RENEWAL) || group.again.has(`${module.id} ${raw.occurrence}`);
    for (const { module: id, atLeastDays, atMostDays } of module.after) {
      const until = askedOf.get(`${id} ${group.id}`);
      // Whoever missed it had a seat in it: what builds on it stays where it stands, and what is made up comes late.
      if (until === undefined || isAgain || missed(group, id)) continue;
      const needed = facts.model.modules.get(id)!;
      // Whoever came when it was over is not asked for it.
      const isAsked = (member: number) => until > today || hasAll(taken, needed, group, member);
      const late = lateMember(
        taken,
        needed,
        session,
        group,
        first,
        last,
        { atLeastDays, atMostDays },
        isAsked,
      );
      const least = atLeastDays > 0 ? ` at least ${atLeastDays} days before` : ' before';
      const days = atMostDays === undefined ? least : `${least}, and at most ${atMostDays}`;
      if (late !== undefined) say(late, `has not been in "${needed.name}"${days}`);
    }
    const part = asked && facts.asked.get(keyOf(module.id, occurrenceOf(raw, asked.part - 1), group.id));
    const isOwed =
      part !== undefined && group.again.has(`${module.id} ${occurrenceOf(raw, asked!.part - 1)}`);
    if (asked && asked.part > 1 && (part?.by ?? 0) > today && (isAgain || !isOwed)) {
      const parts = taken
        .get(group.id)
        ?.get(module.id)
        ?.get(asked.period)
        ?.get(asked.part - 1);
      for (let member = first; member <= last; member++) {
        const before = parts?.[member];
        if (before && before.end <= session.start) continue;
        say(member, `has not been in part ${asked.part - 1} before`);
        break;
      }
    }
  }
  return out;
}

function missed({ again }: MemberGroup, module: string): boolean {
  return [...again.keys()].some((key) => key.startsWith(`${module} `));
}

/** The occurrence of another part. */
function occurrenceOf({ occurrence }: TimedSession['raw'], part: number): string {
  return occurrence.replace(/\d+$/, `${part}`);
}

/** The first member who has not completed a module early enough; undefined when all have. */
function lateMember(
  taken: Map<string, Taken>,
  needed: Module,
  session: TimedSession,
  group: MemberGroup,
  first: number,
  last: number,
  { atLeastDays, atMostDays = Number.POSITIVE_INFINITY }: Distance,
  isAsked: (member: number) => boolean,
): number | undefined {
  const periods = [...(taken.get(group.id)?.get(needed.id)?.values() ?? [])];
  const inTime = (before: TimedSession | undefined): boolean => {
    if (!before || before.end > session.start) return false;
    return dayFor(session, group) - dayFor(before, group) >= atLeastDays;
  };
  for (let member = first; member <= last; member++) {
    const complete = periods.some((parts) => {
      let last = Number.NEGATIVE_INFINITY;
      for (let part = 1; part <= needed.parts; part++) {
        const before = parts.get(part)?.[member];
        if (!inTime(before)) return false;
        last = Math.max(last, endDayFor(before!, group));
      }
      return dayFor(session, group) - last <= atMostDays;
    });
    if (!complete && isAsked(member)) return member;
  }
  return undefined;
}

interface Distance {
  readonly atLeastDays: number;
  readonly atMostDays?: number | undefined;
}

/** The day of a session's last minute on a group's own clock. */
function endDayFor(session: TimedSession, group: MemberGroup): number {
  const seated = session.seated.find((part) => part.group === group)!;
  return Math.floor((seated.end - 1) / MINUTES_A_DAY);
}

/** The day of a session on a group's own clock. */
function dayFor(session: TimedSession, group: MemberGroup): number {
  const seated = session.seated.find((part) => part.group === group)!;
  return Math.floor(seated.start / MINUTES_A_DAY);
}
