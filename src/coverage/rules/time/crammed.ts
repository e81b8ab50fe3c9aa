/** A1: break it into bites, do not cram it in. */

import type { Role } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import type { Draft, Options, Rule } from '../../rule.ts';
import type { Segment } from '../../touches.ts';
import { count, people, percent } from '../../words.ts';

export const rule: Rule = {
  id: 'crammed',
  heading: 'time',
  severity: 'warn',
  sentence:
    'A person’s week is over `minutesPerWeek`, a front-line module is over an hour and not in parts, or a quarter of a person’s year (and over two hours) falls into one week.',
  why: 'Management literally crams it in, writes Walters (A1): front-line people need to be available, and a few hours with the whole team is not realistic. The way out is to teach in shifts and to break the training into bite-size pieces.',
  fix: 'Hold it in parts of an hour or less, some weeks apart.',
  articles: ['A1'],
  options: { minutes: 60, share: 0.25, weekMinutes: 120 },
  examples: {
    fires: 'modules:\n  warm-welcome: { minutes: 90 }\n',
    silent: 'modules:\n  warm-welcome: { minutes: 45, parts: 2 }\n',
  },
  forPeople: 'A week that is too full is thinned out by those who planned it.',
  *check(context, options) {
    yield* longModules(context, options);
    for (const role of context.roles) yield* fullWeeks(context, role, options);
  },

  *patches({ model }, { subject }) {
    const module = subject.module === undefined ? undefined : model.modules.get(subject.module);
    if (!module) return;
    const parts = Math.ceil(module.minutes / rule.options!.minutes!);
    const minutes = 5 * Math.ceil(module.minutes / parts / 5);
    yield {
      title: `Hold “${module.name}” in ${parts} parts of ${minutes} minutes`,
      edits: [
        { pointer: ['modules', module.id, 'parts'], op: 'set', value: parts },
        { pointer: ['modules', module.id, 'minutes'], op: 'set', value: minutes },
      ],
    };
  },
};

function* longModules({ model, planned }: Context, options: Options): Iterable<Draft> {
  for (const { id, name, minutes, parts, audience } of planned) {
    if (minutes <= options.minutes! || parts > 1) continue;
    const roles = new Set([...audience.posts].map((post) => model.posts.get(post)!.role));
    const frontline = [...roles]
      .map((role) => model.roles.get(role)!)
      .filter(({ level }) => level === 'frontline');
    if (frontline.length === 0) continue;
    yield {
      subject: { module: id },
      message: `“${name}” takes ${frontline.map((role) => role.name).join(', ')} off the floor for ${minutes} minutes in one piece.`,
      pointer: ['modules', id, 'minutes'],
    };
  }
}

function* fullWeeks({ model, segmentsOfRole }: Context, role: Role, options: Options): Iterable<Draft> {
  let [over, quarter, most] = [0, 0, 0];
  for (const segment of segmentsOfRole(role.id)) {
    if (segment.joiners) continue;
    const { overloaded, largest, share } = weeksOf(segment, model.policy.minutesPerWeek);
    if (overloaded) over += segment.members;
    if (share > options.share! && largest > options.weekMinutes!) {
      quarter += segment.members;
      most = Math.max(most, share);
    }
  }
  const said = [
    over > 0
      ? `${people(over)} have several sessions in a week of over ${count(model.policy.minutesPerWeek, 'minute')}`
      : '',
    quarter > 0 ? `${people(quarter)} have up to ${percent(most)} of their year in one week` : '',
  ].filter((text) => text !== '');
  if (said.length === 0) return;
  yield {
    subject: { department: role.department, role: role.id },
    message: `${role.name}: ${said.join('; ')}.`,
    pointer: ['roles', role.id],
  };
}

/** The fullest week (minutes and share of the year), and whether one with several sessions breaks the limit. */
function weeksOf({ touches }: Segment, limit: number) {
  const weeks = new Map<number, { all: number; load: number; sessions: number }>();
  let total = 0;
  for (const { session, module, week } of touches) {
    const sum = weeks.get(week) ?? { all: 0, load: 0, sessions: 0 };
    weeks.set(week, sum);
    total += session.minutes;
    sum.all += session.minutes;
    // Huddles are held inside a meeting that takes place anyway.
    if (module.format === 'huddle') continue;
    sum.load += session.minutes;
    sum.sessions++;
  }
  const all = [...weeks.values()];
  const largest = Math.max(0, ...all.map((week) => week.all));
  return {
    overloaded: all.some(({ load, sessions }) => load > limit && sessions > 1),
    largest,
    share: total > 0 ? largest / total : 0,
  };
}
