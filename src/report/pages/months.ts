/** A department's year, month by month: theme, sessions, rituals, what was cancelled, what found no place. */

import type { MonthKey } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import { index } from '../../coverage/context.ts';
import type { PlanSession, PlanUnscheduled } from '../../model/made/plan.ts';
import { type Context, oneZone } from '../context.ts';
import { sessionTitle } from '../names.ts';
import { alikeUnplaced, unplacedWords } from '../reasons.ts';
import { slotsOf, slotsWords } from '../slots.ts';
import type { Block } from '../types.ts';
import { monthWords, peopleWords, sentence } from '../words.ts';
import { ritualBlocks } from './rituals.ts';
import { monthRows, ROW_COLUMNS } from './rows.ts';

/** The months of the programme, then what found no place in a window longer than one of them. */
export function monthBlocks(context: Context, department: string): Block[] {
  const sessions = index(context.sessionsOf.get(department) ?? [], ({ start }) => start.slice(0, 7));
  const unplaced = index(context.unscheduledOf.get(department) ?? [], monthOf);
  for (const item of againAndAgain(unplaced)) {
    const month = unplaced.get(monthOf(item))!;
    month.splice(month.indexOf(item), 1);
    append(unplaced, '', item);
  }
  const blocks = context.months.flatMap((month) =>
    monthOfDepartment(context, department, month, sessions.get(month) ?? [], unplaced.get(month) ?? []),
  );
  const rest = unplacedBlocks(context, unplaced.get('') ?? []);
  return rest.length === 0
    ? withoutEmptyNotes(blocks)
    : [
        ...withoutEmptyNotes(blocks),
        { kind: 'heading', level: 2, text: 'Found no place this year' },
        ...rest,
      ];
}

/** From so many months on, what fails alike is told once, after the months. */
const AGAIN = 3;

/** What finds no place month after month for one reason. */
function againAndAgain(unplaced: ReadonlyMap<string, readonly PlanUnscheduled[]>): PlanUnscheduled[] {
  const monthly = [...unplaced].flatMap(([month, items]) => (month === '' ? [] : items));
  const months = (some: readonly PlanUnscheduled[]) => new Set(some.map(monthOf)).size;
  return alikeUnplaced(monthly)
    .filter((some) => months(some) >= AGAIN)
    .flat();
}

/** A column in which nobody ever says anything is left out: nothing was moved or pinned yet. */
function withoutEmptyNotes(blocks: readonly Block[]): Block[] {
  const note = ROW_COLUMNS.findIndex(({ key }) => key === 'note');
  const said = blocks.some(
    (block) => block.kind === 'table' && block.table.rows.some((row) => row[note] !== ''),
  );
  if (said) return [...blocks];
  const others = <T>(cells: readonly T[]) => cells.filter((_, i) => i !== note);
  return blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const { columns, rows } = block.table;
    return { ...block, table: { columns: others(columns), rows: rows.map(others) } };
  });
}

/** The month a window lies in; empty for a longer one. */
function monthOf({ window }: PlanUnscheduled): string {
  const month = window.from.slice(0, 7);
  return month === window.by.slice(0, 7) ? month : '';
}

function monthOfDepartment(
  context: Context,
  department: string,
  month: MonthKey,
  sessions: readonly PlanSession[],
  unplaced: readonly PlanUnscheduled[],
): Block[] {
  const theme = themeOf(context, department, month);
  const held = sessions.filter(({ status }) => status === 'confirmed');
  const [joining, told] = splitJoining(context, held);
  const rituals = context.plan.rituals.filter(
    ({ date, departments }) => date.startsWith(month) && departments.includes(department),
  );
  const name = monthWords(context.say, month, context.yearsShown);
  return [
    { kind: 'heading', level: 2, text: theme ? `${name}: ${theme.name}` : name },
    ...(held.length === 0 ? [] : [onPage(name, department, month)]),
    ...meaningBlocks(context, department, theme?.meaning),
    ...tableBlocks(context, department, told),
    ...joiningBlocks(context, joining),
    ...(held.length === 0 ? [{ kind: 'paragraph', text: 'No session this month.' } as const] : []),
    ...ritualBlocks(context, rituals),
    ...cancelledBlocks(context, department, sessions),
    ...unplacedBlocks(context, unplaced),
  ];
}

