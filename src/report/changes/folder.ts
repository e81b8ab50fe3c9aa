/** `plan/changes/`: what the last plan changed, a page for each reader whom it concerns, and for nobody else. */
import { isNothing } from '../../plan/diff/diff.ts';
import type { ToldNews } from '../look/news.ts';
import type { Link, Page } from '../types.ts';
import type { News, ReaderKind } from './news.ts';
import { type Bounds, changesPage, readerPage, toldNews } from './pages.ts';
import { countsWords } from './summary.ts';

const KINDS: readonly ReaderKind[] = ['departments', 'sites', 'facilitators'];

/** Most lines of a department on the page over all of them. */
const MOST = 100;

const OVERVIEW: Bounds = { most: MOST, rest: (kind, id) => `${kind}/${id}.md` };
const ALL: Bounds = { most: Number.POSITIVE_INFINITY, rest: () => '' };

/** Pages by their path without extension; none where nothing has changed. */
export function changesPages(news: News): [string, () => Page][] {
  if (isNothing(news.diff)) return [];
  const readers = KINDS.flatMap((kind) => news.readers(kind).map((one) => ({ kind, one })));
  const links = readers.map(
    ({ kind, one }): Link => ({
      text: one.name,
      href: `${kind}/${one.id}.md`,
      note: countsWords(news.both.now.say, one.changes),
    }),
  );
  return [
    ['changes/README', () => changesPage(news, OVERVIEW, links)],
    ...readers.map(({ kind, one }): [string, () => Page] => [
      `changes/${kind}/${one.id}`,
      () => readerPage(news, kind, one, ALL),
    ]),
  ];
}

/** `changes/changes.json`; undefined where nothing has changed. */
export function toldChanges(news: News): ToldNews | undefined {
  return isNothing(news.diff) ? undefined : toldNews(news, OVERVIEW);
}

/** `plan/agreed/`: for each head of department whom it concerns, what has changed since they agreed. */
export function agreedPages(news: News): [string, () => Page][] {
  if (isNothing(news.diff)) return [];
  return news
    .readers('departments')
    .map((one) => [`agreed/departments/${one.id}`, () => readerPage(news, 'departments', one, ALL)]);
}
