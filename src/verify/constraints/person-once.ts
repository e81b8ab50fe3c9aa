/** `person-once`: a member of a group is in one place at a time, with `changeoverMinutes` between, and the way between two sites. */
import { groupBy } from '../../collections/lists.ts';
import { ONLINE } from '../../model/model.ts';
import { pairs } from '../sweep.ts';
import type { Check, SeatedMembers, TimedSession, Violation } from '../types.ts';
import { longestWay, peopleMinutes } from '../ways.ts';
import { groupWords, named } from '../words.ts';

interface Sitting {
  readonly session: TimedSession;
  readonly seated: SeatedMembers;
  readonly start: number;
  readonly end: number;
}

/** Every seat taken, in each group. */
export function sittings(sessions: readonly TimedSession[]): Map<string, Sitting[]> {
  const all = sessions.flatMap((session) =>
    session.seated.map((seated) => ({ session, seated, start: session.start, end: session.end })),
  );
  return groupBy(all, ({ seated }) => seated.group.id);
}

export const personOnce: Check = ({ model, sessions }) => {
  const { changeoverMinutes } = model.policy;
  const out: Violation[] = [];
  for (const list of sittings(sessions).values()) {
    pairs(list, Math.max(changeoverMinutes, longestWay(model)), (a, b) => {
      const first = Math.max(a.seated.first, b.seated.first);
      const last = Math.min(a.seated.last, b.seated.last);
      if (first > last || a.session === b.session) return;
      const way = peopleMinutes(model, placeOf(a), placeOf(b));
      if (b.start - a.end >= Math.max(changeoverMinutes, way)) return;
      const who = `member ${first} of ${groupWords(a.seated.group)}`;
      const when =
        b.start < a.end
          ? 'at the same time'
          : `with only ${b.start - a.end} minutes between${way > 0 ? ` (it takes ${way} to get there)` : ''}`;
      out.push({
        constraint: 'person-once',
        message: `${who} is in ${named(a.session)} and in ${named(b.session)} ${when}`,
        sessions: [a.session.id, b.session.id],
        group: a.seated.group.id,
      });
    });
  }
  return out;
};

/** Where somebody is for it: online means where they work. */
function placeOf({ session: { raw }, seated }: Sitting): string {
  return raw.site === ONLINE ? seated.group.site.id : raw.site;
}
