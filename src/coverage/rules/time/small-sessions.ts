/** Of our own: a session is led for everybody in it, so one for a single person costs what one for twelve does. */
import { awayLimitOf, awayText, type Module, mostAway, type Post } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import { type SessionSizes, sessionSizes, smallOf } from '../../measure/session-sizes.ts';
import type { Rule } from '../../rule.ts';
import { count, hours } from '../../words.ts';

export const rule: Rule = {
  id: 'small-sessions',
  heading: 'time',
  severity: 'warn',
  sentence:
    'At least `sessions` of a module’s sessions, and a `share` of them, have one person or fewer than `seats.min`.',
  why: 'Our own rule: whoever leads a session gives the same hour to one person as to twelve, and people who learn together talk about it afterwards.',
  fix: 'Let more people go together, or ask for fewer in `seats.min`; `cxplan generate --fresh` then looks for fewer sessions.',
  articles: [],
  options: { sessions: 2, share: 0.25 },
  examples: {
    fires: 'modules:\n  warm-welcome: { maxAway: 20%, seats: { min: 3, max: 8 } }\n',
    silent: 'modules:\n  warm-welcome: { maxAway: 100%, seats: { min: 3, max: 8 } }\n',
  },
  forPeople:
    'Where too few people are at one site, or seats and rooms are few, somebody decides whether they travel, join another site’s session, or may be few.',
  *check(context, options) {
    for (const sizes of sessionSizes(context.model, context.plan)) {
      const small = smallOf(sizes);
      if (small < options.sessions! || small < options.share! * sizes.sessions) continue;
      const module = context.model.modules.get(sizes.module)!;
      // Whoever is alone there and was not asked to bring anybody is no waste.
      if (sizes.cause?.setting === 'audience' && module.seats.min === 1) continue;
      yield {
        subject: { module: module.id },
        message: `${howMany(sizes, module)}${because(sizes)}; they cost ${hours(sizes.minutes)} of those who lead them${instead(sizes)}.`,
        pointer: sizes.cause?.pointer ?? ['modules', module.id, 'seats'],
        fix: remedy(sizes, module),
        // Where no setting is to blame the next plan may do better by itself.
        ...(sizes.cause === undefined && { severity: 'info' as const }),
      };
    }
  },

  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const sizes = sessionSizes(context.model, context.plan).find((one) => one.module === module.id);
    if (sizes?.cause?.setting !== 'maxAway') return;
    for (const share of sharesThatLet(context, module)) {
      yield {
        title: `Let ${share}% of a shift be away for “${module.name}”`,
        edits: [{ pointer: ['modules', module.id, 'maxAway'], op: 'set', value: `${share}%` }],
        fresh: true,
        note: 'The head of department has to agree. Sessions that stand are kept: `cxplan generate --fresh` looks for fewer.',
      };
    }
  },
};

/** `50 of 149 sessions of “X” have one person, 20 more have fewer than 6 (seats.min)` */
function howMany({ sessions, belowMin, ofOne }: SessionSizes, { name, seats }: Module): string {
  const of = (n: number): string =>
    `${n} of ${count(sessions, 'session')} of “${name}” ${n === 1 ? 'has' : 'have'}`;
  const min = `\`seats.min\` ${seats.min}`;
  const more = belowMin - ofOne;
  if (ofOne === 0) return `${of(belowMin)} fewer people than ${min}`;
  if (more > 0) return `${of(ofOne)} one person and ${more} more fewer than ${min}`;
  return `${of(ofOne)} one person${seats.min > 1 ? ` (${min})` : ''}`;
}

function because({ cause }: SessionSizes): string {
  if (cause === undefined) return '';
  const { setting, most, heads, limit } = cause;
  if (setting === 'seats') return `: \`seats.max\` is ${most}`;
  if (setting === 'rooms') return `: the largest room there has ${count(most, 'seat')}`;
  if (setting === 'audience') return ': there are no more people at that site for it';
  return `: \`maxAway\` ${awayText(limit!)} lets ${most} of ${heads} go at a time`;
}

function instead({ sessions, otherwise }: SessionSizes): string {
  return otherwise < sessions ? `; about ${otherwise} would do` : '';
}

function remedy({ cause }: SessionSizes, { name, seats }: Module): string {
  const fresh = '`cxplan generate --fresh` looks for fewer; without it sessions that stand are kept.';
  if (cause === undefined) return `Nothing in the files keeps people apart: ${fresh}`;
  if (cause.setting === 'maxAway') {
    const enough = seats.min > 1 ? `${seats.min} of a shift` : 'several of a shift';
    return `Give “${name}” a \`maxAway\` of its own that lets ${enough} go together; ${fresh}`;
  }
  if (cause.setting === 'audience') {
    return 'Let people of another site, shift or department join them (`audience`, `sites`), or ask for fewer in `seats.min`.';
  }
  return cause.setting === 'rooms'
    ? 'Hold it in a larger room or without one (`room: false`), or ask for fewer in `seats.min`.'
    : 'Raise `seats.max` so that the few who are left over fit in, or ask for fewer in `seats.min`.';
}

/** Shares that let `seats.min` people, two at least, of a shift go at once: of the largest first, then of all. */
function sharesThatLet(context: Context, module: Module): number[] {
  const people = new Map<string, number>();
  const own = new Map<string, Post>();
  for (const post of context.model.posts.values()) {
    const key = `${post.department} ${post.site} ${post.shift}`;
    people.set(key, (people.get(key) ?? 0) + post.heads);
    if (module.audience.posts.has(post.id)) own.set(key, post);
  }
  const together = Math.max(2, module.seats.min);
  const shares = [...own].flatMap(([key, post]) => {
    const heads = people.get(key)!;
    if (mostAway(awayLimitOf(context.model, module, post), heads) >= Math.min(together, heads)) return [];
    return [Math.min(100, Math.ceil((100 * together) / heads))];
  });
  if (shares.length === 0) return [];
  const sorted = shares.sort((a, b) => a - b);
  // All of a shift at last: what is left over of fewer may be few again.
  return [...new Set([sorted[0]!, sorted[sorted.length >> 1]!, sorted.at(-1)!, 100])];
}
