/**
 * Whoever is taken out of the roster is forgotten: of them a plan keeps the numbers that they had, and nothing that says
 * whose these were. Done where a plan comes in, so that no later plan, calendar or page can know more.
 */
import { isPersonal, personOf } from '../model/made/calendars.ts';
import type { Identity, Plan, PlanFormer, PlanGroup } from '../model/made/plan.ts';
import type { Id, Person } from '../model/model.ts';

/** The same plan, itself, where it names nobody else. @param people of the roster */
export function forgotten(plan: Plan, people: readonly Pick<Person, 'id'>[] | undefined): Plan {
  const known = new Set(people?.map(({ id }) => id));
  const isGone = (id: Id | null) => id !== null && !known.has(id);
  const isStrange = (calendar: string) => isPersonal(calendar) && isGone(personOf(calendar));
  const named = [...plan.groups, ...(plan.former ?? []).flatMap(({ names }) => names.groups ?? [])];
  const gone =
    named.some(({ people: ids }) => ids?.some(isGone)) ||
    (plan.calendars?.some(({ id }) => isStrange(id)) ?? false);
  if (!gone) return plan;
  const group = (one: PlanGroup): PlanGroup =>
    one.people?.some(isGone) ? { ...one, people: one.people.map((id) => (isGone(id) ? null : id)) } : one;
  const item = <T extends Identity>(one: T): T => withoutCalendars(one, isStrange);
  const former = (one: PlanFormer): PlanFormer => {
    const { groups } = one.names;
    return groups ? { ...one, names: { ...one.names, groups: groups.map(group) } } : one;
  };
  return {
    ...plan,
    // What it stands on was told of everybody.
    made: { ...plan.made, basis: undefined },
    groups: plan.groups.map(group),
    sessions: plan.sessions.map(item),
    rituals: plan.rituals.map(item),
    themes: plan.themes.map(item),
    ...(plan.former && { former: plan.former.map(former) }),
    ...(plan.calendars && { calendars: plan.calendars.filter(({ id }) => !isStrange(id)) }),
  };
}

function withoutCalendars<T extends Identity>(item: T, isStrange: (calendar: string) => boolean): T {
  if (!item.left?.calendars.some(isStrange)) return item;
  const { left, ...rest } = item;
  const calendars = left.calendars.filter((id) => !isStrange(id));
  return calendars.length === 0 ? (rest as T) : { ...item, left: { ...left, calendars } };
}
