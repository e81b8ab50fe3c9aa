/**
 * Who holds what for how long, and when it is to be renewed: counted out from the plan's sessions and the lines of attendance, plainly and
 * apart from `demand`. A certificate that is renewed in the last weeks before it ends, or in the year in which it does, goes on from its end.
 */
import { civilOf, type Day, dayOf, isoDate, toDay } from '../calendar/date.ts';
import { append, groupBy } from '../collections/lists.ts';
import { isHeld } from '../model/made/history.ts';
import { outcomesOf } from '../model/made/outcomes.ts';
import type { Plan } from '../model/made/plan.ts';
import type { Id, Model, Module } from '../model/model.ts';

/** Of one member and module. */
export interface HeldCertificates {
  /** Whether it is asked as of those who never had it. */
  readonly first: boolean;
  /** Occurrence → its days. */
  readonly renewals: ReadonlyMap<string, { readonly from: Day; readonly by: Day }>;
}

interface MemberStay {
  readonly group: Id;
  readonly number: number;
  readonly person: Id | undefined;
  readonly from: Day;
  readonly until: Day;
}

/** Module → what a member holds; undefined where they hold nothing that ends. */
export type HeldOf = (member: MemberStay) => ReadonlyMap<Id, HeldCertificates> | undefined;

export function heldIn(model: Model, plan: Plan): HeldOf {
  const modules = [...model.modules.values()].filter(({ validFor }) => validFor);
  if (modules.length === 0) return () => undefined;
  const facts = modules.map((module) => ({ module, ...learnedOf(model, plan, module) }));
  const today = toDay(plan.asOf)!;
  return (member) => {
    const found = new Map<Id, HeldCertificates>();
    for (const { module, days, had } of facts) {
      const own = [...new Set(days(member))].sort((a, b) => a - b);
      if (own.length === 0) continue;
      const ends = endsOf(model, module, own);
      const since = Math.max(model.programme.starts, member.from);
      found.set(module.id, {
        first: had.has(nameOf(member)) || Math.max(...ends) < since,
        renewals: new Map(ends.flatMap((end) => window(model, module, end, member, today))),
      });
    }
    return found.size === 0 ? undefined : found;
  };
}

function nameOf({ person, group, number }: Pick<MemberStay, 'person' | 'group' | 'number'>): string {
  return person ?? `${group} ${number}`;
}

/** Days on which it was learned, by member, and who had it in the programme for the first time. */
function learnedOf(
  model: Model,
  plan: Plan,
  { id }: Module,
): { readonly days: (member: MemberStay) => Day[]; readonly had: ReadonlySet<string> } {
  const { starts } = model.programme;
  const today = toDay(plan.asOf)!;
  const about = [...model.earlier, ...model.attendance].filter(({ what }) => {
    const name = what.split('.')[0]!;
    return name === id || (!model.modules.has(name) && model.former.modules.get(name) === id);
  });
  const lines = groupBy(
    about.filter(({ date, status }) => date < today && status !== 'absent'),
    ({ who }) => who,
  );
  const held = plan.sessions.filter((one) => one.module === id && isHeld(one, plan.asOf));
  const outcomes = outcomesOf(
    about.filter(({ date }) => date >= starts),
    plan.groups,
    { sessions: held },
    today - 1,
  );
  const people = new Map(plan.groups.map((group) => [group.id, group.people]));
  const had = new Set<string>();
  const seats = new Map<string, Day[]>();
  for (const session of held) {
    for (const { group, first, last } of session.attendees) {
      for (let number = first; number <= last; number++) {
        const name = nameOf({ group, number, person: people.get(group)?.[number - 1] ?? undefined });
        const outcome = outcomes.get(session.id)?.get(group)?.get(number);
        if (outcome === 'absent') continue;
        if (!session.occurrence.startsWith('renewal-')) had.add(name);
        if (outcome) append(seats, name, toDay(session.start.slice(0, 10))!);
      }
    }
  }
  const days = (member: MemberStay): Day[] => {
    const own = (lines.get(member.person ?? '') ?? []).map(({ date }) => date);
    if (own.length > 0) return own;
    const before = (lines.get(member.group) ?? []).filter(({ date }) => date < starts);
    const ofGroup = member.person === undefined ? before.map(({ date }) => date) : [];
    return [...ofGroup, ...(seats.get(nameOf(member)) ?? [])];
  };
  return { days, had };
}

/** The last day of each certificate. */
function endsOf(model: Model, module: Module, days: readonly Day[]): Day[] {
  const ends: Day[] = [];
  for (const day of days) {
    const last = ends.at(-1);
    const goesOn = last !== undefined && day <= last && day >= opening(model, module, last);
    ends.push(endOf(model, module, goesOn ? last : day));
  }
  return ends;
}

function endOf(model: Model, { validFor }: Module, day: Day): Day {
  if (validFor!.kind === 'days') return day + validFor!.count;
  const { year, month, date } = civilOf(day);
  if (validFor!.kind === 'months') {
    const index = year * 12 + month - 1 + validFor!.count;
    for (let last = date; ; last--) {
      const end = dayOf(Math.floor(index / 12), (index % 12) + 1, last);
      if (civilOf(end).date === last) return end;
    }
  }
  const first = validFor!.kind === 'calendar-year' ? 1 : civilOf(model.programme.starts).month;
  return dayOf(month < first ? year + 1 : year + 2, first, 1) - 1;
}

/** From when on a certificate that ends on a day is renewed. */
function opening(model: Model, { validFor }: Module, end: Day): Day {
  if (validFor!.kind === 'days')
    return end + 1 - Math.min(7 * model.policy.renewWithinWeeks, half(validFor!.count));
  if (validFor!.kind === 'months')
    return end + 1 - Math.min(7 * model.policy.renewWithinWeeks, half(30 * validFor!.count));
  // The year that ends on that day.
  const { year, month, date } = civilOf(end + 1);
  return dayOf(year - 1, month, date);
}

function half(days: number): number {
  return (days - (days % 2)) / 2;
}

function window(
  model: Model,
  module: Module,
  end: Day,
  member: MemberStay,
  today: Day,
): [string, { from: Day; by: Day }][] {
  const { starts, ends } = model.programme;
  const open = opening(model, module, end);
  if (end < starts || end < member.from) return [];
  const whole = { from: Math.max(open, starts), by: Math.min(end, ends) };
  const inside = Math.max(0, whole.by - whole.from + 1);
  if (end > ends && inside * 2 < end - open + 1) return [];
  if (member.until < whole.by) return [];
  let { from, by } = whole;
  if (end < today) by = end + 7 * model.policy.makeUpWithinWeeks;
  else if (module.when.kind === 'once' && module.when.from >= from && module.when.by <= by)
    ({ from, by } = module.when);
  const days = { from: Math.max(from, member.from), by: Math.min(by, member.until, ends) };
  return days.from <= days.by ? [[`renewal-${isoDate(end)}`, days]] : [];
}
