/** How much changed, in a line: counts by kind, score and places before and after. */

import type { Say } from '../../calendar/say.ts';
import type { ChangeKind, SessionChange } from '../../plan/diff/diff.ts';
import { counted, decimal, listWords } from '../words.ts';
import type { News } from './news.ts';

const WORDS: readonly (readonly [ChangeKind, string])[] = [
  ['moved', 'moved'],
  ['cancelled', 'cancelled'],
  ['added', 'new'],
  ['people', 'with other people'],
  ['leader', 'led by somebody else'],
  ['place', 'held elsewhere'],
  ['words', 'called or described otherwise'],
];

/** `3 sessions moved, 1 cancelled and 2 new`; `no session is other than before`. */
export function countsWords(say: Say, changes: readonly SessionChange[]): string {
  const counts = new Map<ChangeKind, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = WORDS.flatMap(([kind, words]) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ count, words }];
  });
  const [first, ...rest] = parts;
  if (!first) return 'no session is other than before';
  return listWords([
    `${counted(say, first.count, 'session')} ${first.words}`,
    ...rest.map(({ count, words }) => `${decimal(say, count)} ${words}`),
  ]);
}

/** That nothing else did. */
export function standingWords({ both: { now }, diff: { same } }: News): string {
  return same === 1
    ? 'the other one stands as it was'
    : `the other ${decimal(now.say, same)} stand as they were`;
}

/** `Coverage 98.2 → 99.1.`, `Seats without a place 12 → 4.`; nothing where they are the same or not known. */
export function scoreLines({ both: { now }, before, after }: News): string[] {
  const [was, is] = [before, after].map(({ gaps }) => gaps?.organisation.score ?? null);
  const [waited, wait] = [before.plan.score.unplaced, after.plan.score.unplaced];
  return [
    ...(was !== null && is !== null && was !== is
      ? [`Coverage ${decimal(now.say, was!)} → ${decimal(now.say, is!)} of 100 planned.`]
      : []),
    ...(waited === wait
      ? []
      : [`Seats without a place: ${decimal(now.say, waited)} → ${decimal(now.say, wait)}.`]),
  ];
}
