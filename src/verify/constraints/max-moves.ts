/**
 * `max-moves`: where a limit left people out, no more sessions of the previous plan are held at another time than it says,
 * but for those that are pinned there.
 */
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import type { Check } from '../types.ts';

export const maxMoves: Check = ({ plan, previous }) => {
  const most = plan.made.maxMoves;
  if (most === undefined || !previous || plan.made.issue === previous.made.issue) return [];
  const times = timesOf(plan);
  const moved = previous.sessions.filter(
    (session) => session.status === 'confirmed' && session.start >= plan.asOf && isElsewhere(session, times),
  );
  const pinned = new Set(plan.sessions.flatMap(({ id, why }) => (why.some(isPin) ? [id] : [])));
  const free = moved.filter(({ id }) => !pinned.has(id));
  if (moved.length <= most || free.length === 0) return [];
  return [
    {
      constraint: 'max-moves',
      message: `${moved.length} sessions are held at another time than before, and ${most} were allowed`,
      sessions: moved.map(({ id }) => id),
    },
  ];
};

const isPin = (line: string) => line.startsWith('pins[');

/** Module, occurrence, group and member → when they have it. */
function timesOf({ sessions }: Plan): Map<string, string> {
  const times = new Map<string, string>();
  for (const session of sessions) {
    if (session.status === 'confirmed') for (const key of keysOf(session)) times.set(key, session.startUtc);
  }
  return times;
}

function isElsewhere(session: PlanSession, times: ReadonlyMap<string, string>): boolean {
  return keysOf(session).some((key) => (times.get(key) ?? session.startUtc) !== session.startUtc);
}

function keysOf({ module, occurrence, attendees }: PlanSession): string[] {
  return attendees.flatMap(({ group, first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => `${module} ${occurrence} ${group} ${first + i}`),
  );
}
