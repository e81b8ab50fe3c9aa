/** People came or went: a role has other heads, a group is gone, somebody had no place before. */
import type { Attendees } from '../../model/made/plan.ts';
import type { SessionChange } from '../../plan/diff/diff.ts';
import { groupName, pluralRole, roleName } from '../names.ts';
import { dayWords, decimal } from '../words.ts';
import type { Cause, PlanComparison } from './compared.ts';

export const REGROUPED: Cause = { text: 'the groups are put together otherwise' };

export function peopleCause(
  both: PlanComparison,
  { kind, before, after, joined, left }: SessionChange,
): Cause | undefined {
  for (const { group } of left) {
    const cause = goneCause(both, group) ?? headsCause(both, group);
    if (cause) return cause;
  }
  for (const seat of joined) {
    const cause =
      missedCause(both, seat, (after ?? before)!) ??
      headsCause(both, seat.group) ??
      placedCause(both, seat, (after ?? before)!);
    if (cause) return cause;
  }
  const audience = left.find(({ group }) => !isAsked(both, (before ?? after)!.module, group));
  if (audience) {
    const { module } = (before ?? after)!;
    return { text: 'it is not asked of these people any more', at: ['modules', module, 'audience'] };
  }
  return kind === 'people' ? REGROUPED : undefined;
}

function goneCause({ then, now }: PlanComparison, id: string): Cause | undefined {
  const group = then.groups.get(id);
  if (!group || now.groups.has(id)) return undefined;
  if (!now.model.roles.has(group.role))
    return { text: `there are no ${pluralRole(roleName(then, group.role))} any more` };
  return { text: `there is no ${groupName(then, group)} any more`, at: ['roles', group.role, 'heads'] };
}

/** Another number of people in the role where they work. */
function headsCause({ then, now, heads }: PlanComparison, id: string): Cause | undefined {
  const group = now.groups.get(id) ?? then.groups.get(id);
  if (group?.joiners !== false) return undefined;
  const { was, is } = heads(group.role, group.site);
  if (was === is) return undefined;
  const names = pluralRole(roleName(now, group.role));
  return {
    text: `there are ${decimal(now.say, is)} ${names} now, not ${decimal(now.say, was)}`,
    at: ['roles', group.role, 'heads'],
  };
}

/** Whoever is in a second session of one occurrence missed the first. */
function missedCause(
  { held, now }: PlanComparison,
  { group, first, last }: Attendees,
  { module, occurrence }: { readonly module: string; readonly occurrence: string },
): Cause | undefined {
  const missed = held(module, occurrence, group).findLast(({ attendees }) =>
    attendees.some((one) => one.group === group && one.first <= last && one.last >= first),
  );
  if (!missed) return undefined;
  return {
    text: `${last > first ? 'they' : 'somebody'} missed it on ${dayWords(now.say, missed.start)}`,
    at: ['programme', 'attendance'],
  };
}

function placedCause(
  { waited }: PlanComparison,
  { group, first, last }: Attendees,
  { module, occurrence }: { readonly module: string; readonly occurrence: string },
): Cause | undefined {
  const some = waited(module, occurrence, group);
  return some.some((one) => one.first <= last && one.last >= first)
    ? { text: 'they had no place before' }
    : undefined;
}

function isAsked({ now }: PlanComparison, module: string, id: string): boolean {
  const group = now.groups.get(id);
  const audience = now.model.modules.get(module)?.audience;
  return group !== undefined && (audience?.posts.has(`${group.role}.${group.site}.${group.shift}`) ?? false);
}
