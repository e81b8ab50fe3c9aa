/** News in the form that was asked for: for a terminal, a program, a pull request, a mail. */
import type { Painter } from '../../diagnostics/painter.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { isNothing } from '../../plan/diff/diff.ts';
import { renderMarkdown } from '../../render/markdown.ts';
import { renderText } from '../../render/text.ts';
import type { News, ReaderKind, Recipient } from '../../report/changes/news.ts';
import { type Bounds, changesPage, readerPage } from '../../report/changes/pages.ts';
import type { Page } from '../../report/types.ts';

/** Finds the comment of the run before, to write over it. */
const MARK = '<!-- cxplan diff -->';
/** GitHub refuses comments over 65,536 characters. */
const LONGEST_COMMENT = 60_000;
const LINES_A_DEPARTMENT = 30;
/** Columns of a mail. */
const MAIL_WIDTH = 72;

/** The one who is asked about. */
export interface Reader {
  readonly kind: ReaderKind;
  readonly concerned: Recipient;
}

const FLAG: Readonly<Record<ReaderKind, string>> = {
  departments: '--department',
  sites: '--site',
  facilitators: '--facilitator',
};

function bounds(most: number): Bounds {
  return { most, rest: (kind, id) => `cxplan diff ${FLAG[kind]} ${id}` };
}

const ALL: Bounds = { most: Number.POSITIVE_INFINITY, rest: () => '' };

/** For a terminal; says so where nothing has changed. */
export function prettyNews(news: News, reader: Reader | undefined, paint: Painter): string {
  if (reader ? isSilent(reader.concerned) : isNothing(news.diff)) {
    const whom = reader ? ` for ${reader.concerned.name}` : '';
    return `${sanitise(`Nothing has changed${whom}.`)}\n`;
  }
  const page = reader
    ? readerPage(news, reader.kind, reader.concerned, ALL)
    : changesPage(news, bounds(LINES_A_DEPARTMENT));
  return `${paint.bold(sanitise(page.title))}\n\n${renderText(page, { strong: paint.bold })}`;
}

/** A comment under a pull request: nothing where nothing has changed, and never longer than one may be. */
export function markdownNews(news: News, reader: Reader | undefined): string {
  if (reader ? isSilent(reader.concerned) : isNothing(news.diff)) return '';
  const pageOf = (most: number): Page =>
    reader ? readerPage(news, reader.kind, reader.concerned, bounds(most)) : changesPage(news, bounds(most));
  for (let most = LINES_A_DEPARTMENT; ; most = Math.floor(most / 2)) {
    const text = `${MARK}\n${renderMarkdown(pageOf(most))}`;
    if (text.length <= LONGEST_COMMENT) return text;
    if (most === 0) return cutAt(text, LONGEST_COMMENT);
  }
}

/** Hundreds of departments, with a line each. */
function cutAt(text: string, most: number): string {
  return `${text.slice(0, text.lastIndexOf('\n', most))}\n\n… and more: cxplan diff\n`;
}

/** One mail for each department that something concerns (or for the reader who is asked about), ready to send. */
export function mailNews(news: News, reader: Reader | undefined): string {
  const readers: readonly Reader[] = reader
    ? [reader]
    : news.readers('departments').map((concerned) => ({ kind: 'departments', concerned }));
  const programme = news.after.plan.programme.name;
  const mails = readers.flatMap(({ kind, concerned }) => {
    if (isSilent(concerned)) return [];
    const page = readerPage(news, kind, concerned, ALL);
    return [
      `${sanitise(`Subject: ${page.title} – ${programme}`)}\n\n${renderText(page, { width: MAIL_WIDTH })}`,
    ];
  });
  return mails.join(`\n${'-'.repeat(MAIL_WIDTH)}\n\n`);
}

function isSilent({ changes, rituals, leftOut }: Recipient): boolean {
  return changes.length + rituals.length + leftOut.length === 0;
}
