/** `cxplan generate`: plan the year, write everything, and say in a few lines what came of it. */
import { extname, join } from 'node:path';
import type { Model } from '../../model/model.ts';
import { readLong, readOutput } from '../../output/read.ts';
import { refuseLinks } from '../../output/single.ts';
import type { WriteResult } from '../../output/survey.ts';
import { previewOutputs, standingOutputs, whileLocked, writeOutputs } from '../../output/write.ts';
import { type PlannedYear, renderYear } from '../../pipeline.ts';
import { PUBLISHED } from '../../plan/published.ts';
import type { parsePlan } from '../../plan/read.ts';
import { type CsvForm, formIn, PLAIN } from '../../render/csv.ts';
import type { Preview, RenderFormat } from '../../render/render.ts';
import { type News, newsOf } from '../../report/changes/news.ts';
import { type ToldNews, toldNewsIn } from '../../report/look/news.ts';
import type { Read } from '../../workspace/read.ts';
import { gapsIn } from '../diff/gaps.ts';
import { Failure } from '../failure.ts';
import { outputFolder, ownFolder, shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { loadValid, type Workspace } from '../load.ts';
import { peopleFolder, writePeople } from '../people.ts';
import { printJson } from '../print.ts';
import { agreedWithout } from '../publish/agree.ts';
import { recipeOf } from '../recipe.ts';
import { paintFor } from '../style.ts';
import { summaryJson, summaryText } from '../summary.ts';
import { makeYear, parsed, readPlan, type YearFlags } from '../year.ts';

export interface GenerateFlags extends YearFlags {
  readonly only?: readonly string[];
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly verbose?: boolean;
  readonly json?: boolean;
  readonly csv?: 'people' | 'plain';
  readonly csvSeparator?: keyof typeof SEPARATORS;
  readonly patches?: boolean;
  readonly pdf?: string | true;
}

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' };

const FORMATS: readonly RenderFormat[] = ['html', 'xlsx', 'sheets', 'md', 'csv', 'ics', 'json'];

/** Exit code 0 when the plan was made and written, gaps or not. */
export function generate(target: string | undefined, flags: GenerateFlags, host: Host): Promise<number> {
  return generateAgain({}, target, flags, host);
}

/** What whoever plans again and again keeps from one run to the next. */
export interface Kept {
  /** Reads files of the workspace, and not those that it has read before. */
  readonly read?: Read;
  /** The same for the plan of before. */
  readonly parse?: typeof parsePlan;
  readonly preview?: Preview | undefined;
}

/** As {@link generate}, for whoever runs it again and again. */
export async function generateAgain(
  { read, parse, preview }: Kept,
  target: string | undefined,
  flags: GenerateFlags,
  host: Host,
): Promise<number> {
  const only = chosen(flags.only, flags.pdf !== undefined);
  if (flags.fresh && flags.maxMoves !== undefined)
    throw new Failure('--fresh forgets the times that --max-moves counts from: say one of the two');
  const workspace = await loadValid(target, host, flags, read);
  const folder = outputFolder(workspace.root, flags.out, host);
  if (flags.out !== undefined) refuseLinks(ownFolder(host), folder);
  const names =
    flags.people === undefined ? undefined : peopleFolder(flags.people, folder, workspace.model, host);

  const csv = csvForm(workspace.model, flags);
  const recipe = recipeOf(workspace, flags, folder, host);
  const make = async () => {
    const standing = recipe === undefined ? undefined : standingOutputs(folder, recipe);
    const asBefore = standing && (await asItStands(workspace, standing, only, folder, host, parse));
    if (asBefore) return asBefore;
    const made = withNews(workspace, await makeYear(workspace, unlimited(flags), host, false, parse), folder);
    const year = { ...made, sinceAgreed: await sinceAgreed(workspace, made, folder, host) };
    if (year.previous && year.previous !== year.plan && !flags.quiet) {
      const { offerPins } = await import('../pins/offer.ts');
      offerPins(year.previous, host);
    }
    // What the last plan changed goes on being told until another changes something.
    const { plan } = year;
    const stands = plan === year.previous;
    const patches = flags.patches ? await triedPatches(workspace, year, flags, host) : undefined;
    const keep = (path: string) => isKept(path, only, stands);
    const options = { force: flags.force ?? false, keep, last: 'plan.json', made: recipe };
    const form = { only, csv, preview: flags.dryRun ? undefined : preview };
    const files = [
      ...(await renderYear(workspace.model, year, { ...form, told: toldBefore(stands, folder), patches })),
      ...(plan.published ? agreedWithout(folder, workspace.model.people) : []),
    ];
    if (flags.pdf !== undefined && !flags.dryRun) {
      const { pdfFiles } = await import('../pdf.ts');
      files.push(...(await pdfFiles(files, flags.pdf, plan.asOf, flags, host)));
    }
    const write = flags.dryRun ? previewOutputs : writeOutputs;
    return { year, result: await write(folder, files, options) };
  };
  const { year, result } = flags.dryRun ? await make() : await whileLocked(folder, make);

  const summary = {
    model: workspace.model,
    ...year,
    folder: shown(folder, host),
    result,
    dryRun: flags.dryRun ?? false,
    verbose: flags.verbose ?? false,
  };
  if (flags.json) printJson(summaryJson(summary), host);
  else if (!flags.quiet) host.out(summaryText(summary, await paintFor(host, 1)));
  if (names !== undefined) await writePeople(names, workspace.model, year, csv, flags, host);
  return 0;
}

/** Nothing that the files were made from has changed: plan and gaps are read, and nothing is made again. */
async function asItStands(
  { model }: Workspace,
  paths: readonly string[],
  only: ReadonlySet<string> | undefined,
  folder: string,
  host: Host,
  parse: Kept['parse'],
): Promise<{ year: PlannedYear; result: WriteResult } | undefined> {
  const plan = await readPlan(folder, host, model, parse);
  const gaps = plan && gapsIn(readOutput(folder, 'gaps.json'), plan);
  if (!gaps) return undefined;
  const isOurs = (path: string) => !isKept(path, only, true);
  const result = {
    written: [],
    unchanged: paths.filter(isOurs),
    removed: [],
    kept: paths.filter((path) => !isOurs(path)),
  };
  return { year: { plan, gaps, previous: plan }, result };
}

/** Whether a file is left as the last run left it. @param stands what changed then is told as it was; calendars know it from the plan */
function isKept(path: string, only: ReadonlySet<string> | undefined, stands: boolean): boolean {
  const isTold = path.startsWith('changes/') && !path.endsWith('.ics');
  return path === PUBLISHED || isLeftOut(path, only) || (stands && isTold);
}

/** Whom a limit left out is looked after as soon as nobody sets one. */
function unlimited(flags: GenerateFlags): GenerateFlags {
  return { ...flags, maxMoves: flags.maxMoves ?? Number.POSITIVE_INFINITY };
}

/** What has changed since the previous plan, and the gaps that were written beside it. */
function withNews({ model, loaded }: Workspace, year: PlannedYear, folder: string): PlannedYear {
  const { plan, gaps, previous } = year;
  if (!previous || plan === previous) return year;
  const before = { plan: previous, gaps: gapsIn(readOutput(folder, 'gaps.json'), previous) };
  return { ...year, news: newsOf(model, before, { plan, gaps }, loaded.locate) };
}

/** What closes findings, each tried by planning again; only for whoever asks, because that takes its time. */
async function triedPatches(
  workspace: Workspace,
  year: PlannedYear,
  flags: GenerateFlags,
  host: Host,
): Promise<ReadonlyMap<string, string>> {
  const { patchWords } = await import('../fix/words.ts');
  return patchWords(workspace, year, flags, host);
}

/** What the last plan changed goes on being told while it stands. */
function toldBefore(stands: boolean, folder: string): ToldNews | undefined {
  return stands ? toldNewsIn(readOutput(folder, 'changes/changes.json')) : undefined;
}

/** What has changed since people agreed to a plan; undefined where they have not, or it is lost. */
async function sinceAgreed(
  { model, loaded }: Workspace,
  { plan, gaps }: PlannedYear,
  folder: string,
  host: Host,
): Promise<News | undefined> {
  const text = plan.published && readLong(folder, PUBLISHED);
  if (text === undefined) return undefined;
  const agreed = await parsed(text, shown(join(folder, PUBLISHED), host), model);
  return newsOf(model, { plan: agreed, gaps: undefined }, { plan, gaps }, loaded.locate);
}

/** How CSV is written: for people unless told otherwise. @throws Failure where plain is given another separator than its own */
function csvForm({ programme }: Model, { csv, csvSeparator }: GenerateFlags): CsvForm {
  if (csv !== 'plain') return formIn(programme.locale, csvSeparator && SEPARATORS[csvSeparator]);
  if (csvSeparator === undefined) return PLAIN;
  throw new Failure('--csv plain always has commas: leave --csv-separator out');
}

/** The formats to render; the plan itself always, because the next plan follows it. */
function chosen(only: readonly string[] | undefined, pdf: boolean): ReadonlySet<RenderFormat> | undefined {
  if (!only) return pdf ? new Set(FORMATS) : undefined;
  for (const format of only) {
    if (!FORMATS.some((known) => known === format)) {
      throw new Failure(`--only knows ${FORMATS.join(', ')}; '${format}' is none of them`);
    }
  }
  return new Set<RenderFormat>(['json', ...(only as RenderFormat[]), ...(pdf ? (['sheets'] as const) : [])]);
}

/** Whether a file belongs to a format that is not rendered now: it stays as the last run left it. */
function isLeftOut(path: string, only: ReadonlySet<string> | undefined): boolean {
  const format = path.startsWith('sheets/') ? 'sheets' : extname(path).slice(1);
  return only === undefined ? format === 'sheets' : !only.has(format);
}
