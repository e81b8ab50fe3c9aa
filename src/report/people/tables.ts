/** Tables with names: what a mail program merges, and what each person has had of the year. */
import type { Context } from '../context.ts';
import { departmentName, leaderName, placeName, roleName, sessionTitle, siteName } from '../names.ts';
import { slotAt, slotsWords } from '../slots.ts';
import type { LongTable, Row } from '../types.ts';
import { deliveredTo } from './counts.ts';
import type { Seating } from './seating.ts';

/** `mailmerge.csv`: a row for each person and session that is to come. */
export function mailMergeTable(context: Context, seating: Seating): LongTable {
  return {
    columns: [
      { key: 'email', title: 'E-mail', kind: 'text' },
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'session', title: 'Session', kind: 'text' },
      { key: 'when', title: 'When', kind: 'text' },
      { key: 'where', title: 'Where', kind: 'text' },
      { key: 'link', title: 'Link', kind: 'text' },
      { key: 'leader', title: 'Led by', kind: 'text' },
      { key: 'date', title: 'Date', kind: 'date' },
      { key: 'start', title: 'Start', kind: 'time' },
      { key: 'end', title: 'End', kind: 'time' },
      { key: 'timezone', title: 'Time zone', kind: 'text' },
      { key: 'person', title: 'Person', kind: 'text' },
      { key: 'id', title: 'Session id', kind: 'text' },
    ],
    rows: () => mailRows(context, seating),
  };
}

function* mailRows(now: Context, { people, sessionsOf }: Seating): Generator<Row> {
  const { model, plan } = now;
  for (const { id, name = '', email = '', site } of people) {
    const zone = model.sites.get(site)?.zone ?? plan.programme.timezone;
    for (const { session } of sessionsOf.get(id) ?? []) {
      if (session.start.slice(0, 10) < plan.asOf) continue;
      const context = now.at(session);
      const slot = slotAt(session, zone);
      yield [
        email,
        name,
        sessionTitle(context, session),
        slotsWords(context, [slot]),
        placeName(context, session),
        `calendars/${id}.ics`,
        leaderName(context, session),
        slot.date,
        slot.start,
        slot.end,
        zone,
        id,
        session.id,
      ];
    }
  }
}

/** `delivery.csv`: a row for each person; planned is the sum of what stands behind it. */
export function personTable(context: Context, seating: Seating): LongTable {
  const counts = ['planned', 'delivered', 'missed', 'untold', 'ahead'] as const;
  const titles = {
    planned: 'Planned',
    delivered: 'Delivered',
    missed: 'Missed',
    untold: 'Not told',
    ahead: 'To come',
  };
  return {
    columns: [
      { key: 'person', title: 'Person', kind: 'text' },
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'department', title: 'Department', kind: 'text' },
      { key: 'role', title: 'Role', kind: 'text' },
      { key: 'site', title: 'Site', kind: 'text' },
      ...counts.map((key) => ({ key, title: titles[key], kind: 'number' as const })),
    ],
    *rows() {
      for (const { person, counts: own } of deliveredTo(seating, context.plan.asOf)) {
        const { id, name = '', role, site } = person;
        const department = context.model.roles.get(role)?.department ?? '';
        yield [
          id,
          name,
          departmentName(context, department),
          roleName(context, role),
          siteName(context, site),
          ...counts.map((key) => own[key]),
        ];
      }
    },
  };
}
