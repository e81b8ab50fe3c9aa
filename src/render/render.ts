/**
 * From what there is to tell to the files of the output folder; knows formats, and nothing of training. What is in
 * a file is made when it is written; only calendar events are rendered before, because their size says how many
 * files there are.
 */
import { posix } from 'node:path';
import type { OutputFile, Text } from '../output/types.ts';
import type { SignInMaker } from '../report/sheets/types.ts';
import type { Reports } from '../report/types.ts';
import { type CsvForm, renderCsv } from './csv.ts';
import type { CalendarFile, Calendars } from './ics/calendars.ts';
import { renderJson } from './json.ts';
import { type LinkTargets, renderMarkdown } from './markdown.ts';

export type RenderFormat = 'html' | 'xlsx' | 'sheets' | 'json' | 'md' | 'csv' | 'ics';

export interface RenderOptions {
  /** Only these formats; left out, all but the sheets. */
  readonly only?: ReadonlySet<RenderFormat> | undefined;
  /** How CSV is written; plain when left out. */
  readonly csv?: CsvForm | undefined;
}

/**
 * Every file of the plan folder, sorted by path (code units); only those of some formats when told so.
 * The same reports make the same bytes, whatever the machine's zone and locale.
 */
export async function render(reports: Reports, { only, csv }: RenderOptions = {}): Promise<OutputFile[]> {
  const { documents, tables, pages } = reports;
  const wanted = (format: RenderFormat): boolean => only?.has(format) ?? true;
  const { files: calendars, cuts } = wanted('ics') ? await calendarsOf(reports) : NO_CALENDARS;
  const written = [
    ...(wanted('json') ? files(documents, '', (document) => renderJson(document, cuts)) : []),
    ...(wanted('csv') ? files(tables, '.csv', (table) => () => renderCsv(table, csv)) : []),
    ...calendars,
  ];
  if (only?.has('sheets')) written.push(...(await sheetsOf(reports)));
  if (reports.signIns) written.push(...(await signInsOf(reports.signIns())));
  if (wanted('xlsx') && reports.book) written.push(await bookOf(reports.book));
  const page = wanted('html') ? [PAGE] : [];
  if (wanted('md')) written.push(...pagesOf(pages, [...written.map(({ path }) => path), ...page], calendars));
  if (wanted('html')) written.push(await pageOf(reports, written));
  return written
    .map(({ path, text, joined = false }) => ({ path, text, joined }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The page lies at the top of the folder. */
const PAGE = 'index.html';

const NO_CALENDARS: Calendars = { files: [], cuts: new Map() };

/** Calendars load their library when asked for. */
async function calendarsOf(reports: Reports): Promise<Calendars> {
  const { renderCalendars } = await import('./ics/calendars.ts');
  return renderCalendars(reports);
}

/** The workbook is a file of its own; its library is loaded when asked for. */
async function bookOf(book: NonNullable<Reports['book']>): Promise<OutputFile> {
  const [made, { renderXlsx }] = await Promise.all([book(), import('./xlsx.ts')]);
  const bytes = await renderXlsx(made);
  return { path: 'plan.xlsx', text: () => [bytes] };
}

/** Sheets repeat the year for everybody who pins one to a wall: they are made for whoever asks. */
async function sheetsOf({ sheets }: Reports): Promise<OutputFile[]> {
  const [all, { renderSheet, renderSheetIndex }] = await Promise.all([sheets(), import('./sheet.ts')]);
  return [
    { path: 'sheets/index.html', text: renderSheetIndex('Sheets to print', all) },
    ...all.map(({ path, make }) => ({ path: `sheets/${path}.html`, text: () => [renderSheet(make())] })),
  ];
}

async function signInsOf(all: readonly SignInMaker[]): Promise<OutputFile[]> {
  const { renderSignIn, renderSheetIndex } = await import('./sheet.ts');
  return [
    { path: 'sign-in/index.html', text: renderSheetIndex('Sheets to sign', all) },
    ...all.map(({ path, make }) => ({ path: `sign-in/${path}.html`, text: () => [renderSignIn(make())] })),
  ];
}

/** The page leads to what is written beside it. */
async function pageOf({ look }: Reports, others: readonly OutputFile[]): Promise<OutputFile> {
  const [{ title, data }, { renderHtml }] = await Promise.all([look(), import('./html.ts')]);
  const paths = new Set(others.map(({ path }) => path));
  const instead = paths.has('README.md') ? 'README.md' : 'plan.json';
  return { path: PAGE, text: () => [renderHtml({ title, data: data(paths), instead })] };
}

/** Pages link to what is written beside them, and to nothing else. */
function pagesOf(
  pages: Reports['pages'],
  others: readonly string[],
  calendars: readonly CalendarFile[],
): OutputFile[] {
  const paths = new Set([...others, ...[...pages.keys()].map((path) => `${path}.md`)]);
  const folders = new Set([...paths].map((path) => `${posix.dirname(path)}/`));
  const parts = new Map<string, string[]>();
  for (const { agenda, path } of calendars) parts.set(agenda, [...(parts.get(agenda) ?? []), path]);
  const beside = (path: string): LinkTargets => ({
    folder: posix.dirname(path),
    has: (target) => paths.has(target) || folders.has(target),
    partsOf: (agenda) => parts.get(agenda) ?? [],
  });
  return [...pages].map(([path, page]) => ({
    path: `${path}.md`,
    text: () => [renderMarkdown(page(), beside(path))],
  }));
}

function files<T>(items: ReadonlyMap<string, T>, suffix: string, write: (item: T) => Text): OutputFile[] {
  return [...items].map(([path, item]) => ({ path: `${path}${suffix}`, text: write(item) }));
}
