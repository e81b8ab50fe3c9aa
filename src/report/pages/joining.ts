/** What somebody who joins the department meets, from the first day on. */
import type { Department, Module, Moment } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { formatWords, voiceWords } from '../names.ts';
import type { Block, CellValue, Column } from '../types.ts';
import { decimal, minutesWords } from '../words.ts';

const COLUMNS: readonly Column[] = [
  { key: 'when', title: 'when', kind: 'text' },
  { key: 'what', title: 'what', kind: 'text' },
  { key: 'how', title: 'how', kind: 'text' },
  { key: 'voice', title: 'the customer’s voice in it', kind: 'text' },
  { key: 'reached', title: 'this year', kind: 'text' },
];

/** A table by moment, in the order of the first days; nothing where nobody joins. */
export function joiningBlocks(context: Context, department: Department): Block[] {
  const rows = [...context.model.moments.values()]
    .filter(({ from }) => from >= 0)
    .flatMap((moment) => momentRows(context, department, moment));
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Joining us' },
    { kind: 'table', table: { columns: COLUMNS, rows } },
  ];
}

function momentRows(context: Context, department: Department, moment: Moment): CellValue[][] {
  const cell = context.scoreOf
    .get(department.id)
    ?.cells.find(({ dimension, id }) => dimension === 'M' && id === moment.id);
  const reached = cell
    ? `${decimal(context.say, cell.reached)} of ${decimal(context.say, cell.need)} joiners`
    : '';
  return [...context.model.modules.values()]
    .filter((module) => module.when.kind === 'moment' && module.when.moment === moment.id)
    .filter((module) => module.format !== 'interview' && meansDepartment(context, module, department.id))
    .map((module) => [
      daysWords(moment),
      module.name,
      `${minutesWords(module.minutes)}, ${formatWords(module)}`,
      voiceWords(context, module),
      reached,
    ]);
}

/** Whether people of the department are among a module's audience. */
export function meansDepartment({ model }: Context, { audience }: Module, department: string): boolean {
  for (const id of audience.posts) if (model.posts.get(id)?.department === department) return true;
  return false;
}

/** `First day`, `Day 8 to 31`: days as people count them, from 1. */
function daysWords({ from, to }: Moment): string {
  if (to === 0) return 'First day';
  if (from === 0 && to === 6) return 'First week';
  return from === 0 ? `First ${to + 1} days` : `Day ${from} to ${to}`;
}
