/** What an absence breaks: sessions whose leader is away by now, or whose room is closed. */

import { utcMinute } from '../../calendar/instant.ts';
import { contains, overlaps, type Spans } from '../../calendar/spans.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import { remembered } from '../../model/made/remembered.ts';
import { closuresOf, hoursOf } from '../problem/resources.ts';
import type { World } from '../problem/world.ts';

/** Of whoever is never away, and of a room that is never closed. */
const NEVER: Spans = [];

/** Ids of the confirmed sessions from a day on (`2027-03-02`) that cannot be held as they are planned. */
export function brokenByAbsence(
  world: World,
  sessions: readonly PlanSession[],
  from: string,
): ReadonlySet<string> {
  const { facilitators, rooms } = world.model;
  // Who is never away works as they did when all this was planned.
  const works = remembered((id: string) => {
    const one = facilitators.get(id);
    return one && one.away.length > 0 ? hoursOf(world, one) : NEVER;
  });
  const closed = remembered((id: string) => {
    const room = rooms.get(id);
    return room && room.closed.length > 0 ? closuresOf(world, room) : NEVER;
  });
  const broken = new Set<string>();
  for (const session of sessions) {
    const { id, status, start, startUtc, minutes, room } = session;
    if (status === 'cancelled' || start < from) continue;
    const hours = ledBy(session).map(works);
    const closures = room === null ? NEVER : closed(room);
    if (hours.every((one) => one === NEVER) && closures === NEVER) continue;
    const utc = utcMinute(startUtc);
    const away = hours.some((one) => one !== NEVER && !contains(one, utc, utc + minutes));
    if (away || overlaps(closures, utc, utc + minutes)) broken.add(id);
  }
  return broken;
}