/** The month in the page's calendar, where every session opens. */
function onPage(name: string, department: string, month: MonthKey): Block {
  const href = `../index.html#/calendar?mode=list&month=${month}&department=${department}`;
  return { kind: 'link', text: `${name} on the page`, href };
}

function tableBlocks(context: Context, department: string, sessions: readonly PlanSession[]): Block[] {
  if (sessions.length === 0) return [];
  const rows = monthRows(context, department, sessions);
  return [{ kind: 'table', table: { columns: ROW_COLUMNS, rows } }];
}

/** From so many sessions of joiners a month on they are one sentence. */
const MANY = 6;

/** Where many join each month, what they meet is one sentence a month instead of the same rows again and again. */
function splitJoining({ model }: Context, sessions: readonly PlanSession[]): [PlanSession[], PlanSession[]] {
  const joins = ({ module }: PlanSession) => model.modules.get(module)?.when.kind === 'moment';
  const joining = sessions.filter(joins);
  return joining.length < MANY ? [[], [...sessions]] : [joining, sessions.filter((one) => !joins(one))];
}

function joiningBlocks(context: Context, sessions: readonly PlanSession[]): Block[] {
  if (sessions.length === 0) return [];
  const parts = [...index(sessions, ({ module }) => module)].map(([id, some]) => {
    const heads = some.reduce((sum, session) => sum + session.heads, 0);
    return `${context.model.modules.get(id)?.name ?? id} (${peopleWords(context.say, heads)})`;
  });
  return [{ kind: 'paragraph', lead: 'For those who join:', text: `${parts.sort().join('; ')}.` }];
}

/** The month's theme, where the department's people must meet it. */
function themeOf({ model }: Context, department: string, month: MonthKey) {
  const theme = model.themes.get(model.themeOfMonth.get(month) ?? '');
  const meant = [...(theme?.audience.posts ?? [])].some(
    (id) => model.posts.get(id)?.department === department,
  );
  return meant ? theme : undefined;
}

/** What the theme means here: to the department, then to those of its roles for which it says more. */
function meaningBlocks(
  context: Context,
  department: string,
  meaning: ReadonlyMap<string, string> | undefined,
): Block[] {
  const own = meaning?.get(department);
  const roles = context.model.departments.get(department)?.roles ?? [];
  const special = roles.flatMap((id) => {
    const text = meaning?.get(id);
    return text === undefined ? [] : [`${context.model.roles.get(id)?.name ?? id}: ${sentence(text)}`];
  });
  return [
    ...(own === undefined ? [] : [{ kind: 'quote', text: sentence(own) } as const]),
    ...(special.length === 0 ? [] : [{ kind: 'list', items: special } as const]),
  ];
}

function cancelledBlocks(context: Context, department: string, sessions: readonly PlanSession[]): Block[] {
  return sessions
    .filter(({ status }) => status === 'cancelled')
    .map((session) => ({
      kind: 'paragraph',
      lead: 'Cancelled:',
      text: cancelledWords(context.at(session), session, department, oneZone(context, department)),
    }));
}

function cancelledWords(
  context: Context,
  session: PlanSession,
  department: string,
  zone: ReturnType<typeof oneZone>,
): string {
  const slots = slotsOf(context, session, department);
  return `${sessionTitle(context, session)}, ${slotsWords(context, slots, zone)}.`;
}

function unplacedBlocks(context: Context, items: readonly PlanUnscheduled[]): Block[] {
  return alikeUnplaced(items).map((some) => ({
    kind: 'paragraph',
    lead: 'Found no place:',
    text: unplacedWords(context, some),
  }));
}
