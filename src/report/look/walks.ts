/** One person's way for every role, of those who are there and of those who join: sessions by their place in the year. */
import { toDay } from '../../calendar/date.ts';
import { contextOf } from '../../coverage/context.ts';
import type { Segment } from '../../coverage/measure/touches.ts';
import type { Context } from '../context.ts';
import { answerLines } from '../walk/story.ts';
import { type Walk, walkable, walkOf } from '../walk/walk.ts';
import { minutesWords, sentence } from '../words.ts';
import type { Refs } from './refs.ts';
import type { PageWalk } from './types/journeys.ts';

export function pageWalks(context: Context, refs: Refs): PageWalk[] {
  const { model, plan } = context;
  const numbers = new Map(plan.sessions.map(({ id }, i) => [id, i]));
  const firsts = new Map<string, Segment>();
  for (const segment of contextOf(model, plan).touches.segments)
    if (!firsts.has(segment.group.id)) firsts.set(segment.group.id, segment);
  return [...model.roles.values()].flatMap((role) =>
    [false, true].flatMap((joiner) => {
      const [group] = walkable(context, role.id, joiner);
      const segment = group && firsts.get(group.id);
      if (!group || !segment) return [];
      const walk = walkOf(context, role, group, [segment]);
      return [
        {
          ...told(context, walk),
          role: refs.role(role.id),
          group: refs.group(group),
          ...seen(walk, numbers),
        },
      ];
    }),
  );
}

function seen({ steps, joined, from, to }: Walk, numbers: ReadonlyMap<string, number>) {
  return {
    joiner: joined !== null,
    from: toDay(from) ?? 0,
    to: toDay(to) ?? 0,
    sessions: steps.map(({ session }) => numbers.get(session) ?? -1),
  };
}

function told(context: Context, walk: Walk) {
  const { hiring, impact, expectations, answers } = walk;
  const scripts = hiring.scripts.map(({ name, minutes }) => `${name} (${minutesWords(minutes)})`);
  const { from, to } = answers.longestSilence;
  return {
    interview: [sentence(hiring.interview ?? ''), ...scripts].filter((text) => text !== '').join(' '),
    impact: sentence(impact ?? ''),
    answers: answerLines(context, walk),
    promises: expectations.map(({ met, asked, planned }) => ({ kept: met, asked, planned })),
    silence: [toDay(from) ?? 0, toDay(to) ?? 0] as const,
  };
}
