/**
 * `matrix.csv`: the training matrix that planners keep, roles down and modules across; each cell says how
 * many of the role's people have a place, and between which dates.
 */
import type { Module } from '../../model/model.ts';
import type { Attendees } from '../../model/plan.ts';
import type { Context } from '../context.ts';
import { departmentName } from '../names.ts';
import type { Column, LongTable, Row } from '../types.ts';

/** What one role gets of one module. */
interface Cell {
  /** Group → 1 for each member who is asked, 2 for one who misses a place. */
  readonly members: Map<string, Uint8Array>;
  first: string;
  last: string;
}

const ASKED = 1;
const MISSING = 2;

/** Rows in order of department and role, columns of module, all by id. */
export function matrixTable(context: Context): LongTable {
  const modules = [...context.model.modules.values()].filter(({ when }) => when.kind !== 'trigger');
  return {
    columns: [
      { key: 'department', title: 'Department', kind: 'text' },
      { key: 'role', title: 'Role', kind: 'text' },
      { key: 'people', title: 'People', kind: 'number' },
      ...modules.map(({ id, name }): Column => ({ key: id, title: name, kind: 'text' })),
    ],
    rows: () => rowsOf(context, modules),
  };
}

function rowsOf(context: Context, modules: readonly Module[]): Row[] {
  const { model } = context;
  const cells = cellsOf(context);
  return [...model.departments.values()].flatMap(({ id: department, roles }) =>
    roles.map((id) => [
      departmentName(context, department),
      model.roles.get(id)!.name,
      context.headsOfRole.get(id) ?? 0,
      ...modules.map((module) =>
        module.format === 'interview'
          ? scriptText(context, id, module.audience.posts)
          : cellText(cells.get(keyOf(id, module.id))),
      ),
    ]),
  );
}

function cellsOf(context: Context): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const session of context.plan.sessions) {
    if (session.status !== 'confirmed') continue;
    const date = session.start.slice(0, 10);
    for (const range of session.attendees) {
      const cell = mark(context, cells, session.module, range, ASKED);
      if (!cell) continue;
      if (cell.first === '' || date < cell.first) cell.first = date;
      if (date > cell.last) cell.last = date;
    }
  }
  for (const item of context.plan.unscheduled) mark(context, cells, item.module, item, MISSING);
  return cells;
}

/** Members who miss one place of several stay marked as missing, whatever else they attend. */
function mark(
  context: Context,
  cells: Map<string, Cell>,
  module: string,
  range: Attendees,
  state: number,
): Cell | undefined {
  const group = context.groups.get(range.group);
  if (!group) return undefined;
  const key = keyOf(group.role, module);
  const cell = cells.get(key) ?? { members: new Map(), first: '', last: '' };
  cells.set(key, cell);
  const members = cell.members.get(group.id) ?? new Uint8Array(group.heads);
  cell.members.set(group.id, members);
  for (let i = range.first - 1; i < range.last; i++) members[i] = Math.max(members[i] ?? 0, state);
  return cell;
}

function keyOf(role: string, module: string): string {
  return `${role} ${module}`;
}

function cellText(cell: Cell | undefined): string {
  if (!cell) return 'not asked';
  const marks = [...cell.members.values()].flatMap((members) => [...members]);
  const asked = marks.filter((state) => state > 0).length;
  const full = marks.filter((state) => state === ASKED).length;
  if (cell.first === '') return `none 0/${asked}`;
  const dates = cell.first === cell.last ? cell.first : `${cell.first} to ${cell.last}`;
  return full === asked ? `planned ${full}/${asked}, ${dates}` : `partly, ${full}/${asked} in full, ${dates}`;
}

/** Interview scripts have no sessions: they are there, or the role is not meant. */
function scriptText({ model }: Context, role: string, posts: ReadonlySet<string>): string {
  for (const id of posts) if (model.posts.get(id)?.role === role) return 'script';
  return 'not asked';
}
