/**
 * `matrix.csv`: the training matrix that planners keep, roles down and modules across; each cell says how
 * many of the role's people have a place, and between which dates.
 */

import type { Attendees, PlanGroup } from '../../model/made/plan.ts';
import { remembered } from '../../model/made/remembered.ts';
import type { Id, Module } from '../../model/model.ts';
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
          : cellText(cells(module.id)(id)),
      ),
    ]),
  );
}

/** Module → role → cell. */
type Cells = (module: Id) => (role: Id) => Cell;

function cellsOf({ plan, groups }: Context): Cells {
  const cells = remembered((_module: Id) =>
    remembered((_role: Id): Cell => ({ members: new Map(), first: '', last: '' })),
  );
  for (const { status, start, module, attendees } of plan.sessions) {
    if (status !== 'confirmed') continue;
    const date = start.slice(0, 10);
    const ofRole = cells(module);
    for (const range of attendees) {
      const group = groups.get(range.group);
      if (!group) continue;
      const cell = ofRole(group.role);
      mark(cell, group, range, ASKED);
      if (cell.first === '' || date < cell.first) cell.first = date;
      if (date > cell.last) cell.last = date;
    }
  }
  for (const item of plan.unscheduled) {
    const group = groups.get(item.group);
    if (group) mark(cells(item.module)(group.role), group, item, MISSING);
  }
  return cells;
}

/** Members who miss one place of several stay marked as missing, whatever else they attend. */
function mark({ members }: Cell, { id, heads }: PlanGroup, { first, last }: Attendees, state: number): void {
  const marks = members.get(id) ?? new Uint8Array(heads);
  members.set(id, marks);
  for (let i = first - 1; i < last; i++) marks[i] = Math.max(marks[i] ?? 0, state);
}

function cellText(cell: Cell): string {
  if (cell.members.size === 0) return 'not asked';
  let [asked, full] = [0, 0];
  for (const marks of cell.members.values()) {
    for (const state of marks) {
      if (state > 0) asked++;
      if (state === ASKED) full++;
    }
  }
  if (cell.first === '') return `none 0/${asked}`;
  const dates = cell.first === cell.last ? cell.first : `${cell.first} to ${cell.last}`;
  return full === asked ? `planned ${full}/${asked}, ${dates}` : `partly, ${full}/${asked} in full, ${dates}`;
}

/** Interview scripts have no sessions: they are there, or the role is not meant. */
function scriptText({ model }: Context, role: string, posts: ReadonlySet<string>): string {
  for (const id of posts) if (model.posts.get(id)?.role === role) return 'script';
  return 'not asked';
}
