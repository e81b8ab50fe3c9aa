/** `generate --pdf`: what people pin to a wall or sign, as files that print the same everywhere. */
import { resolve } from 'node:path';
import { PLAIN_NUMBERS } from '../calendar/say.ts';
import type { Print } from '../output/pdf/print.ts';
import type { OutputFile } from '../output/types.ts';
import { counted } from '../wording/words.ts';
import { Failure } from './failure.ts';
import type { Host } from './host.ts';

/** @param said a path, or true for the one on the path @throws Failure where there is none */
export async function pdfFiles(
  files: readonly OutputFile[],
  said: string | true,
  day: string,
  { quiet = false }: { readonly quiet?: boolean | undefined },
  host: Host,
): Promise<OutputFile[]> {
  const [{ printed }, { chromiumOn }] = await Promise.all([
    import('../output/pdf/print.ts'),
    import('../output/pdf/chromium.ts'),
  ]);
  const chromium = said === true ? chromiumOn(host.env.PATH ?? '') : resolve(host.cwd, said);
  if (chromium === undefined)
    throw new Failure(
      'PDFs are made by Chromium or Chrome, and none is on the path: install one, name it with --pdf <file>, or print the pages in plan/sheets from a browser',
    );
  const prints = files.flatMap(printsOf);
  if (!quiet) host.err(`Printing ${counted(PLAIN_NUMBERS, prints.length, 'PDF')} with ${chromium}\n`);
  return printed(prints, chromium, day);
}

/** Sheets; of the page what fits on one: the first view, and the wall planner. */
function printsOf(file: OutputFile): Print[] {
  if (file.path === 'index.html')
    return [
      { file, view: '#/start', path: 'sheets/start.pdf' },
      { file, view: '#/wall', path: 'sheets/wall-planner.pdf' },
    ];
  if (!/^sheets\/.*\.html$/.test(file.path) || file.path === 'sheets/index.html') return [];
  return [{ file, view: '', path: file.path.replace(/html$/, 'pdf') }];
}
