/**
 * From what there is to tell to the files of the output folder; knows formats, and nothing of training. What is in
 * a file is made when it is written; only calendar events are rendered before, because their size says how many
 * files there are.
 */
import type { OutputFile, Text } from '../output/types.ts';
import type { Reports } from '../report/types.ts';
import { renderCsv } from './csv.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';

export type RenderFormat = 'json' | 'md' | 'csv' | 'ics';

type Renderer = (reports: Reports) => OutputFile[] | Promise<OutputFile[]>;

const RENDERERS: Readonly<Record<RenderFormat, Renderer>> = {
  json: ({ documents }) => files(documents, '', renderJson),
  md: ({ pages }) => files(pages, '.md', (page) => () => [renderMarkdown(page())]),
  csv: ({ tables }) => files(tables, '.csv', (table) => () => renderCsv(table)),
  ics: async (reports) => {
    const { renderCalendars } = await import('./ics/calendars.ts');
    return renderCalendars(reports);
  },
};

/**
 * Every file of the plan folder, sorted by path (code units); only those of some formats when told so.
 * The same reports make the same bytes, whatever the machine's zone and locale.
 */
export async function render(reports: Reports, only?: ReadonlySet<RenderFormat>): Promise<OutputFile[]> {
  const formats = (Object.keys(RENDERERS) as RenderFormat[]).filter((format) => only?.has(format) ?? true);
  const written = await Promise.all(formats.map((format) => RENDERERS[format](reports)));
  return written.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

function files<T>(items: ReadonlyMap<string, T>, suffix: string, write: (item: T) => Text): OutputFile[] {
  return [...items].map(([path, item]) => ({ path: `${path}${suffix}`, text: write(item) }));
}
