/** A3, A4: a long session is carried on by short ones. */
import { append } from '../../../collections/lists.ts';
import type { Context } from '../../context.ts';
import type { Segment, Touch } from '../../measure/touches.ts';
import { lessons } from '../../patches/lesson.ts';
import { windowOf } from '../../patches/months.ts';
import type { WrittenAudience } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { count, people } from '../../words.ts';

export const rule: Rule = {
  id: 'no-follow-through',
  heading: 'rhythm',
  severity: 'warn',
  sentence:
    'A session of an hour or more is not followed, for most who attended, within six weeks by one of half an hour or less that shares a theme.',
  why: 'Hyken (A3) wants the first training followed by much shorter sessions that reinforce its original intent; A4 adds periodic informal talks that carry on what formal sessions explained. An hour that nothing takes up again is forgotten within weeks.',
  fix: 'Plan it before a month with one of its themes, or add a short huddle on the theme afterwards.',
  articles: ['A3', 'A4'],
  options: { weeks: 6, minutes: 60, shortMinutes: 30, share: 0.5 },
  examples: {
    fires:
      'themes:\n' +
      '  our-numbers:\n' +
      '    audience: { departments: [office] }\n' +
      '    meaning: { office: What a late letter costs. }\n' +
      'modules:\n' +
      '  kind-invoices: { minutes: 90, themes: [our-numbers] }\n',
    silent:
      'modules:\n' +
      '  kind-invoices: { minutes: 90, themes: [empathy], when: { from: 2027-01-18, by: 2027-02-12 } }\n',
  },
  *check(context, options) {
    const days = 7 * options.weeks!;
    const lastDay = context.model.programme.ends - days;
    const long = ({ counts, session, day }: Touch): boolean =>
      counts && session.minutes >= options.minutes! && !context.isOver(day + days);
    const lost = new Map<Touch, Segment[]>();
    for (const segment of context.touches.segments) {
      if (segment.joiners) continue;
      const by = Math.min(lastDay, segment.stay.until - days);
      const counted = (touch: Touch): boolean => long(touch) && touch.day <= by;
      for (const touch of notFollowed(segment, counted, days, options.shortMinutes!)) {
        append(lost, touch, segment);
      }
    }
    yield* findings(context, lost, options.share!);
  },

  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const days = context.touches.all.filter((touch) => touch.module === module).map(({ day }) => day);
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const posts = [...module.audience.posts].map((id) => context.model.posts.get(id)!);
    const themes = module.themes === 'month' ? module.themes : module.themes.slice(0, 1);
    yield* lessons(
      context,
      {
        id: `${module.id}-again`,
        name: `What became of “${module.name}”`,
        audience: context.written(['modules', module.id, 'audience']) as WrittenAudience,
        posts,
        minutes: 10,
        when:
          last - first <= 14
            ? windowOf(context, last + 1, first + 42)
            : { every: 'fortnight', ...windowOf(context, first, last + 42) },
        themes,
      },
      `Ten minutes that take up “${module.name}” again`,
    );
  },
};

/** Long sessions of a segment after which no short one on a shared theme comes in time. */
function notFollowed(
  { touches }: Segment,
  long: (touch: Touch) => boolean,
  days: number,
  short: number,
): Touch[] {
  return touches.filter((touch, i) => {
    if (!long(touch)) return false;
    for (let j = i + 1; j < touches.length && touches[j]!.day - touch.day <= days; j++) {
      const next = touches[j]!;
      const shares = next.session.themes.some((theme) => touch.session.themes.includes(theme));
      if (next.counts && next.session.minutes <= short && shares) return false;
    }
    return true;
  });
}

function* findings({ model, say }: Context, lost: ReadonlyMap<Touch, readonly Segment[]>, share: number) {
  // Whoever is left alone after several sessions is one person.
  const byModule = new Map<string, { sessions: number; segments: Set<Segment> }>();
  for (const [{ module, session }, segments] of lost) {
    if (membersOf(segments) <= share * session.heads) continue;
    const sum = byModule.get(module.id) ?? { sessions: 0, segments: new Set() };
    sum.sessions++;
    for (const segment of segments) sum.segments.add(segment);
    byModule.set(module.id, sum);
  }
  for (const [id, { sessions, segments }] of byModule) {
    const { name, minutes } = model.modules.get(id)!;
    const heads = membersOf(segments);
    yield {
      subject: { module: id },
      message: `“${name}” (${minutes} minutes): after ${count(sessions, 'session')}, ${people(say, heads)} ${heads === 1 ? 'gets' : 'get'} nothing short on its themes within six weeks.`,
      pointer: ['modules', id, 'when'],
    };
  }
}

function membersOf(segments: Iterable<Segment>): number {
  let sum = 0;
  for (const { members } of segments) sum += members;
  return sum;
}
