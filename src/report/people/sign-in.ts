/** Sign-in sheets with names, one for each session that is to come and that people come together for. */
import { isHeld } from '../../model/made/history.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Context } from '../context.ts';
import { groupName, ledBy, placeName, sessionTitle } from '../names.ts';
import type { SignInMaker, SignInSheet } from '../sheets/types.ts';
import { slotsOf, slotsWords } from '../slots.ts';
import { dateWords } from '../words.ts';
import type { Seating } from './seating.ts';

export function signInSheets(context: Context, seating: Seating): SignInMaker[] {
  const { sessions, asOf } = context.plan;
  return sessions.flatMap((session) => {
    if (session.status === 'cancelled' || session.format === 'self-paced' || isHeld(session, asOf)) return [];
    const title = sessionTitle(context, session);
    const when = slotsWords(context, slotsOf(context, session));
    return [
      {
        path: `${session.start.slice(0, 10)}/${session.id}`,
        title: `${when}: ${title}`,
        make: () => sheetOf(context, seating, session),
      },
    ];
  });
}

function sheetOf(context: Context, { seatsIn }: Seating, session: PlanSession): SignInSheet {
  return {
    title: sessionTitle(context, session),
    about: [
      slotsWords(context, slotsOf(context, session)),
      placeName(context, session),
      `Led by: ${ledBy(context, session)}`,
      `${context.plan.programme.name}, plan of ${dateWords(context.say, context.plan.asOf)}`,
    ],
    lines: seatsIn(session).map(({ group, number, person }) => ({
      name: person?.name ?? person?.id ?? '',
      group: `${groupName(context, group)}, ${number}`,
    })),
  };
}
