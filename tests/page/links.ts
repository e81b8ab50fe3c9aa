/** Deep links: that each names what there is, and that the page then shows it. */
import type { Page } from 'playwright-core';
import { unpack } from '../../src/page/data.ts';
import { choices, KEYS } from '../../src/page/filter.ts';
import { parseRoute, VIEWS } from '../../src/page/route.ts';
import type { PageData } from '../../src/report/look/types.ts';

/** Every `#/…` that a page shows now. */
export function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#/"]')].map((link) => link.getAttribute('href')!),
  );
}

/** `#/…` of every link of Markdown pages that leads into the page, by path of the page. */
export function linksInMarkdown(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, text] of files)
    if (path.endsWith('.md'))
      for (const [, target, hash] of text.matchAll(/\]\(([^()\s#]*index\.html)(#\/[^()\s]*)\)/g)) {
        const base = new URL(path, 'file:///plan/');
        const { pathname } = new URL(target!, base);
        found.push(pathname === '/plan/index.html' ? hash! : `${path} leads to ${pathname}`);
      }
  return found;
}

/** Links of no view, and filters by what is not there. */
export function brokenLinks(data: PageData, links: Iterable<string>): string[] {
  const all = choices(unpack(data));
  const broken: string[] = [];
  for (const link of new Set(links)) {
    const { view, settings } = parseRoute(link);
    const isView = VIEWS.some(([id]) => link === `#/${id}` || link.startsWith(`#/${id}?`));
    const wrong = KEYS.filter(
      (key) => settings[key] !== undefined && !all[key].some(({ value }) => value === settings[key]),
    );
    if (!isView || wrong.length > 0) broken.push(`${link}: ${view}, ${wrong.join()}`);
  }
  return broken;
}

/** Settings that are one of a few words. */
const SWITCHES = ['mode', 'by', 'paper', 'dimension', 'of', 'what', 'who', 'from'];

/** So many of the links that every setting of every view is in one, with every word that it can be. */
export function oneOfEachKind(links: Iterable<string>): string[] {
  const seen = new Set<string>();
  return [...links].filter((link) => {
    const { view, settings } = parseRoute(link);
    const kinds = Object.entries(settings).map(
      ([key, value]) => `${view} ${key} ${SWITCHES.includes(key) ? value : ''}`,
    );
    const isNew = [view, ...kinds].some((kind) => !seen.has(kind));
    for (const kind of [view, ...kinds]) seen.add(kind);
    return isNew;
  });
}

/** What a link names and the page does not show when it is followed; empty when all is there. */
export function notShown(page: Page, links: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ([all, switches]) => {
      const wrong: string[] = [];
      const one = (selector: string) => document.querySelector(selector);
      const chosen = (label: string) =>
        [...document.querySelectorAll('label.field')]
          .find((field) => field.querySelector('span')?.textContent === label)
          ?.querySelector<HTMLSelectElement>('select,input')?.value;
      const selects: Record<string, string> = {
        department: 'Department',
        site: 'Site',
        shift: 'Shift',
        role: 'Role',
        facilitator: 'Led by',
        theme: 'Theme',
        module: 'Module',
        format: 'Format',
        q: 'Search',
        rule: 'Rule',
        severity: 'How grave',
      };
      const faultsOf = (link: string) => {
        const [, view = '', query = ''] = /^#\/([^?]*)\??(.*)$/.exec(link) ?? [];
        const shown = document.documentElement.dataset.view;
        if (shown !== view) return [`shows ${shown}`];
        const faults: string[] = [];
        for (const [key, value] of new URLSearchParams(query)) {
          const label = selects[key];
          const current = () =>
            [...document.querySelectorAll('.switch a[aria-current]')].some(
              (a) => new URLSearchParams(a.getAttribute('href')!.split('?')[1]).get(key) === value,
            );
          if (label !== undefined) {
            if (chosen(label) !== value) faults.push(`${label} is ${chosen(label)}`);
          } else if (switches.includes(key)) {
            if (!current()) faults.push(`${key} is another`);
          } else if (key === 'open') {
            if (!one('dialog[open]')) faults.push('no session is open');
          } else if (key === 'cell') {
            if (!one('.arithmetic')) faults.push('no arithmetic');
          } else if (['month', 'week', 'day'].includes(key)) {
            if (!/\d/.test(one('main h1')?.textContent ?? '')) faults.push('no date');
          } else faults.push(`${key} is not known`);
        }
        return faults;
      };
      for (const link of all) {
        location.hash = link;
        // A busy machine draws late: it is wrong only when it stays wrong.
        for (let i = 0; i < 3 || (i < 250 && faultsOf(link).length > 0); i++)
          await new Promise((done) => setTimeout(done, i));
        for (const fault of faultsOf(link)) wrong.push(`${link}: ${fault}`);
      }
      return wrong;
    },
    [links, SWITCHES] as const,
  );
}
