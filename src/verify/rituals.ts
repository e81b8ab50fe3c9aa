/**
 * Rituals stand on the first day of their period on which most of their people work, counted out day by day; a date or
 * an observance stands where it is. What was before the day of the plan is left alone.
 */
import { type Day, isoDate, toDay } from '../calendar/date.ts';
import type { Model, Ritual } from '../model/model.ts';
import { type Window, windowsOf } from './asked.ts';
import { postWorkingDays } from './closed.ts';
import type { Facts, MemberGroup, Violation } from './types.ts';

/** Rituals that stand on another day, that are missing, or that nobody asks for. */
export function ritualDates({ model, plan, groups }: Facts): Violation[] {
  const out: Violation[] = [];
  const say = (message: string, id?: string) =>
    out.push({ constraint: 'document', message, sessions: id === undefined ? [] : [id] });
  const crew = crewCounter(model);
  for (const ritual of model.rituals.values()) {
    const wanted = new Set(
      periodsOf(model, ritual, [...groups.values()].flat()).flatMap((one) => dayIn(ritual, one, crew) ?? []),
    );
    const found = plan.rituals.filter(
      (item) => item.ritual === ritual.id && item.status !== 'cancelled' && item.date >= plan.asOf,
    );
    for (const { id, date } of found) {
      if (!wanted.has(toDay(date)!))
        say(`${id} stands on ${date}, which is not the first day on which its people work`, id);
    }
    const dates = new Set(found.map(({ date }) => date));
    for (const day of wanted) {
      if (isoDate(day) >= plan.asOf && !dates.has(isoDate(day)))
        say(`ritual "${ritual.id}" is due on ${isoDate(day)}, but not in the plan`);
    }
  }
  return out;
}

function periodsOf(model: Model, ritual: Ritual, groups: Iterable<MemberGroup>): Window[] {
  if (ritual.when.kind !== 'moment') return windowsOf(model, ritual);
  const moment = model.moments.get(ritual.when.moment)!;
  const first = new Map<string, Window>();
  for (const { joined, joiners, post } of groups) {
    if (joined === undefined || moment.from < 0 || !ritual.audience.posts.has(post.id)) continue;
    const window = { name: `${joiners}`, from: joined + moment.from, by: joined + moment.to };
    const known = first.get(window.name);
    if (window.by <= model.programme.ends && (!known || window.from < known.from))
      first.set(window.name, window);
  }
  return [...first.values()];
}

/** How many of a ritual's people work on a day; a post without heads counts for one. */
type Count = (ritual: Ritual, day: Day) => number;

function crewCounter(model: Model): Count {
  const known = new Map<string, (day: Day) => boolean>();
  return ({ audience }, day) => {
    let sum = 0;
    for (const id of audience.posts) {
      const { department, shift, site, heads } = model.posts.get(id)!;
      const key = `${department} ${shift} ${site}`;
      const works = known.get(key) ?? postWorkingDays(model, { department, shift, site });
      known.set(key, works);
      if (works(day)) sum += heads === 0 ? 1 : heads;
    }
    return sum;
  };
}

function dayIn(ritual: Ritual, { from, by }: Window, count: Count): Day | undefined {
  if (ritual.when.kind === 'date' || ritual.audience.posts.size === 0) return from;
  const counts = Array.from({ length: by - from + 1 }, (_, i) => count(ritual, from + i));
  const most = Math.max(...counts);
  if (most > 0) return from + counts.indexOf(most);
  return ritual.when.kind === 'observance' ? from : undefined;
}
