/**
 * The page as `watch` serves it: the file with a small program more, which hears of the next plan and of errors. The file
 * itself stays as it is; its policy lets the copy run that program, by its hash, and ask this server alone.
 */
import { createHash } from 'node:crypto';
import { LIVE, LIVE_HASH } from './live.gen.js';
import { htmlPage, type Page, policyIn, type Site } from './site.ts';

/** What stands where there is no plan yet. */
const NOTHING = Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No plan yet</title>
<link rel="icon" href="data:,">
</head>
<body>
<p>There is no plan yet. This page shows it as soon as there is.</p>
</body>
</html>
`);

/** Which plan the page at `/` shows; empty where there is none. @param early is shown in its place */
export function planOf(site: Site | undefined, early: Page | undefined): string {
  return (early ?? site?.get('/'))?.etag ?? '';
}

/** A page that will be a file, under the name that it has as one. */
export function previewed(html: string): Page {
  const body = Buffer.from(html);
  return htmlPage(body, createHash('sha256').update(body).digest('hex'), policyIn(body));
}

/** The site whose first page follows what is planned. @param early stands in the place of its first page */
export function liveSite(site: Site | undefined, early: Page | undefined): Site {
  const live = livePage((early ?? site?.get('/'))?.body ?? NOTHING, planOf(site, early));
  return new Map([...(site ?? []), ['/', live], ['/index.html', live]]);
}

function livePage(file: Buffer, plan: string): Page {
  const html = file.toString('utf8');
  const policy = policyIn(file);
  const more = livePolicy(policy);
  // The program stands last: whatever is in the page has been made when it runs.
  const end = Math.max(html.lastIndexOf('</body>'), 0) || html.length;
  const text =
    html.slice(0, end).replace(`content="${policy}"`, () => `content="${more}"`) +
    `<script data-plan="${plan.replaceAll('"', '&quot;')}">${LIVE}</script>\n${html.slice(end)}`;
  const body = Buffer.from(text);
  return htmlPage(body, createHash('sha256').update(body).digest('hex'), more);
}

function livePolicy(policy: string): string {
  const script = `script-src '${LIVE_HASH}'`;
  const more = /script-src [^;]/.test(policy)
    ? policy.replace(/script-src /, () => `${script} `)
    : `${policy}; ${script}`;
  // The program shows its note by a style that it sets itself: no policy is asked about that.
  return `${more}; connect-src 'self'`;
}
