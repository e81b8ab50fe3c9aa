/** The plan's sessions as export items: names of the session's day, times on one clock or each on its own. */
import type { ExportItem } from '../../exchange/export/records.ts';
import { wallIn } from '../../exchange/export/records.ts';
import type { ExportMapping } from '../../exchange/export/types.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Id, Person } from '../../model/model.ts';
import type { Context } from '../../report/context.ts';
import { departmentName, leaderName, placeName, sessionTitle, siteName } from '../../report/names.ts';
import { attendeesWords } from '../../report/who.ts';
import { namesWords } from '../../report/words.ts';

/** @param zone on whose clock all times are; each session's own where none is said */
export function* itemsOf(
  now: Context,
  sessions: readonly PlanSession[],
  { each }: ExportMapping,
  zone: string | undefined,
  people: ReadonlyMap<Id, Person>,
): Generator<ExportItem> {
  for (const session of sessions) {
    const item = itemOf(now.at(session), session, zone);
    if (each === 'session') yield item;
    else {
      for (const person of seated(now, session)) {
        const { id, email = '', name = '' } = people.get(person) ?? { id: person };
        yield { ...item, texts: { ...item.texts, person: id, email, name } };
      }
    }
  }
}

function itemOf(context: Context, session: PlanSession, zone: string | undefined): ExportItem {
  const own = zone ?? session.timezone;
  return {
    start: wallIn(own, session.startUtc),
    end: wallIn(own, session.endUtc),
    texts: {
      session: session.id,
      uid: session.uid,
      module: session.module,
      moduleName: context.model.modules.get(session.module)?.name ?? session.module,
      title: sessionTitle(context, session),
      groups: [...new Set(session.attendees.map(({ group }) => group))].join(';'),
      who: attendeesWords(context, session.attendees),
      departments: namesWords(session.departments.map((id) => departmentName(context, id))),
      site: session.site,
      siteName: siteName(context, session.site),
      room: session.room ?? '',
      place: placeName(context, session),
      facilitator: session.facilitator ?? '',
      leader: leaderName(context, session),
      heads: String(session.heads),
      minutes: String(session.minutes),
      timezone: own,
      startUtc: session.startUtc,
      endUtc: session.endUtc,
      format: session.format,
    },
  };
}

function seated({ groups }: Context, { attendees }: PlanSession): Id[] {
  return attendees.flatMap(({ group, first, last }) =>
    (groups.get(group)?.people ?? []).slice(first - 1, last).filter((id): id is Id => id !== null),
  );
}
