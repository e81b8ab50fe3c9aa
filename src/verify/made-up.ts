/**
 * Who is asked for a session again, counted out plainly and apart from `demand`: somebody whose seat was empty is asked for it
 * until so many weeks later, unless it belongs to its day, or comes round by itself by then.
 */

import { type Day, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import { isHeld } from '../model/made/history.ts';
import { outcomesOf } from '../model/made/outcomes.ts';
import type { Plan, PlanSession } from '../model/made/plan.ts';
import type { Cadence, Id, Model } from '../model/model.ts';
import { type Missed, memberKey } from './types.ts';

const PERIOD: Readonly<Record<Cadence, number>> = {
  week: 7,
  fortnight: 14,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
};

/** @param periods the first day of each period of a module, in order */
export function missedIn(
  model: Model,
  { groups, sessions, asOf }: Plan,
  periods: (module: string) => readonly { readonly name: string; readonly from: Day }[],
): Missed {
  const today = toDay(asOf)!;
  const again = new Map<string, Map<string, { from: Day; by: Day }>>();
  const empty = new Set<string>();
  if (today <= model.programme.starts) return { again, empty };
  const held = sessions.filter((session) => isHeld(session, asOf));
  const outcomes = outcomesOf(model.attendance, groups, { sessions: held }, today - 1);
  const times = new Map<string, number>();
  for (const session of held) {
    for (const { group } of session.attendees) {
      const key = `${group} ${keyIn(session)}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  const had = new Map<string, PlanSession[]>();
  for (const session of held) {
    for (const { group, first, last } of session.attendees) {
      // Of whom nothing is told, and who had it once, there is nothing to say.
      if (times.get(`${group} ${keyIn(session)}`) === 1 && !outcomes.get(session.id)?.has(group)) continue;
      for (let member = first; member <= last; member++) {
        const key = `${memberKey(group, member)} ${keyIn(session)}`;
        append(had, key, session);
      }
    }
  }
  const weeks = 7 * model.policy.makeUpWithinWeeks;
  const isAgain = ({ module: id, occurrence }: PlanSession, day: Day): boolean => {
    const when = model.modules.get(id)?.when;
    if (when?.kind === 'once' || when?.kind === 'moment') return true;
    if (when?.kind !== 'every') return false;
    if (PERIOD[when.every] > weeks) return true;
    const name = occurrence.replace(/\.p\d+$/, '');
    const next = periods(id).find((_, i, all) => all[i - 1]?.name === name);
    return !next || next.from > day + weeks;
  };
  for (const [key, list] of had) {
    const [group = '', member = ''] = key.split(' ');
    const outcomeOf = ({ id }: PlanSession) => outcomes.get(id)?.get(group)?.get(Number(member));
    const attended = list.find((one) => ['attended', 'confirmed'].includes(outcomeOf(one) ?? ''));
    const last = attended ?? list.at(-1)!;
    const day = toDay(last.start.slice(0, 10))!;
    // A certificate that is still good can be renewed until it ends.
    const good = toDay(/^renewal-(.+)$/.exec(last.occurrence)?.[1] ?? '') ?? day;
    const late = good >= today && good > day ? good : Math.max(good, day) + weeks;
    const by = Math.min(late, model.programme.ends);
    const isDue = outcomeOf(last) === 'absent' && by >= today && isAgain(last, day);
    const who = memberKey(group, Number(member));
    if (isDue) again.set(who, (again.get(who) ?? new Map()).set(keyIn(last), { from: day + 1, by }));
    for (const one of list) if (isDue || one !== last) empty.add(`${who} ${one.id}`);
  }
  return { again, empty };
}

function keyIn({ module, occurrence }: PlanSession): string {
  return `${module} ${occurrence}`;
}

/** Of members `first` to `last` in a session those whose seats say something: no empty ones, of several the one that counts. */
export function countingIn(
  { empty }: Missed,
  group: Id,
  first: number,
  last: number,
  session: Id,
): { readonly first: number; readonly last: number }[] {
  if (empty.size === 0) return [{ first, last }];
  const out: { first: number; last: number }[] = [];
  let from = first;
  for (let member = first; member <= last + 1; member++) {
    if (member <= last && !empty.has(`${memberKey(group, member)} ${session}`)) continue;
    if (member > from) out.push({ first: from, last: member - 1 });
    from = member + 1;
  }
  return out;
}
