/** `learned`: what shadowing, customer rooms and talks taught, what is done about it and by whom, and which stories are told. */
import { type Day, isoDate, toDay } from '../../calendar/date.ts';
import { byCodeUnit } from '../../collections/text-order.ts';
import { isHeld } from '../../model/made/history.ts';
import type { Action, Id } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { departmentName } from '../names.ts';
import { byStage, ownerWords, stageName, stateOf, storyStates } from '../tables/learned.ts';
import type { Block, Column, Page, Row } from '../types.ts';
import { counted, dateWords } from '../words.ts';

export function learnedPage(context: Context): Page {
  const { plan, model } = context;
  const asOf = toDay(plan.asOf)!;
  const open = model.actions.filter(({ status }) => status === 'open');
  const done = byStage(context).filter(({ status }) => status === 'done');
  return {
    title: `What was learned: ${plan.programme.name}`,
    blocks: [
      { kind: 'paragraph', text: ledgerWords(context, asOf) },
      ...table('By department', departmentColumns(), departmentRows(context, asOf)),
      ...table(
        'Open actions',
        OPEN,
        open.sort(byOwner).map((action) => openRow(context, action, asOf)),
      ),
      ...table(
        'What was learned',
        LEARNED,
        byStage(context).map((action) => learnedRow(context, action, asOf)),
      ),
      ...(done.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: 'What customers can notice' } as const,
            { kind: 'list', items: done.map((action) => noticed(context, action)) } as const,
          ]),
      ...table('Stories', STORIES, storyRows(context)),
    ],
  };
}

/** What a department learned, for its own page; nothing where there is nothing. */
export function learnedBlocks(context: Context, department: Id): Block[] {
  const own = byStage(context).filter((action) => action.department === department);
  const asOf = toDay(context.plan.asOf)!;
  return table(
    'What it learned from customers, and what came of it',
    LEARNED.filter(({ key }) => key !== 'department'),
    own.map((action) => learnedRow(context, action, asOf).filter((_, i) => LEARNED[i]!.key !== 'department')),
  );
}

/** The ledger in one sentence. */
export function ledgerWords({ model: { actions }, plan, say }: Context, asOf: Day): string {
  const count = (state: string): number => actions.filter((action) => stateOf(action, asOf) === state).length;
  const unowned = actions.filter(({ status, isOwned }) => status === 'open' && !isOwned).length;
  const [late, open] = [count('overdue'), count('open')];
  const more = [
    ...(late > 0 ? [`${say.number(late)} overdue`] : []),
    ...(unowned > 0 ? [`${say.number(unowned)} without an owner`] : []),
  ];
  const what = more.length === 0 ? '' : ` (${more.join(', ')})`;
  return `${counted(say, actions.length, 'learning')} as of ${dateWords(say, plan.asOf)}: ${say.number(open + late)} open${what}, ${say.number(count('done'))} done, ${say.number(count('dropped'))} dropped. Owners are roles and departments; a person is not named.`;
}

function departmentColumns(): Column[] {
  return [
    { key: 'department', title: 'department', kind: 'text' },
    { key: 'visits', title: 'shadowings and customer rooms held', kind: 'number' },
    { key: 'learnings', title: 'learnings', kind: 'number' },
    { key: 'open', title: 'open', kind: 'number' },
    { key: 'overdue', title: 'overdue', kind: 'number' },
    { key: 'done', title: 'done', kind: 'number' },
    { key: 'dropped', title: 'dropped', kind: 'number' },
  ];
}

/** From visits to what was done; departments without either are left out. */
function departmentRows({ model, plan, sessionsOf }: Context, asOf: Day): Row[] {
  return [...model.departments.values()].flatMap(({ id, name }) => {
    const visits = (sessionsOf.get(id) ?? []).filter(
      (session) =>
        (session.format === 'shadowing' || session.format === 'customer-room') && isHeld(session, plan.asOf),
    ).length;
    const own = model.actions.filter(({ department }) => department === id);
    if (visits + own.length === 0) return [];
    const states = (['open', 'overdue', 'done', 'dropped'] as const).map(
      (state) => own.filter((action) => stateOf(action, asOf) === state).length,
    );
    return [[name, visits, own.length, ...states]];
  });
}

const OPEN: readonly Column[] = [
  { key: 'owner', title: 'owner', kind: 'text' },
  { key: 'due', title: 'due', kind: 'date' },
  { key: 'action', title: 'what is done', kind: 'text' },
  { key: 'learning', title: 'because', kind: 'text' },
  { key: 'department', title: 'learned by', kind: 'text' },
];

/** Those whom nobody answers for first; then by owner, and by day. */
function byOwner(a: Action, b: Action): number {
  return Number(a.isOwned) - Number(b.isOwned) || byCodeUnit(ownerWords(a), ownerWords(b)) || a.due - b.due;
}

function openRow(context: Context, action: Action, asOf: Day): Row {
  const late = stateOf(action, asOf) === 'overdue' ? ', overdue' : '';
  return [
    ownerWords(action),
    `${isoDate(action.due)}${late}`,
    action.action,
    action.learning,
    departmentName(context, action.department),
  ];
}

const LEARNED: readonly Column[] = [
  { key: 'stage', title: 'stage', kind: 'text' },
  { key: 'date', title: 'learned on', kind: 'date' },
  { key: 'department', title: 'department', kind: 'text' },
  { key: 'learning', title: 'what was learned', kind: 'text' },
  { key: 'action', title: 'what is done', kind: 'text' },
  { key: 'status', title: 'status', kind: 'text' },
];

function learnedRow(context: Context, action: Action, asOf: Day): Row {
  return [
    stageName(context, action),
    isoDate(action.date),
    departmentName(context, action.department),
    action.learning,
    action.action,
    stateOf(action, asOf),
  ];
}

/** `Pay: Print the total first` */
function noticed(context: Context, action: Action): string {
  const stage = stageName(context, action);
  return `${stage === '' ? '' : `${stage}: `}${action.action}`;
}

const STORIES: readonly Column[] = [
  { key: 'story', title: 'story', kind: 'text' },
  { key: 'stage', title: 'stage', kind: 'text' },
  { key: 'until', title: 'may be told until', kind: 'date' },
  { key: 'told', title: 'told in', kind: 'text' },
];

/** Those that customers agreed to. */
function storyRows(context: Context): Row[] {
  const toldIn = storyStates(context);
  return byStage(context).flatMap((action) => {
    const told = toldIn(action);
    if (told === '') return [];
    return [[action.story!, stageName(context, action), isoDate(action.consentUntil!), told]];
  });
}

function table(text: string, columns: readonly Column[], rows: readonly Row[]): Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text },
    { kind: 'table', table: { columns, rows } },
  ];
}
