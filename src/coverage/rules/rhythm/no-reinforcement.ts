/** A3: training is something you do, not something you did. */

import { mondayOf } from '../../../calendar/date.ts';
import type { Module, Post, Role } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import { weeksOf } from '../../measure/tally.ts';
import type { Segment } from '../../measure/touches.ts';
import { longestSilence, mondayAt, touchedWeeks } from '../../measure/weeks.ts';
import { bringIn } from '../../patches/bring-in.ts';
import { postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { count, people } from '../../words.ts';

export const rule: Rule = {
  id: 'no-reinforcement',
  heading: 'rhythm',
  severity: 'warn',
  sentence:
    'Groups of a role hear nothing for longer than `reinforceWithinWeeks`; an error when it is longer than a quarter of a year.',
  why: 'You cannot take people into a room for a day and hope that they remember it five years later, says Hyken (A3). After the first training there must be much shorter ones, a few minutes in a weekly or monthly meeting, to remind everyone.',
  fix: 'Put a ten-minute huddle into a meeting they hold in those weeks.',
  articles: ['A3'],
  options: { errorWeeks: 13 },
  implies: [],
  examples: {
    fires:
      'modules:\n' +
      '  theme-huddle: { when: { every: quarter } }\n' +
      '  customer-lunch: { when: { from: 2027-11-01, by: 2027-11-30 } }\n',
    silent: 'modules:\n' + '  theme-huddle: { when: { every: fortnight } }\n',
  },
  *check(context, options) {
    const within = context.model.policy.reinforceWithinWeeks;
    for (const role of context.roles) {
      const worst = worstSilence(context, role, within);
      if (!worst) continue;
      const { weeks, from, to, heads, where } = worst;
      yield {
        subject: { department: role.department, role: role.id },
        ...(weeks > options.errorWeeks! ? { severity: 'error' as const } : {}),
        message: `${role.name}: ${people(context.say, heads)} ${heads === 1 ? 'hears' : 'hear'} nothing for more than ${count(within, 'week')}; the longest silence is ${count(weeks, 'working week')}, from ${context.say.date(from)} to ${context.say.date(to)}${where}.`,
        pointer: ['roles', role.id],
      };
    }
  },

  *patches(context, { subject }) {
    const posts = postsOf(context, subject);
    for (const { id, name } of slowShorts(context, posts).slice(0, 2)) {
      const pointer = ['modules', id, 'when', 'every'];
      yield { title: `Hold “${name}” every fortnight`, edits: [{ pointer, op: 'set', value: 'fortnight' }] };
    }
    yield* bringIn(context, subject);
  },
};

function worstSilence({ model, asOf, needs, segmentsOfRole }: Context, role: Role, within: number) {
  const since = (mondayOf(asOf) - mondayOf(model.programme.starts)) / 7;
  let heads = 0;
  let worst:
    | { readonly weeks: number; readonly from: number; readonly to: number; readonly segment: Segment }
    | undefined;
  for (const segment of segmentsOfRole(role.id)) {
    // Whoever is never touched is another rule's finding.
    if (segment.joiners || !segment.touches.some(({ counts }) => counts)) continue;
    const open = weeksOf(needs, segment);
    const silence = longestSilence(touchedWeeks(segment.touches, open.length), open, since);
    if (silence.weeks <= within) continue;
    heads += segment.members;
    if (!worst || silence.weeks > worst.weeks) worst = { ...silence, segment };
  }
  if (!worst) return undefined;
  const { site, shift } = worst.segment.post;
  const places = [
    model.sites.size > 1 ? model.sites.get(site)!.name : '',
    model.departments.get(role.department)!.shifts.size > 1 ? `${shift} shift` : '',
  ].filter((text) => text !== '');
  return {
    weeks: worst.weeks,
    heads,
    from: mondayAt(model, worst.from),
    to: mondayAt(model, worst.to) + 6,
    where: places.length > 0 ? ` (${places.join(', ')})` : '',
  };
}

/** Short modules of all these people that come back too seldom. */
function slowShorts({ yearly }: Context, posts: readonly Post[]): Module[] {
  return yearly.filter(
    ({ when, minutes, audience }) =>
      when.kind === 'every' &&
      when.every !== 'week' &&
      when.every !== 'fortnight' &&
      minutes <= 15 &&
      posts.every(({ id }) => audience.posts.has(id)),
  );
}
