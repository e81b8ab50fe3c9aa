/** `night-rest`: for so many hours after a night its people are in no session, huddles apart. */
import { Rests } from '../night.ts';
import { firstMinute } from '../shown.ts';
import type { Check } from '../types.ts';
import { groupWords, named, timeWords } from '../words.ts';

export const nightRest: Check = ({ model, sessions }) => {
  if (model.policy.restAfterNight === 0) return [];
  const rests = new Rests(model);
  return sessions
    .filter(({ module }) => module.format !== 'huddle')
    .flatMap((session) =>
      session.seated.flatMap(({ group, leaves, back }) => {
        const at = firstMinute(group.site.zone, leaves, back, rests.of(group));
        if (at === undefined) return [];
        const message = `${named(session)}: ${groupWords(group)} rests after a night at ${timeWords(at)}`;
        return [{ constraint: 'night-rest', message, sessions: [session.id], group: group.id }];
      }),
    );
};
