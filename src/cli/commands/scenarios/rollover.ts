/** `cxplan rollover`: next year's workspace, from this year's. */
import { basename, dirname, join, resolve } from 'node:path';
import { civilOf } from '../../../calendar/date.ts';
import { type Say, sayIn } from '../../../calendar/say.ts';
import { sanitise } from '../../../diagnostics/sanitise.ts';
import { copyFiles, createFiles } from '../../../output/create.ts';
import { readOutput } from '../../../output/read.ts';
import { type DateChange, rollOver } from '../../../scenarios/rollover/rollover.ts';
import { type YearOf, yearsOf } from '../../../scenarios/rollover/years.ts';
import { counted } from '../../../wording/words.ts';
import { loadSources } from '../../../workspace/load.ts';
import { Failure } from '../../failure.ts';
import { outputFolder, shown } from '../../folders.ts';
import type { Host } from '../../host.ts';
import { loadValid } from '../../load.ts';
import { printDiagnostics, printJson } from '../../print.ts';

export interface RolloverFlags {
  readonly workspace?: string;
  readonly to?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly limits?: boolean;
}

/** 0 when the next year's workspace is valid; 1 when a person has to mend it first (it is written all the same). */
export async function rollover(
  target: string | undefined,
  flags: RolloverFlags,
  host: Host,
  about: string,
): Promise<number> {
  const { root, loaded, model } = await loadValid(target, host, flags);
  const years = yearIn(about) - civilOf(model.programme.starts).year;
  if (years < 1 || years > 10)
    throw new Failure(
      `the programme starts in ${civilOf(model.programme.starts).year}: name a later year, at most ten on`,
    );
  const folder =
    flags.to === undefined ? join(dirname(root), `${basename(root)}-${about}`) : resolve(host.cwd, flags.to);
  const all = new Map([...loaded.sources, ...loaded.tables]);
  const { files, changes, kept } = await rollOver(all, years, yearsIn);
  const tables = [...loaded.tables].filter(([path]) => !loaded.made.has(path));
  const texts = [...files, ...tables].map(([path, text]) => ({ path, text }));
  createFiles(folder, [...texts, ...historyOf(root, host, String(civilOf(model.programme.starts).year))]);
  copyFiles(root, folder, [...loaded.made]);
  if (flags.json) printJson({ folder: shown(folder, host), kept, changes }, host);
  else if (!flags.quiet)
    host.out(told(sayIn(model.programme.locale), changes, kept, shown(folder, host), about));
  const next = await loadSources(new Map([...files, ...loaded.tables]));
  if (next.model) return 0;
  await printDiagnostics(next.diagnostics, next.sources, host, 2);
  return 1;
}

function yearIn(text: string): number {
  if (/^20\d{2}$|^21[0-4]\d$/.test(text)) return Number(text);
  throw new Failure(`rollover takes a year such as 2028; '${text}' is none`);
}

async function yearsIn(sources: ReadonlyMap<string, string>): Promise<YearOf> {
  const { model } = await loadSources(new Map(sources));
  if (!model) throw new Failure('the files as they are do not make a workspace with the next year’s dates');
  return yearsOf(model);
}

/** Last year's plan and coverage, to be looked at beside the new ones. */
function historyOf(root: string, host: Host, year: string): { path: string; text: string }[] {
  const folder = outputFolder(root, undefined, host);
  return ['plan.json', 'gaps.json', 'gaps.md', 'README.md'].flatMap((name) => {
    const text = readOutput(folder, name);
    return text === undefined ? [] : [{ path: `history/${year}/${name}`, text }];
  });
}

function told(say: Say, changes: readonly DateChange[], kept: number, folder: string, year: string): string {
  const moved = changes.filter(({ from, to }) => to !== undefined && to !== from);
  const stays = changes.filter(({ from, to }) => to === from);
  const gone = changes.filter(({ to }) => to === undefined);
  const line = ({ file, line, path, from, to, reason, doubtful }: DateChange) =>
    `  ${sanitise(`${file}:${line} ${path}: ${from}${to === undefined || to === from ? '' : ` → ${to}`} (${reason})${doubtful && to !== undefined ? ' – look at it' : ''}`)}\n`;
  return [
    `${counted(say, moved.length, 'date')} moved:\n${moved.map(line).join('')}`,
    ...(gone.length === 0
      ? []
      : [`\nLeft out, to be asked about (${say.exact(gone.length)}):\n${gone.map(line).join('')}`]),
    ...(stays.length === 0
      ? []
      : [`\nStayed as they are (${say.exact(stays.length)}):\n${stays.map(line).join('')}`]),
    `\n${counted(say, kept, 'date')} of what has been, or goes on as it is, stayed. ${sanitise(folder)} is the workspace of ${year}: read it, then run cxplan generate ${sanitise(folder)}.\n`,
  ].join('');
}
