/** A1: what has no time set aside for it is not a priority. */

import { toDay } from '../../../calendar/date.ts';
import type { Say } from '../../../calendar/say.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import { occurrenceName } from '../../../demand/occurrences.ts';
import type { PlanUnscheduled } from '../../../model/made/plan.ts';
import { type Model, type Module, ONLINE } from '../../../model/model.ts';
import { CONSTRAINTS } from '../../../schedule/constraints/index.ts';
import { type Context, index } from '../../context.ts';
import { isFrozenOut } from '../../over.ts';
import { easements } from '../../patches/ease.ts';
import type { Rule } from '../../rule.ts';
import { count, people } from '../../words.ts';

export const rule: Rule = {
  id: 'unscheduled',
  heading: 'reach',
  severity: 'error',
  sentence: 'A required attendance found no place in the year.',
  why: 'Walters (A1) has no patience with training that people are to fit in somehow: time that is not set aside tells them that it does not matter. What the planner could not place without breaking a promise to the shop floor is listed here, with what stood in the way.',
  fix: 'Widen the window, add trainer hours or a room, or raise maxAway; the reasons say which helps.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  kind-invoices: { when: { from: 2027-02-06, by: 2027-02-07 } }\n',
    silent: 'modules:\n  kind-invoices: { when: { from: 2027-02-01, by: 2027-03-12 } }\n',
  },
  forPeople: 'More rooms, more trainers or a second leader have to be found before they can be written down.',
  *check(context) {
    const { model, plan, groups, say } = context;
    const entries = plan.unscheduled.filter((entry) => isOurs(context, entry) && isOpen(context, entry));
    const cases = index(
      entries,
      (entry) => `${entry.module} ${occurrenceOf(entry)} ${groups.get(entry.group)!.department}`,
    );
    for (const entries of cases.values()) {
      const [first] = entries as [PlanUnscheduled];
      const department = groups.get(first.group)!.department;
      yield {
        subject: { department, module: first.module, occurrence: occurrenceOf(first) },
        message: `“${model.modules.get(first.module)!.name}”${nameOf(say, occurrenceOf(first))} found no place for ${people(say, seats(entries))} of ${model.departments.get(department)!.name} ${windowText(say, entries)}${because(context, entries)}.`,
        pointer: ['modules', first.module, 'when'],
        again: {
          words: `“${model.modules.get(first.module)!.name}” found no place in ${model.departments.get(department)!.name}${because(context, entries)}`,
          ...windowOf(entries),
          people: seats(entries),
        },
        ...fixOf(context, entries),
      };
    }
  },

  *patches(context, { subject }) {
    const entries = context.plan.unscheduled.filter(
      (entry) =>
        isOpen(context, entry) &&
        entry.module === subject.module &&
        occurrenceOf(entry) === subject.occurrence &&
        context.groups.get(entry.group)?.department === subject.department,
    );
    if (isFrozen(context, entries)) return;
    yield* easements(context, context.model.modules.get(subject.module!)!, entries);
  },
};

/** Without the part: `2027-w09` of `2027-w09.p2`. */
function occurrenceOf({ occurrence }: PlanUnscheduled): string {
  return occurrence.replace(/\.p\d+$/, '');
}

/** Not those whose shift the module never meets: that is told of once (`outside-shift`). */
function isOurs({ model, groups, isOutside }: Context, entry: PlanUnscheduled): boolean {
  const module = model.modules.get(entry.module);
  const group = groups.get(entry.group);
  const post = group && model.posts.get(`${group.role}.${group.site}.${group.shift}`);
  return module !== undefined && post !== undefined && !isOutside(module, post);
}

/** A time that is over can be given to nobody. */
function isOpen({ isOver }: Context, { window }: PlanUnscheduled): boolean {
  const by = toDay(window.by);
  return by === undefined || !isOver(by);
}

/** People left out; several parts of one module leave out the same people. */
function seats(entries: readonly PlanUnscheduled[]): number {
  const parts = index(entries, ({ occurrence }) => occurrence);
  const heads = [...parts.values()].map((list) =>
    list.reduce((sum, { first, last }) => sum + last - first + 1, 0),
  );
  return Math.max(...heads);
}

/** Of the times that the strongest reason takes away, the share from which a second one is told. */
const WORTH_TELLING = 0.25;

/** What stood in the way most, over all of them, in words. */
function because(context: Context, entries: readonly PlanUnscheduled[]): string {
  const { model, asOf, say } = context;
  if (isFrozen(context, entries))
    return `: frozen: within ${count(model.policy.noticeDays, 'day')} of ${say.date(asOf)}`;
  const excluded = new Map<string, number>();
  for (const { reasons } of entries) {
    for (const { constraint, detail, cause, excluded: n } of reasons) {
      const reason = CONSTRAINTS.find(({ id }) => id === constraint)?.reason(detail, cause) ?? constraint;
      excluded.set(reason, (excluded.get(reason) ?? 0) + n);
    }
  }
  const sorted = [...excluded].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b));
  // A holiday in the month is not why: what takes few times away is not told.
  const most = sorted.filter(([, n]) => n >= WORTH_TELLING * sorted[0]![1]).slice(0, 2);
  return most.length > 0 ? `: ${most.map(([reason]) => reason).join('; ')}` : '';
}

