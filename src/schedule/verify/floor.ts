/**
 * `floor`: of a department's people on one shift at one site, at every minute at most max(1, ⌊heads × share⌋)
 * are in sessions. Huddles and joiners do not count. Where shares differ, the largest holds.
 */

import { grouped, idsOf, moments } from './sweep.ts';
import type { Check, Facts, Held, MemberGroup, Violation } from './types.ts';
import { shiftWords, timeWords } from './words.ts';

interface Away {
  readonly session: Held;
  readonly group: MemberGroup;
  readonly heads: number;
  readonly start: number;
  readonly end: number;
}

export const floor: Check = (facts) => {
  const away: Away[] = [];
  for (const session of facts.sessions) {
    if (session.module.format === 'huddle') continue;
    for (const { group, heads } of session.seated) {
      if (group.joined === undefined)
        away.push({ session, group, heads, start: session.start, end: session.end });
    }
  }
  const keyOf = ({ group }: Away) => `${group.department.id} ${group.post.site} ${group.post.shift}`;
  return [...grouped(away, keyOf).values()].flatMap((list) => shiftFloor(facts, list));
};

function shiftFloor({ model }: Facts, list: readonly Away[]): Violation[] {
  const { department, post } = list[0]!.group;
  const heads = [...model.posts.values()]
    .filter((p) => p.department === department.id && p.site === post.site && p.shift === post.shift)
    .reduce((sum, p) => sum + p.heads, 0);
  const out: Violation[] = [];
  // When one session ends, the share may fall under what the others need: so every edge is looked at.
  edges(list, (on, at) => {
    const people = on.reduce((sum, item) => sum + item.heads, 0);
    const share = Math.max(...on.map(({ session }) => session.module.maxAway ?? department.maxAway));
    const most = Math.max(1, Math.floor(heads * share + 1e-9));
    if (people <= most) return;
    const where = shiftWords(model, department.id, post.site, post.shift);
    out.push({
      constraint: 'floor',
      message: `${where}: ${people} of ${heads} people are in sessions at ${timeWords(at)} UTC, but at most ${most} may be`,
      sessions: idsOf(on.map(({ session }) => session)),
    });
  });
  return out;
}

/** All that are on, at each moment when one begins or ends. */
function edges(list: readonly Away[], visit: (on: readonly Away[], at: number) => void): void {
  const ends = new Set(list.map(({ end }) => end));
  moments([...list, ...[...ends].map((end) => ({ ...list[0]!, heads: 0, start: end, end }))], (on, at) => {
    const real = on.filter((item) => item.end > at);
    if (real.length > 0) visit(real, at);
  });
}
