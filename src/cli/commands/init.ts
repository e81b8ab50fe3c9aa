/** `cxplan init`: a first workspace that validates, plans and scores at once: by questions, from answers in a file, or from a template. */
import { basename, resolve } from 'node:path';
import { isZoneName, zoneFault, zonesMeant } from '../../calendar/zone-names.ts';
import { createFiles, refuseOthers } from '../../output/create.ts';
import type { TextFile } from '../../output/types.ts';
import { schemaForEditors } from '../../workspace/files/brought-along.ts';
import { Failure, InvalidWorkspace } from '../failure.ts';
import { shown } from '../folders.ts';
import type { Host } from '../host.ts';
import type { Answers } from '../init/answers.ts';
import { refusal } from '../init/check.ts';
import { defaultAnswers } from '../init/defaults.ts';
import { firmOf } from '../init/firm.ts';
import { makeWorkspace } from '../init/make.ts';
import { nextSteps } from '../init/next.ts';
import { regionFrom } from '../init/region.ts';
import { exitCodeOf } from '../load.ts';
import { printDiagnostics } from '../print.ts';

export interface InitFlags {
  readonly template?: string;
  readonly answers?: string;
  readonly yes?: boolean;
  readonly name?: string;
  readonly year?: number;
  readonly timezone?: string;
  readonly holidays?: string;
  readonly quiet?: boolean;
}

/** 0 when it was written, 1 with mistakes in the answers. Without a terminal it asks nothing, and says which flags answer instead. */
export async function init(target: string | undefined, flags: InitFlags, host: Host): Promise<number> {
  const folder = resolve(host.cwd, target ?? '.');
  refuseOthers(folder);
  const defaults = await defaultsFor(folder, flags, host);
  const made = await filesFor(defaults, flags, host);
  const wrong = await refusal(made.filter(({ path }) => !path.startsWith('.')));
  if (wrong !== undefined)
    throw new Failure(`these answers make no workspace: ${wrong}; nothing was written`);
  createFiles(folder, [...made, { path: '.cxplan/workspace.schema.json', text: schemaForEditors() }]);
  if (!flags.quiet) host.out(nextSteps(shown(folder, host), made));
  return 0;
}

/** What is asked for is told by the flags; on a terminal, by a person. */
async function filesFor(defaults: Answers, flags: InitFlags, host: Host): Promise<TextFile[]> {
  if (flags.template !== undefined && flags.answers !== undefined)
    throw new Failure('--template and --answers are two ways to the same: give one of them');
  if (flags.template !== undefined) {
    const { fromTemplate } = await import('../init/template.ts');
    return fromTemplate(flags.template, { ...defaults, holidays: flags.holidays && defaults.holidays });
  }
  if (flags.answers !== undefined) return firmFiles(await answersOf(flags.answers, defaults, host));
  if (flags.yes || !((await host.terminal(0)) && (await host.terminal(1)))) {
    const why = flags.yes ? '--yes asks nothing' : 'there is no terminal to ask on';
    throw new Failure(`${why}: answer with --template retail --yes, or with --answers file.yaml`);
  }
  const { ask } = await import('../init/ask.ts');
  if (!flags.quiet) host.err(BEFORE);
  return firmFiles(await ask(defaults));
}

const BEFORE = `A few questions about your firm, five minutes. Enter takes what stands in brackets; at the end everything can
be changed, and nothing is written before that.

`;

async function firmFiles(answers: Answers): Promise<TextFile[]> {
  const { answersText } = await import('../init/to-file.ts');
  return [
    ...makeWorkspace(await firmOf(answers)),
    { path: '.cxplan/answers.yaml', text: answersText(answers) },
  ];
}

/** @throws InvalidWorkspace after printing what is wrong with the file */
async function answersOf(file: string, defaults: Answers, host: Host): Promise<Answers> {
  const { answersFrom } = await import('../init/from-file.ts');
  const { answers, diagnostics, sources } = await answersFrom(resolve(host.cwd, file), defaults);
  if (answers) return answers;
  await printDiagnostics(diagnostics, sources, host, 2);
  throw new InvalidWorkspace(exitCodeOf(diagnostics));
}

/** What the flags say, and what can be known without asking. */
async function defaultsFor(folder: string, flags: InitFlags, host: Host): Promise<Answers> {
  const wrong = flags.timezone === undefined ? undefined : await zoneFault(flags.timezone);
  if (wrong !== undefined) throw new Failure(`--timezone ${wrong}`);
  const { region, problem } = await regionFrom(flags.holidays ?? '');
  if (problem !== undefined) throw new Failure(`--holidays: ${problem}`);
  return defaultAnswers({
    name: flags.name ?? titleOf(basename(folder)),
    year: flags.year ?? Number(host.today().slice(0, 4)) + 1,
    timezone: flags.timezone ?? (await machineZone()),
    holidays: region ?? '',
  });
}

/** The zone this machine is set to, under a name that may be written. */
async function machineZone(): Promise<string> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isZoneName(timeZone) ? timeZone : ((await zonesMeant(timeZone))[0] ?? 'UTC');
}

/** `my-firm` → `My firm` */
function titleOf(name: string): string {
  const words = name.replace(/[-_.]+/g, ' ').trim();
  return words === '' ? 'My firm' : words[0]!.toUpperCase() + words.slice(1);
}
