/** Pages as Markdown (CommonMark with GitHub's tables): plain to read as text, and safe to open as a page. */
import { posix } from 'node:path';
import type { Block, CellValue, Link, Page, Table } from '../report/types.ts';
import { visibleLine } from '../wording/clean.ts';

/** What is written beside a page: its relative links lead there, or are left out. */
export interface LinkTargets {
  /** The page's own folder, from the plan's: `.`, `departments`. */
  readonly folder: string;
  /** Whether there is such a file, or folder (which ends with `/`), by its path from the plan's folder. */
  readonly has: (path: string) => boolean;
  /** The files of a calendar, by its path without extension. */
  readonly partsOf: (agenda: string) => readonly string[];
}

/** A page from its title to its final newline. Without `beside` every link stays as it is. */
export function renderMarkdown(page: Page, beside?: LinkTargets): string {
  const parts = page.blocks.map((item) => block(item, beside)).filter((text) => text !== '');
  return `${[`# ${escapeMarkdown(page.title)}`, ...parts].join('\n\n')}\n`;
}

function block(item: Block, beside: LinkTargets | undefined): string {
  switch (item.kind) {
    case 'heading':
      return `${'#'.repeat(item.level)} ${escapeMarkdown(item.text)}`;
    case 'paragraph':
      return item.lead === undefined
        ? opening(item.text)
        : `**${escapeMarkdown(item.lead)}** ${inline(item.text)}`;
    case 'quote':
      return `> ${opening(item.text)}`;
    case 'list':
      return item.items.map((text) => `- ${opening(text)}`).join('\n');
    case 'table':
      return table(item.table);
    case 'link':
      return leads(item.href, beside) ? link(item.text, item.href) : '';
    case 'links':
      return item.items
        .flatMap((one) => targetsOf(one, beside))
        .map(linkItem)
        .join('\n');
  }
}

/** The links that one stands for: a calendar's files each by its name; none where nothing is there. */
function targetsOf(one: Link, beside: LinkTargets | undefined): Link[] {
  if (!one.calendar || !beside) return leads(one.href, beside) ? [one] : [];
  const parts = beside.partsOf(posix.join(beside.folder, one.href));
  return parts.map((path) => ({
    text: posix.basename(path),
    href: posix.relative(beside.folder, path),
    note: one.note,
  }));
}

function leads(href: string, beside: LinkTargets | undefined): boolean {
  const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(href);
  // A place within a page is there where the page is.
  const path = href.replace(/#.*$/, '');
  return !beside || isElsewhere || beside.has(posix.join(beside.folder, path));
}

function linkItem({ text, href, note }: Link): string {
  return `- ${link(text, href)}${note === '' ? '' : `: ${inline(note)}`}`;
}

/** Only addresses that lead nowhere dangerous: relative ones, http, https and mailto. */
function link(text: string, href: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href)?.[0].toLowerCase();
  const safe = scheme === undefined || ['http:', 'https:', 'mailto:'].includes(scheme);
  if (!safe || /[\u0000-\u0020<>\\]/.test(href)) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](${href.replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))})`;
}

function table({ columns, rows }: Table): string {
  const titles = columns.map((column) => escapeMarkdown(column.title));
  const rule = columns.map((column) => (column.kind === 'number' ? '---:' : '---'));
  const lines = rows.map((row) => row.map(cell));
  return [titles, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell(value: CellValue): string {
  return value === null || value === '' ? '–' : escapeMarkdown(String(value));
}

/**
 * Text that Markdown shows as it is: no emphasis, code, link, image, HTML, entity, formula or cell border,
 * and no address that turns into a link by itself.
 */
export function escapeMarkdown(text: string): string {
  return escapePart(visibleLine(text));
}

function escapePart(text: string): string {
  if (!/[\\`*_[\]<>|~$&:.]/.test(text)) return text;
  return text
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;')
    .replace(/:\/\//g, '\\://')
    .replace(/\b(www)\./gi, '$1\\.');
}

/** Text in which a remedy may quote a key of the workspace between backticks; nothing works inside of those. */
function inline(text: string): string {
  const parts = visibleLine(text).split(/`([^`]+)`/);
  return parts.map((part, i) => (i % 2 === 0 ? escapePart(part) : `\`${part}\``)).join('');
}

/** Text at the start of a line, where `#`, `-`, `1.` and their like would begin something else. */
function opening(text: string): string {
  return inline(text)
    .replace(/^[#+\-=:]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
