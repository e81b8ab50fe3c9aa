/** What a head of department releases people for: each module once, whose voice is in it, and what customers will notice. */

import { byCodeUnit } from '../../collections/text-order.ts';
import { index } from '../../coverage/context.ts';
import type { Context } from '../context.ts';
import { moduleName, voiceWords, whyWords } from '../names.ts';
import type { Block, Column } from '../types.ts';

const COLUMNS: readonly Column[] = [
  { key: 'what', title: 'what', kind: 'text' },
  { key: 'voice', title: 'the customer’s voice in it', kind: 'text' },
  { key: 'why', title: 'why', kind: 'text' },
];

/** The modules of a department's sessions, by name; a column of which nothing is said is left out. */
export function purposeBlocks(context: Context, department: string): Block[] {
  const sessions = context.sessionsOf.get(department) ?? [];
  const held = sessions.filter(({ status }) => status === 'confirmed');
  const rows = [...index(held, ({ module }) => module).values()].map(([first]) => {
    const then = context.at(first!);
    const module = then.model.modules.get(first!.module);
    return [moduleName(then, first!.module), voiceWords(then, module), whyWords(then, module, department)];
  });
  const kept = COLUMNS.flatMap((_, at) => (at === 0 || rows.some((row) => row[at] !== '') ? [at] : []));
  if (kept.length === 1) return [];
  const table = {
    columns: kept.map((at) => COLUMNS[at]!),
    rows: rows.sort(([a], [b]) => byCodeUnit(a!, b!)).map((row) => kept.map((at) => row[at]!)),
  };
  return [
    { kind: 'heading', level: 2, text: 'What each is for' },
    { kind: 'table', table },
  ];
}
