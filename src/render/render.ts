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
  /** Shows the page before all else is made. */
  readonly preview?: Preview | undefined;
}

/** Whoever shows the page from run to run. */
export interface Preview {
  /** The files that the last page led to; undefined before there is one. A run leaves its own here. */
  paths: ReadonlySet<string> | undefined;
  /** Comes back when the page has been taken, so that whoever asks for it need not wait for the rest. */
  readonly show: (html: string) => Promise<void>;
}

/**
 * Every file of the plan folder, sorted by path (code units); only those of some formats when told so.
 * The same reports make the same bytes, whatever the machine's zone and locale.
 */
export async function render(
  reports: Reports,
  { only, csv, preview }: RenderOptions = {},
): Promise<OutputFile[]> {
  const { documents, tables, pages } = reports;
  const wanted = (format: RenderFormat): boolean => only?.has(format) ?? true;
  const pageBeside = wanted('html') ? await pageOf(reports, preview) : undefined;
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
  if (pageBeside) {
    const paths = new Set(written.map(({ path }) => path));
    written.push({ path: PAGE, text: () => [pageBeside(paths)] });
  }
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

/** The page leads to what is written beside it. One that was shown is not made again, if it leads to the same. */
async function pageOf(
  { look }: Reports,
  preview: Preview | undefined,
): Promise<(paths: ReadonlySet<string>) => string> {
  const [{ title, data }, { renderHtml }] = await Promise.all([look(), import('./html.ts')]);
  const htmlOf = (paths: ReadonlySet<string>) => {
    const instead = paths.has('README.md') ? 'README.md' : 'plan.json';
    return renderHtml({ title, data: data(paths), instead });
  };
  if (!preview) return htmlOf;
  const { paths: before } = preview;
  const shown = before && htmlOf(before);
  if (shown !== undefined) await preview.show(shown);
  return (paths) => {
    preview.paths = paths;
    return before && shown !== undefined && isSame(before, paths) ? shown : htmlOf(paths);
  };
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((path) => others.has(path));
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
