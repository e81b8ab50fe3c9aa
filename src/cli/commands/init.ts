/** `cxplan init`: a first workspace that validates, plans and scores at once, by questions or from a template. */
import { basename, resolve } from 'node:path';
import { isZoneName, zoneFault, zonesMeant } from '../../calendar/zone-names.ts';
import { createFiles } from '../../output/create.ts';
import type { TextFile } from '../../output/types.ts';
import { Failure } from '../failure.ts';
import { shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { type Answers, makeWorkspace } from '../init/make.ts';
import { RETAIL } from '../init/retail.ts';
import { SAAS } from '../init/saas.ts';
import type { Template } from '../init/template.ts';

export interface InitFlags {
  readonly template?: string;
  readonly yes?: boolean;
  readonly name?: string;
  readonly year?: number;
  readonly timezone?: string;
  readonly quiet?: boolean;
}

const TEMPLATES: ReadonlyMap<string, Template> = new Map([
  ['retail', RETAIL],
  ['saas', SAAS],
]);

/** 0 when it was written. Without a terminal it asks nothing, and says which flags answer instead. */
export async function init(target: string | undefined, flags: InitFlags, host: Host): Promise<number> {
  const folder = resolve(host.cwd, target ?? '.');
  if (!flags.yes && !((await host.terminal(0)) && (await host.terminal(1)))) {
    throw new Failure(
      'there is no terminal to ask on: answer with --template retail --yes (or --template saas --yes)',
    );
  }
  const wrong = flags.timezone === undefined ? undefined : zoneFault(flags.timezone);
  if (wrong !== undefined) throw new Failure(`--timezone ${wrong}`);
  const defaults = defaultsFor(folder, flags, host);
  const { template, answers } = flags.yes ? unasked(flags, defaults) : await asked(flags, defaults);
  const files = makeWorkspace(template, answers);
  await mustBeValid(files);
  createFiles(folder, files);
  if (!flags.quiet) {
    const here = shown(folder, host);
    host.out(
      `${files.map(({ path }) => `${here}/${path}`).join('\n')}\n\nNow change the sentences, and plan: cxplan generate ${here}\n`,
    );
  }
  return 0;
}

/** What was answered has to make a workspace: nothing is written that `validate` would refuse. */
async function mustBeValid(files: readonly TextFile[]): Promise<void> {
  const { loadSources } = await import('../../workspace/load.ts');
  const { diagnostics } = await loadSources(new Map(files.map(({ path, text }) => [path, text])));
  const wrong = diagnostics.find(({ severity }) => severity === 'error');
  if (!wrong) return;
  const fix = wrong.fix === undefined ? '' : ` (${wrong.fix})`;
  throw new Failure(`these answers make no workspace: ${wrong.message}${fix}; nothing was written`);
}

function unasked(flags: InitFlags, answers: Answers): { template: Template; answers: Answers } {
  if (flags.template === undefined) throw new Failure('--yes needs --template retail or --template saas');
  return { template: TEMPLATES.get(flags.template)!, answers };
}

async function asked(flags: InitFlags, defaults: Answers): Promise<{ template: Template; answers: Answers }> {
  const { ask, askTemplate } = await import('../init/ask.ts');
  const template = TEMPLATES.get(flags.template ?? (await askTemplate(TEMPLATES)))!;
  return { template, answers: await ask(template, defaults) };
}

function defaultsFor(folder: string, { name, year, timezone }: InitFlags, host: Host): Answers {
  return {
    name: name ?? titleOf(basename(folder)),
    year: year ?? Number(host.today().slice(0, 4)) + 1,
    timezone: timezone ?? machineZone(),
    holidays: undefined,
    departments: undefined,
    heads: new Map(),
    customerFacing: undefined,
    officeHours: [],
    themes: undefined,
  };
}

/** The zone this machine is set to, under a name that may be written. */
function machineZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isZoneName(timeZone) ? timeZone : (zonesMeant(timeZone)[0] ?? 'UTC');
}

/** `my-firm` → `My firm` */
function titleOf(name: string): string {
  const words = name.replace(/[-_.]+/g, ' ').trim();
  return words === '' ? 'My firm' : words[0]!.toUpperCase() + words.slice(1);
}
