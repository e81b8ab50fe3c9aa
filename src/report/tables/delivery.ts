/** `delivery.csv`: planned, delivered and missed of every department, role, group, site and module; planned is the sum of the rest. */
import type { DeliveredSeats } from '../../model/made/gaps.ts';
import type { Context } from '../context.ts';
import { departmentName, groupName, moduleName, roleName, siteName } from '../names.ts';
import type { LongTable, Row } from '../types.ts';

export const SUPPRESSED = 'nothing was due yet, fewer than five people, or could be worked out';

type Kind = 'departments' | 'roles' | 'sites' | 'groups' | 'modules';

interface Part {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly delivered: DeliveredSeats | undefined;
}

export function deliveryTable(context: Context): LongTable {
  return {
    columns: [
      { key: 'kind', title: 'Of', kind: 'text' },
      { key: 'id', title: 'Id', kind: 'text' },
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'planned', title: 'Planned', kind: 'number' },
      { key: 'delivered', title: 'Delivered', kind: 'number' },
      { key: 'missed', title: 'Missed', kind: 'number' },
      { key: 'untold', title: 'Not told', kind: 'number' },
      { key: 'ahead', title: 'To come', kind: 'number' },
      { key: 'note', title: 'Note', kind: 'text' },
    ],
    rows: () => rowsOf(context),
  };
}

function rowsOf(context: Context): Row[] {
  const planned = plannedSeats(context);
  return partsOf(context).flatMap(({ kind, id, name, delivered }): Row[] => {
    const seats = planned.get(`${kind} ${id}`) ?? 0;
    if (seats === 0) return [];
    if (!delivered) return [[kind, id, name, seats, null, null, null, null, SUPPRESSED]];
    const { due, missed, untold } = delivered;
    return [[kind, id, name, seats, delivered.delivered, missed, untold, seats - due, '']];
  });
}

/** In the order in which they are told. */
export function partsOf(context: Context): Part[] {
  const { model, plan, deliveries } = context;
  const parts: Part[] = [
    { kind: 'firm', id: '', name: plan.programme.name, delivered: deliveries()?.organisation },
  ];
  const add = (kind: string, ids: Iterable<string>, name: (id: string) => string, of: Kind) => {
    for (const id of ids) parts.push({ kind, id, name: name(id), delivered: deliveries()?.[of](id) });
  };
  add('department', model.departments.keys(), (id) => departmentName(context, id), 'departments');
  add('role', model.roles.keys(), (id) => roleName(context, id), 'roles');
  add('site', model.sites.keys(), (id) => siteName(context, id), 'sites');
  add('group', context.groups.keys(), (id) => groupName(context, context.groups.get(id)!), 'groups');
  const modules = new Set(plan.sessions.map(({ module }) => module));
  add('module', [...modules].sort(), (id) => moduleName(context, id), 'modules');
  return parts;
}

/** Kind and id → seats in sessions that are held or to be held. */
function plannedSeats({ plan, groups }: Context): Map<string, number> {
  const seats = new Map<string, number>();
  const add = (key: string, count: number) => seats.set(key, (seats.get(key) ?? 0) + count);
  for (const { status, module, attendees } of plan.sessions) {
    if (status === 'cancelled') continue;
    for (const { group: id, first, last } of attendees) {
      const count = last - first + 1;
      add('firm ', count);
      add(`module ${module}`, count);
      const group = groups.get(id);
      if (!group) continue;
      add(`group ${id}`, count);
      add(`department ${group.department}`, count);
      add(`role ${group.role}`, count);
      add(`site ${group.site}`, count);
    }
  }
  return seats;
}