/** From the first day on which anybody could have had it to the last. */
function windowText(say: Say, entries: readonly PlanUnscheduled[]): string {
  const { from, to } = windowOf(entries);
  return from === to ? `on ${dayText(say, from)}` : `between ${dayText(say, from)} and ${dayText(say, to)}`;
}

function windowOf(entries: readonly PlanUnscheduled[]): { from: string; to: string } {
  const from = entries.map(({ window }) => window.from).sort();
  const to = entries.map(({ window }) => window.by).sort();
  return { from: from[0]!, to: to.at(-1)! };
}

function dayText(say: Say, iso: string): string {
  const day = toDay(iso);
  return day === undefined ? iso : say.date(day);
}

/** ` (2027-03)`; nothing for what happens once. */
function nameOf(say: Say, occurrence: string): string {
  return occurrence === 'once' ? '' : ` (${occurrenceName(say, occurrence)})`;
}

/** Whether all of them are kept out by what stands within the notice period: no room, trainer or meeting is why. */
function isFrozen({ model, plan }: Context, entries: readonly PlanUnscheduled[]): boolean {
  return entries.length > 0 && entries.every((entry) => isFrozenOut(model, plan, entry));
}

/** What was tried and would do; else what helps against the main reason; else the rule's own. */
function fixOf(context: Context, entries: readonly PlanUnscheduled[]): { fix?: string } {
  if (isFrozen(context, entries)) {
    const { model, asOf, say } = context;
    return {
      fix: `What lies within ${count(model.policy.noticeDays, 'day')} of ${say.date(asOf)} stays as it is: cxplan generate --fresh plans anew, or a later --as-of. If that does not help, the reasons it gives then will say what does.`,
    };
  }
  const relaxation = entries.flatMap(({ relaxations }) => relaxations)[0];
  if (relaxation) {
    const { change, start } = relaxation;
    const begin = change.charAt(0).toUpperCase() + change.slice(1);
    return {
      fix: `${begin}: it would be placed on ${dayText(context.say, start.slice(0, 10))}, ${start.slice(11)}.`,
    };
  }
  const [main] = entries[0]!.reasons;
  const module = context.model.modules.get(entries[0]!.module)!;
  if (main?.constraint === 'facilitator-able') return { fix: leaderFor(module) };
  if (main?.cause === 'other-site') return { fix: comeThere(context.model, module) };
  if (main?.constraint === 'not-closed') return { fix: whereClosed(context.model, entries[0]!, module) };
  const helps = HELPS.get(main?.constraint ?? '');
  return helps === undefined ? {} : { fix: helps };
}

/** No one change was found: it is told by what is closed, and a window is named only where days outside it are open. */
function whereClosed(model: Model, { reasons }: PlanUnscheduled, { when }: Module): string {
  const name = reasons[0]?.detail;
  const room = [...model.rooms.values()].find((one) => one.name === name && one.closed.length > 0);
  if (room)
    return `Open ${room.name} in the hours of that shift (rooms.${room.id}.closed), or name another room.`;
  return when.kind === 'every'
    ? 'Let busy times allow so many minutes (busy: allowUpTo), or leave the closed months out of when.months.'
    : 'Let busy times allow so many minutes (busy: allowUpTo), or move its window to days that are open.';
}

/** It is held elsewhere only, and nobody says that they come to it. */
function comeThere({ rooms }: Model, { sites, room }: Module): string {
  const named = [...(room.rooms ?? [])].flatMap((id) => rooms.get(id)?.sites ?? []);
  const there =
    [...(named.length > 0 ? named : (sites ?? []))].find((site) => site !== ONLINE) ?? 'that-site';
  return `Let them come to it (at: ${there}), hold it at their site too (sites, or a room there), online (room: online), or leave them out of its audience.`;
}

/** Who would have to be found where nobody can lead it. */
function leaderFor({ name, led, id, skill, leaders }: Module): string {
  const what = skill === id ? `“${name}”` : `“${skill}”`;
  return `Add a facilitator (kind: ${led}) who teaches ${what} and comes to that site, or change ${leaders > 1 ? 'how many lead it (leaders)' : 'who leads it (led)'}.`;
}

/** Against reasons that no single change of hours, rooms or shares removes. */
const HELPS: ReadonlyMap<string, string> = new Map([
  [
    'meeting-slot',
    'Give the department a meeting in the hours of that shift, or choose a format that needs none.',
  ],
  [
    'in-shift',
    'Let it take place in the hours of that shift: change its hours or days, or hold it in shorter parts.',
  ],
  ['in-window', 'Widen its window, or free its days, hours or sites.'],
  ['prerequisite', 'Let what comes first end earlier, or this begin later.'],
]);
