/** `cxplan learned [file]`: what was learned, from a table or by questions; first shown, then into the ledger. */
import { resolve } from 'node:path';
import { LEARNED_FIELDS } from '../../exchange/learned/fields.ts';
import { inLedger } from '../../exchange/learned/ledger.ts';
import { type Learned, readLearned } from '../../exchange/learned/read.ts';
import { mappingText, NO_MAPPING } from '../../exchange/mapping.ts';
import { replaceFiles } from '../../output/replace.ts';
import type { Replacement } from '../../output/types.ts';
import { kindOf } from '../../workspace/files/root.ts';
import { changesOf } from '../attend/changes.ts';
import { Failure } from '../failure.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { type FormFlags, foreign, type KeptMapping, mappingFor } from '../import/form.ts';
import { sayWritten } from '../import/write.ts';
import { agreed, asked } from '../learned/ask.ts';
import { tell } from '../learned/told.ts';
import { type LimitFlags, loadValid } from '../load.ts';
import { printDiagnostics } from '../print.ts';
import { readPlan } from '../year.ts';

export interface LearnedFlags extends FormFlags, LimitFlags {
  readonly write?: boolean;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** 0 when every row was taken; 1 where one is wrong: then nothing is written. */
export async function learned(
  given: string | undefined,
  flags: LearnedFlags,
  host: Host,
  first: string,
): Promise<number> {
  // A folder alone is a workspace: there is no file then, and questions are asked.
  const isFolder = given === undefined && first !== '' && kindOf(resolve(host.cwd, first)) === 'folder';
  const [file, target] = isFolder ? ['', first] : [first, given];
  const isAsked = file === '';
  if (isAsked) await mustBeAtTerminal(host);
  const workspace = await loadValid(target, host, flags);
  const { model, root } = workspace;
  const plan = await readPlan(outputFolder(root, flags.out, host), host, model);
  const kept = await mappingFor('learned', root, LEARNED_FIELDS, flags, host);
  const source = isAsked ? await asked(model, host.today()) : foreign(file, host);
  const read = await readLearned(source, isAsked ? NO_MAPPING : kept.mapping, model, plan);
  if (read.diagnostics.length > 0) {
    await printDiagnostics(read.diagnostics, new Map(), host, 2);
    host.err('Nothing was taken.\n');
    return 1;
  }
  const { files, result } = await changesOf(
    workspace,
    'actions',
    (before, renamed) => inLedger(before, read.lines, renamed),
    host,
  );
  tell({ file: source.file, read, result, model }, flags, host);
  if (!flags.write && !(isAsked && (await agreed()))) {
    if (!flags.quiet && !flags.json) host.err('Nothing was written: --write does.\n');
    return 0;
  }
  const all = isAsked ? files : [...files, ...mappingOf(read, kept)];
  replaceFiles(root, all);
  const paths = all.map(({ path }) => path);
  sayWritten(paths, flags, host);
  return 0;
}

async function mustBeAtTerminal(host: Host): Promise<void> {
  if ((await host.terminal(0)) && (await host.terminal(1))) return;
  throw new Failure(
    'questions can be asked at a terminal only: name a table of what was learned, such as cxplan learned learned.csv (its columns: department, learning, action, due)',
  );
}

/** Kept where anything was said that the next file of this kind needs as well. */
function mappingOf({ order }: Learned, { mapping, path, text }: KeptMapping): Replacement[] {
  const { columns = {}, dates, separator, values } = mapping;
  if (text !== undefined || (order === undefined && Object.keys(columns).length === 0)) return [];
  const after = mappingText('How cxplan learned reads files such as this one: edit what is not so.', {
    dates: order ?? dates,
    separator,
    columns,
    values: Object.fromEntries([...values].map(([field, words]) => [field, Object.fromEntries(words)])),
  });
  return [{ path, before: undefined, after }];
}
