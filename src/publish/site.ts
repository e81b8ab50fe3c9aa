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

/** Only calendars are served: nobody needs more of the plan folder to follow one. */
export function isServed(path: string): boolean {
  return /^(?:feeds|calendars)\/.+\.ics$/.test(path);
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
    site.set(`/${path}`, page(bytes, hash, 'text/calendar; charset=utf-8', modified));
  }
  const index = Buffer.from(indexPage(plan, new Set(files.keys()), origin));
  const hash = createHash('sha256').update(index).digest('hex');
  site.set('/', page(index, hash, 'text/html; charset=utf-8', modified));
  return site;
}

function page(body: Buffer, hash: string, type: string, modified: string): Page {
  const etag = `"${hash.replace(/^sha256:/, '')}"`;
  return {
    body,
    etag,
    headers: {
      'Content-Type': type,
      'Content-Length': body.length,
      ETag: etag,
      'Last-Modified': modified,
      // Kept by whoever likes, but asked about each time: there may be a new plan any minute.
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  };
}
