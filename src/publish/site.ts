/** What is served: a list of files in memory, each with its headers made once, and a page that leads to them. */
import { createHash } from 'node:crypto';
import { httpDate } from '../calendar/http-date.ts';
import type { Plan } from '../model/made/plan.ts';
import { indexPage } from './index-page.ts';

export interface Page {
  readonly body: Buffer;
  /** Strong: of the content and nothing else. */
  readonly etag: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** Path of the address (`/feeds/all.ics`) → what is there. */
export type Site = ReadonlyMap<string, Page>;

/** A file as it stands on the disk. */
export interface Served {
  readonly bytes: Buffer;
  /** `sha256:…` */
  readonly hash: string;
}

/** Where the list of calendars is. */
export const LIST = '/calendars/';

const TYPES: Readonly<Record<string, string>> = {
  ics: 'text/calendar; charset=utf-8',
  html: 'text/html; charset=utf-8',
  // Browsers show it; the type of its own they would save.
  md: 'text/plain; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** Of what brings none itself. */
const POLICY = "default-src 'none'";

/** The page, what it leads to, and the calendars: nobody needs more of the plan folder. */
export function isServed(path: string): boolean {
  return typeOf(path) !== undefined;
}

/** Without these a plan is not whole; of the others one may have been changed by hand, such as the workbook, and is left out. */
export function isNeeded(path: string): boolean {
  return path === 'index.html' || path === 'plan.json' || path.endsWith('.ics');
}

function typeOf(path: string): string | undefined {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)];
}

/**
 * @param files by their path in the plan folder
 * @param origin under which they are found: `127.0.0.1:4180`
 * @param today nothing was changed later than that, whatever day a plan is made for
 */
export function siteOf(
  plan: Pick<Plan, 'asOf' | 'programme' | 'calendars'>,
  files: ReadonlyMap<string, Served>,
  origin: string,
  today: string,
): Site {
  const modified = httpDate(plan.asOf < today ? plan.asOf : today);
  const site = new Map<string, Page>();
  for (const [path, { bytes, hash }] of files) {
    const type = typeOf(path);
    if (type === undefined) continue;
    const policy = path.endsWith('.html') ? policyIn(bytes) : POLICY;
    site.set(`/${path}`, page(bytes, hash, type, policy, modified));
  }
  const list = Buffer.from(indexPage(plan, new Set(files.keys()), origin));
  const hash = createHash('sha256').update(list).digest('hex');
  site.set(LIST, page(list, hash, TYPES.html!, `${POLICY}; style-src 'unsafe-inline'`, modified));
  site.set('/', site.get('/index.html') ?? site.get(LIST)!);
  return site;
}

/** The policy that stands in a page, for its header: both hold. */
export function policyIn(html: Buffer): string {
  const head = html.toString('latin1', 0, 2048);
  return /<meta http-equiv="Content-Security-Policy" content="([\x20-\x7e]+?)">/.exec(head)?.[1] ?? POLICY;
}

/** A page of HTML. @param hash hexadecimal, of the body */
export function htmlPage(body: Buffer, hash: string, policy: string): Page {
  return page(body, hash, TYPES.html!, policy);
}

function page(body: Buffer, hash: string, type: string, policy: string, modified?: string): Page {
  const etag = `"${hash.replace(/^sha256:/, '')}"`;
  return {
    body,
    etag,
    headers: {
      'Content-Type': type,
      'Content-Length': body.length,
      ETag: etag,
      ...(modified !== undefined && { 'Last-Modified': modified }),
      // Kept by whoever likes, but asked about each time: there may be a new plan any minute.
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  };
}
