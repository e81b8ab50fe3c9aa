/** The page that leads to the calendars: each by its name, to follow or to import. */
import type { Plan, PlanCalendar } from '../model/made/plan.ts';

const KINDS: readonly (readonly [prefix: string, title: string])[] = [
  ['all', 'Everything'],
  ['departments/', 'Departments'],
  ['sites/', 'Sites'],
  ['facilitators/', 'Facilitators'],
  ['rooms/', 'Rooms'],
  ['people/', 'People'],
];

/**
 * @param files that are there, by their path in the plan folder
 * @param origin `127.0.0.1:4180`
 */
export function indexPage(
  { programme, calendars = [] }: Pick<Plan, 'programme' | 'calendars'>,
  files: ReadonlySet<string>,
  origin: string,
): string {
  const sections = KINDS.flatMap(([prefix, title]) => {
    const some = calendars.filter(({ id }) => (prefix === 'all' ? id === 'all' : id.startsWith(prefix)));
    const items = some.map((one) => itemOf(one, files, origin)).filter((item) => item !== '');
    return items.length === 0 ? [] : [`<h2>${title}</h2>\n<ul>\n${items.join('\n')}\n</ul>`];
  });
  const name = escapeHtml(programme.name);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}: calendars</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}</style>
<h1>${name}</h1>
<p>“Follow” opens a calendar in your program and keeps it up to date; the address beside it can be pasted where a program
asks for one (“From internet”, “On the network”, “Subscribe”). “Import” copies it once.</p>
${sections.join('\n')}
</html>
`;
}

function itemOf({ id, name }: PlanCalendar, files: ReadonlySet<string>, origin: string): string {
  const feed = `feeds/${id}.ics`;
  if (!files.has(feed)) return '';
  // A person's calendar is called by the programme alone.
  const text = escapeHtml(id.startsWith('people/') ? id.slice('people/'.length) : name);
  const imports = partsOf(id, files).map((path) => `<a href="/${path}">${escapeHtml(fileName(path))}</a>`);
  return `<li>${text}: <a href="webcal://${origin}/${feed}">follow</a> (<a href="/${feed}">http://${origin}/${feed}</a>)${
    imports.length === 0 ? '' : `; import ${imports.join(', ')}`
  }</li>`;
}

/** The files to import of a calendar: one, or parts by quarter. */
export function partsOf(id: string, files: Iterable<string>): string[] {
  const stem = `calendars/${id}`;
  return [...files].filter((path) => {
    if (!path.startsWith(stem) || !path.endsWith('.ics')) return false;
    const rest = path.slice(stem.length, -'.ics'.length);
    return rest === '' || /^--?q\d+(?:-\d+)?$/.test(rest);
  });
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
