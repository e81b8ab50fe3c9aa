/** The interview of `learned`. Only for a terminal: see the command. */
import { readDate } from '../../exchange/table/dates.ts';
import type { TableSource } from '../../exchange/table/types.ts';
import type { Model } from '../../model/model.ts';

export interface Question {
  readonly type: 'input' | 'select' | 'confirm';
  readonly message: string;
  readonly default?: string | boolean;
  readonly choices?: readonly { readonly value: string; readonly name: string }[];
  /** True, or what is wrong. */
  readonly validate?: (typed: string) => true | string;
}

/** One question, one answer. */
export type Put = (question: Question) => Promise<string | boolean>;

const terminal: Put = async (question) => {
  // Loaded only where anybody is asked.
  const { default: inquirer } = await import('inquirer');
  const { answer } = await inquirer.prompt([{ name: 'answer', ...question } as never]);
  return answer as string | boolean;
};

const COLUMNS = ['department', 'stage', 'date', 'learning', 'action', 'owner', 'due', 'story', 'consent'];

/**
 * Asks until there is no more, and gives the answers as the table that they are.
 *
 * @param today the usual day of learning: `2027-03-02`
 */
export async function asked(model: Model, today: string, put: Put = terminal): Promise<TableSource> {
  const rows: string[][] = [];
  do rows.push(await oneLearning(model, today, put));
  while (await put({ type: 'confirm', message: 'Was there anything else?', default: false }));
  const text = [COLUMNS, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n');
  return { file: 'your answers', chunks: () => [Buffer.from(`${text}\n`)] };
}

/** Whether what has been shown is to be written. */
export async function agreed(put: Put = terminal): Promise<boolean> {
  return (
    (await put({ type: 'confirm', message: 'Is that right? Then it is written.', default: true })) === true
  );
}

async function oneLearning({ departments, stages }: Model, today: string, put: Put): Promise<string[]> {
  const text = async (message: string, more: Partial<Question> = {}): Promise<string> =>
    String(await put({ type: 'input', message, ...more })).trim();
  const pick = async (message: string, known: Model['departments'] | Model['stages'], none?: string) =>
    String(
      await put({
        type: 'select',
        message,
        choices: [
          ...[...known.values()].map(({ id, name }) => ({ value: id, name })),
          ...(none === undefined ? [] : [{ value: '', name: none }]),
        ],
      }),
    );
  const department = await pick('Whose learning is it?', departments);
  const stage = await pick('At which stage of the customer’s journey?', stages, 'none of them, or all');
  const date = await text('When was it learned?', { default: today, validate: isDate });
  const learning = await text('What was learned? (a sentence)', { validate: isSaid });
  const action = await text('What is done about it?', { validate: isSaid });
  const owner = await text('Who answers for that? (a role or a department; empty: nobody yet)');
  const due = await text('By when?', { validate: (typed) => isDue(typed, date) });
  const story = await text('What did a customer say, in their words? (empty: nothing)');
  const consent =
    story === ''
      ? ''
      : await text(
          'Until when may that be told on? (the day to which they agreed; empty: they were not asked)',
          {
            validate: (typed) => (typed.trim() === '' ? true : isDate(typed)),
          },
        );
  return [department, stage, date, learning, action, owner, due, story, consent];
}

function isSaid(typed: string): true | string {
  return typed.trim() !== '' || 'A sentence is needed here.';
}

function isDate(typed: string): true | string {
  return (
    readDate(typed.trim())?.day !== undefined ||
    'Write a date that is meant in one way only, such as 2027-03-02.'
  );
}

function isDue(typed: string, date: string): true | string {
  const found = isDate(typed);
  if (found !== true) return found;
  return (
    readDate(typed.trim())!.day! >= (readDate(date)?.day ?? Number.NEGATIVE_INFINITY) ||
    `That is before it was learned (${date}).`
  );
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
