/**
 * `cxplan import plan.xlsx`: what a planner has typed into the workbook comes back as pins and notes. Shown first; what
 * cannot be taken is told with its cell, and then nothing is written.
 */
import { join, resolve } from 'node:path';
import { type Say, sayIn } from '../../calendar/say.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { type BookRead, readBook } from '../../exchange/book/read.ts';
import type { WishOfRow } from '../../exchange/book/wishes.ts';
import { TableProblem } from '../../exchange/table/types.ts';
import { adopt, hashOfBytes } from '../../output/adopt.ts';
import { pinFaults } from '../../schedule/schedule.ts';
import { counted } from '../../wording/words.ts';
import { Failure } from '../failure.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { loadValid, type Workspace } from '../load.ts';
import { type Start, startOf } from '../pins/check.ts';
import { edited, write } from '../pins/edit.ts';
import { listEdits } from '../pins/lists.ts';
import { refusePins } from '../pins/refused.ts';
import { printDiagnostics, printJson } from '../print.ts';
import { foreign } from './form.ts';
import type { ImportFlags } from './types.ts';
import { changesOf, wishWords } from './wishes.ts';
import { sayWritten } from './write.ts';

const BOOK = 'plan.xlsx';

export async function importPlan(
  file: string,
  target: string | undefined,
  flags: ImportFlags,
  host: Host,
): Promise<number> {
  const source = foreign(file, host);
  const hash = hashOfBytes(source.chunks());
  const workspace = await loadValid(target, host, flags);
  const start = await startOf(workspace.root, workspace.model, flags, host);
  const { previous } = start;
  if (!previous)
    throw new Failure('there is no plan yet that the workbook could be of: run cxplan generate first');
  const { asOf } = start.options;
  const about = { asOf, inputs: workspace.loaded.inputs };
  const read = await readBook(source, workspace.model, previous, about).catch(async (error) => {
    if (!(error instanceof TableProblem)) throw error;
    await printDiagnostics([error.diagnostic], new Map(), host, 2);
    return undefined;
  });
  const say = sayIn(workspace.model.programme.locale);
  const faults = read ? faultsIn(say, source.file, read) : [];
  if (faults.length > 0) await printDiagnostics(faults, new Map(), host, 2);
  if (!read || faults.length > 0) {
    host.err('Nothing was taken.\n');
    return 1;
  }
  const changes = changesOf(workspace, read.wishes);
  const edit = await edited(workspace, listEdits(workspace, changes));
  await requireKept(edit.loaded, workspace, flags, host);
  if (flags.json) printJson(jsonOf(read), host);
  else host.out(read.wishes.map((row) => `${sanitise(wishWords(row))}\n`).join(''));
  if (!flags.quiet) for (const text of notesOf(say, source.file, read)) host.err(`${sanitise(text)}\n`);
  if (flags.write) {
    write(workspace, edit);
    adoptBook(workspace, file, hash, host);
    sayWritten(
      edit.files.map(({ path }) => path),
      flags,
      host,
    );
  } else if (!flags.quiet && changes.length > 0) host.err('Nothing was written: --write does.\n');
  return 0;
}

/** What was typed into the workbook of the plan itself has been taken over: the next plan may write it again. */
function adoptBook({ root }: Workspace, file: string, hash: string, host: Host): void {
  const folder = outputFolder(root, undefined, host);
  if (resolve(host.cwd, file) === join(folder, BOOK)) adopt(folder, BOOK, hash);
}

/** Most ids that are named. */
const NAMED = 3;

function faultsIn(say: Say, file: string, { faults, gone, isOlder }: BookRead): Diagnostic[] {
  const missing = gone.length > 0 && !isOlder ? [missingRows(say, gone)] : [];
  return [...faults, ...missing].map(({ line, column, message, fix }) => ({
    code: 'workbook-edit',
    severity: 'error',
    message,
    at: { file, line, column },
    fix,
  }));
}

function missingRows(say: Say, gone: readonly string[]) {
  const names = gone.slice(0, NAMED).join(', ');
  const more = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : '';
  return {
    line: 1,
    column: 1,
    message: `${counted(say, gone.length, 'session')} of the plan ${gone.length === 1 ? 'has' : 'have'} no row any more: ${names}${more}`,
    fix: 'put the rows back; to call a session off, write cancelled under Status',
  };
}

/** @throws InvalidWorkspace where what was typed cannot be kept */
async function requireKept(
  loaded: Workspace['loaded'],
  { root, model: before }: Workspace,
  flags: ImportFlags,
  host: Host,
): Promise<void> {
  const { model } = loaded;
  if (!model)
    throw new Failure(
      `${loaded.diagnostics[0]?.message ?? 'the workspace would not be valid'}; nothing was written`,
    );
  const { demand, options, previous }: Start = await startOf(root, model, flags, host);
  const known = new Set(before.pins.map(({ session }) => session));
  const faults = pinFaults(model, demand, options).filter(
    ({ pin }) =>
      !known.has(pin.session) || before.pins.find((one) => one.session === pin.session)?.notOn !== pin.notOn,
  );
  if (faults.length === 0) return;
  const refused = await refusePins(faults, { model, loaded }, previous, host);
  host.err('Nothing was taken.\n');
  throw refused;
}

function notesOf(say: Say, file: string, { rows, wishes, stale, isOlder, gone }: BookRead): string[] {
  const notes = [
    `${file}: ${counted(say, rows, 'session')} read, ${wishes.length === 0 ? 'nothing was typed' : counted(say, wishes.length, 'change')}.`,
  ];
  if (isOlder)
    notes.push(
      'The workbook is of another plan, or the workspace has changed since: only what was typed under Status, Remark and Pinned is taken.',
    );
  if (stale.length > 0)
    notes.push(
      `${counted(say, stale.length, 'row')} ${stale.length === 1 ? 'is' : 'are'} other than in the plan of now, the first in line ${stale[0]}: if anything was changed there, it is not taken.`,
    );
  if (isOlder && gone.length > 0)
    notes.push(
      `${counted(say, gone.length, 'session')} of the plan ${gone.length === 1 ? 'is' : 'are'} not in the workbook.`,
    );
  return notes;
}

function jsonOf({ rows, wishes, isOlder, stale }: BookRead): unknown {
  return {
    rows,
    older: isOlder,
    stale,
    changes: wishes.map(({ line, session, wish }: WishOfRow) => {
      const { pin: _, ...said } = wish as WishOfRow['wish'] & { pin?: unknown };
      return { line, session: session.id, ...said };
    }),
  };
}
