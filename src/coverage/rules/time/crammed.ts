/** A1: break it into bites, do not cram it in. */
import { type Day, mondayOf } from '../../../calendar/date.ts';
import type { Say } from '../../../calendar/say.ts';
import type { Module, Role } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import type { Segment } from '../../measure/touches.ts';
import type { Draft, Options, Rule } from '../../rule.ts';
import { count, list, people, percent } from '../../words.ts';

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

function* longModules({ model, planned, isAllHeld }: Context, options: Options): Iterable<Draft> {
  for (const { id, name, minutes, parts, audience } of planned) {
    if (minutes <= options.minutes! || parts > 1 || isAllHeld(id)) continue;
    const roles = new Set([...audience.posts].map((post) => model.posts.get(post)!.role));
    const frontline = [...roles]
      .map((role) => model.roles.get(role)!)
      .filter(({ level }) => level === 'frontline');
    if (frontline.length === 0) continue;
    yield {
      subject: { module: id },
      message: `“${name}” takes ${list(frontline.map((role) => `“${role.name}”`))} off the floor for ${minutes} minutes in one piece.`,
      pointer: ['modules', id, 'minutes'],
    };
  }
}

/** People whose weeks are too full of something, and the fullest of those weeks. */
interface Full {
  people: number;
  worst: Week | undefined;
}

function* fullWeeks(context: Context, role: Role, options: Options): Iterable<Draft> {
  const { segmentsOfRole, isOver, say } = context;
  const over: Full & { limit: number } = { people: 0, worst: undefined, limit: Number.POSITIVE_INFINITY };
  const quarter: Full & { share: number } = { people: 0, worst: undefined, share: 0 };
  for (const segment of segmentsOfRole(role.id)) {
    if (segment.joiners) continue;
    const weeks = weeksOf(segment);
    const ahead = weeks.filter(({ monday }) => !isOver(monday + 6));
    const limit = segment.post.minutesPerWeek;
    const overloaded = ahead.filter(({ load, sessions }) => load > limit && sessions > 1);
    if (overloaded.length > 0) {
      over.limit = Math.min(over.limit, limit);
      add(
        over,
        segment,
        most(overloaded, ({ load }) => load),
      );
    }
    const largest = most(ahead, ({ all }) => all);
    const share =
      largest.all /
      Math.max(
        1,
        weeks.reduce((sum, { all }) => sum + all, 0),
      );
    if (segment.allYear && share > options.share! && largest.all > options.weekMinutes!) {
      add(quarter, segment, largest);
      quarter.share = Math.max(quarter.share, share);
    }
  }
  const said = [
    ...(over.worst
      ? [
          `${having(say, over)} several sessions in a week of over ${count(over.limit, 'minute')}${weekText(say, over.worst)}`,
        ]
      : []),
    ...(quarter.worst
      ? [
          `${having(say, quarter)} up to ${percent(quarter.share)} of their year in one week${weekText(say, quarter.worst)}`,
        ]
      : []),
  ];
  if (said.length === 0) return;
  yield {
    subject: { department: role.department, role: role.id },
    message: `${role.name}: ${said.join('; ')}.`,
    pointer: ['roles', role.id],
  };
}

function add(full: Full, { members }: Segment, week: Week): void {
  full.people += members;
  if (!full.worst || week.all > full.worst.all) full.worst = week;
}

/** `1 person has`, `26 people have` */
function having(say: Say, { people: heads }: Full): string {
  return `${people(say, heads)} ${heads === 1 ? 'has' : 'have'}`;
}

/** ` (the week of 8 February 2027: “Long” and “Rounds”)` */
function weekText(say: Say, { monday, modules }: Week): string {
  const names = new Set(modules.map(({ name }) => name));
  return ` (the fullest is that of ${say.date(monday)}: ${list([...names].map((name) => `“${name}”`))})`;
}

/** What a person has in one ISO week. */
interface Week {
  readonly monday: Day;
  /** Minutes, and those of them that count against the limit: huddles are held inside a meeting that takes place anyway. */
  all: number;
  load: number;
  /** Sessions that count against the limit. */
  sessions: number;
  readonly modules: Module[];
}

function weeksOf({ touches }: Segment): Week[] {
  const weeks = new Map<number, Week>();
  let last: number | undefined;
  let sum!: Week;
  for (const { session, module, week, day } of touches) {
    // Mostly it is that of the session before.
    if (week !== last) {
      sum = weeks.get(week) ?? { monday: mondayOf(day), all: 0, load: 0, sessions: 0, modules: [] };
      weeks.set(week, sum);
      last = week;
    }
    sum.all += session.minutes;
    sum.modules.push(module);
    if (module.format === 'huddle') continue;
    sum.load += session.minutes;
    sum.sessions++;
  }
  return [...weeks.values()];
}

/** The first of those with most. */
function most(weeks: readonly Week[], amount: (week: Week) => number): Week {
  const none: Week = { monday: 0, all: 0, load: 0, sessions: 0, modules: [] };
  return weeks.reduce((best, week) => (amount(week) > amount(best) ? week : best), none);
}
