/** Reads a workbook of ours back, beside what would stand in it if nobody had typed. */
import { assessGaps } from '../../coverage/gaps.ts';
import type { Plan } from '../../model/made/plan.ts';
import { type Model, pinOf } from '../../model/model.ts';
import { bookOf, planKey } from '../../report/book/book.ts';
import type { BookSheet } from '../../report/book/types.ts';
import { makeContext } from '../../report/context.ts';
import { TableProblem, type TableSource } from '../table/types.ts';
import { openWorkbook } from '../table/workbook.ts';
import { cellName, type SheetChanges, type SheetFault, sheetChanges, type UnknownRow } from './changed.ts';
import { formOf } from './form.ts';
import { strangeRows } from './strange.ts';
import { type Wishes, wishesOf } from './wishes.ts';

const SHEET = 'Sessions';

export interface BookRead extends SheetChanges, Wishes {
  readonly isOlder: boolean;
}

/** @param asOf what begins before has been held @param inputs what the workspace means now @throws TableProblem */
export async function readBook(
  source: TableSource,
  model: Model,
  plan: Plan,
  { asOf, inputs }: { readonly asOf: string; readonly inputs: string },
): Promise<BookRead> {
  const { sheets } = bookOf(makeContext(model, plan, assessGaps(model, plan)));
  const { records } = await openWorkbook(source, SHEET);
  const changes = await sheetChanges(formOf(sheets.find(({ name }) => name === SHEET)!), records);
  const isOlder = !(await isOf(source, plan)) || plan.made.inputs !== inputs;
  const sessions = new Map(plan.sessions.map((session) => [session.id, session]));
  const pinned = new Map(model.pins.map((pin) => [pin.session, pin]));
  const known = (id: string) => {
    const session = sessions.get(id)!;
    const pin = pinOf(model.pins, session) ?? pinned.get(id);
    return { session, pin, isHeld: session.start.slice(0, 10) < asOf };
  };
  const wished = wishesOf(changes.cells, known, isOlder);
  const others = isOlder ? [] : sheets.filter(({ name }) => name !== SHEET);
  const strange: SheetFault[] = [];
  for (const sheet of others) strange.push(...(await changedIn(source, sheet)));
  const own = [...changes.faults, ...wished.faults, ...strangers(changes.unknown, isOlder)].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  return { ...changes, ...wished, faults: [...own, ...strange], isOlder };
}

/** So many are told; a workbook of another programme would have thousands. */
const TOLD = 3;

/** Sessions that no plan has; an older workbook may have some that are gone, as long as nothing was typed there. */
function strangers(unknown: readonly UnknownRow[], isOlder: boolean): SheetFault[] {
  const some = isOlder ? unknown.filter(({ isTyped, row }) => isTyped && row !== '') : unknown;
  const rest = some.length - TOLD;
  return some.slice(0, TOLD).map(({ line, column, row }, i) => {
    const more = i === TOLD - 1 && rest > 0 ? `; nor ${rest} more` : '';
    return {
      line,
      column,
      message:
        row === ''
          ? `${cellName(column, line)}: the row says no session${more}`
          : `${cellName(column, line)}: there is no session “${row}” in the plan${more}`,
      fix: 'take the row out, or the workbook that this plan has: sessions are added in the YAML files',
    };
  });
}

/** A sheet that was taken out is missed by nobody: nothing was to be typed there. */
async function changedIn(source: TableSource, sheet: BookSheet): Promise<SheetFault[]> {
  const { records } = await openWorkbook(source, sheet.name).catch((error) => {
    if (error instanceof TableProblem && error.diagnostic.code === 'unknown-sheet')
      return { records: undefined };
    throw error;
  });
  return records ? strangeRows(formOf(sheet), records) : [];
}

/** Whether the workbook says that it is of this plan. */
async function isOf(source: TableSource, plan: Plan): Promise<boolean> {
  const { records } = await openWorkbook(source, 'Start');
  for await (const { cells } of records) if (cells[0] === 'Plan') return cells[1] === planKey(plan);
  return false;
}
