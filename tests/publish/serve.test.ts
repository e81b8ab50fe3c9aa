/** The plan over HTTP: what a browser, and a program that follows a calendar, are answered before, during and after a replan. */

import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageData } from '../../src/report/look/types.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { SMALL } from '../fixtures.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((done, failed) => {
    // The path as it is: an address would have its dots taken out before it is sent.
    const [host, port] = origin.split(':') as [string, string];
    const sent = request({ host, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        done({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', failed).end();
  });
}

/** Serves a folder while `use` runs. */
async function serving(folder: string, use: (origin: string) => Promise<void>): Promise<string> {
  let stop = () => {};
  let said: (origin: string) => void = () => {};
  const started = new Promise<string>((done) => {
    said = done;
  });
  let printed = '';
  const served = run(['serve', folder, '--port', '0'], {
    out: (text) => {
      printed += text;
      const origin = /http:\/\/([\d.:]+)\//.exec(text)?.[1];
      if (origin) said(origin);
    },
    onInterrupt: (call) => {
      stop = () => call('SIGINT');
      return () => {};
    },
  });
  try {
    await use(await Promise.race([started, served.then(({ err }) => Promise.reject(new Error(err)))]));
  } finally {
    stop();
  }
  expect((await served).code).toBe(0);
  return printed;
}

describe('cxplan serve', () => {
  it('answers with calendars, says when nothing is new, and follows a replan as a whole', async () => {
    const folder = firm();
    expect((await run(['generate', folder, '--quiet'])).code).toBe(0);
    const file = (path: string) => readFileSync(join(folder, 'plan', path), 'utf8');
    const printed = await serving(folder, async (origin) => {
      const all = await ask(origin, '/feeds/all.ics?from=a-reader');
      expect(all).toMatchObject({
        status: 200,
        body: file('feeds/all.ics'),
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
          'last-modified': 'Sun, 03 Jan 2027 00:00:00 GMT',
        },
      });
      const etag = String(all.headers.etag);
      for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const same = await ask(origin, '/feeds/all.ics', { 'If-None-Match': tag });
        expect([same.status, same.body, same.headers.etag]).toEqual([304, '', etag]);
      }
      const head = await ask(origin, '/feeds/all.ics', {}, 'HEAD');
      expect([head.status, head.body, head.headers.etag]).toEqual([200, '', etag]);

      const index = await ask(origin, '/calendars/');
      expect(index.body).toContain(`href="webcal://${origin}/feeds/all.ics"`);
      for (const [, path] of index.body.matchAll(/href="(\/[^"]+)"/g))
        expect((await ask(origin, path!)).status).toBe(200);

      // A run at work has put some of its files in place: the plan before is served on.
      const before = file('feeds/all.ics');
      writeFileSync(join(folder, 'plan', 'feeds', 'all.ics'), 'BEGIN:VCAL');
      expect((await ask(origin, '/feeds/all.ics')).body).toBe(before);
      writeFileSync(join(folder, 'plan', 'feeds', 'all.ics'), before);

      writeFileSync(join(folder, 'cxplan.yaml'), SMALL.replace('name: Empathy', 'name: Sympathy'));
      expect((await run(['generate', folder, '--quiet'])).code).toBe(0);
      expect(file('feeds/all.ics')).not.toBe(before);
      const next = await ask(origin, '/feeds/all.ics', { 'If-None-Match': etag });
      expect([next.status, next.body]).toEqual([200, file('feeds/all.ics')]);
    });
    expect(printed).toMatch(
      /^.*plan is served until Ctrl-C: the page at (http:\/\/127\.0\.0\.1:\d+\/), \d+ calendars to follow at \1calendars\/\n$/,
    );
  });

  it('answers with the page as it stands in the folder, and with every file that it leads to', async () => {
    const folder = firm();
    expect((await run(['generate', folder, '--quiet', '--only', 'html,sheets,xlsx,md,ics'])).code).toBe(0);
    const html = readFileSync(join(folder, 'plan/index.html'), 'utf8');
    await serving(folder, async (origin) => {
      for (const path of ['/', '/index.html', '/?from=a-mail']) {
        const { status, headers, body } = await ask(origin, path);
        expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
        expect(body).toBe(html);
        const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)![1];
        expect(headers['content-security-policy']).toBe(`${own}; frame-ancestors 'none'`);
        const same = await ask(origin, path, { 'If-None-Match': String(headers.etag) });
        expect([same.status, same.body]).toEqual([304, '']);
      }
      const data = JSON.parse(/id="data">(.*?)<\/script>/.exec(html)![1]!) as PageData;
      const kinds = new Set(data.files.map(({ href }) => href.replace(/^.*\./, '')));
      expect([...kinds].sort()).toEqual(['html', 'ics', 'json', 'md', 'xlsx']);
      for (const { href } of data.files) {
        const { status, headers } = await ask(origin, `/${href}`, {}, 'HEAD');
        expect([href, status]).toEqual([href, 200]);
        expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
      }
      // Only a page that is made to follow the plan is answered there.
      expect((await ask(origin, '/watch')).status).toBe(404);
    });
  });

  it('goes on where somebody has typed into the workbook, and leaves that out', async () => {
    const folder = firm();
    await run(['generate', folder, '--quiet']);
    writeFileSync(join(folder, 'plan/plan.xlsx'), 'typed into');
    await serving(folder, async (origin) => {
      expect((await ask(origin, '/')).status).toBe(200);
      expect((await ask(origin, '/plan.xlsx')).status).toBe(404);
    });
  });

  it('has the list of calendars where there is no page', async () => {
    const folder = firm();
    await run(['generate', folder, '--quiet', '--only', 'ics']);
    const printed = await serving(folder, async (origin) => {
      expect((await ask(origin, '/')).body).toBe((await ask(origin, '/calendars/')).body);
      expect((await ask(origin, '/index.html')).status).toBe(404);
    });
    expect(printed).toMatch(/until Ctrl-C: \d+ calendars to follow at/);
  });

  it('is for this machine, for reading, and for what the plan has', async () => {
    const folder = firm();
    await run(['generate', folder, '--quiet']);
    await serving(folder, async (origin) => {
      const status = async (path: string, headers = {}, method = 'GET') =>
        (await ask(origin, path, headers, method)).status;
      expect(await status('/feeds/all.ics', { Host: 'evil.example' })).toBe(421);
      expect(await status('/feeds/all.ics', { Host: `localhost:${origin.split(':')[1]}` })).toBe(200);
      expect(await status('/', { Host: 'evil.example' })).toBe(421);
      for (const from of ['http://evil.example', 'https://127.0.0.1.evil.example', 'null'])
        expect(await status('/', { Origin: from })).toBe(403);
      expect(await status('/', { Origin: `http://${origin}` })).toBe(200);
      expect(await status('/feeds/all.ics', {}, 'DELETE')).toBe(405);
      for (const path of [
        '/../cxplan.yaml',
        '/.cxplan-manifest.json',
        '/feeds/../plan.json',
        '/feeds/%2e%2e/plan.json',
        '/feeds',
        '/feeds/no.ics',
      ])
        expect(await status(path)).toBe(404);
    });
  });

  it('says what is missing', async () => {
    const { code, err } = await run(['serve', firm(), '--port', '0']);
    expect(code).toBe(2);
    expect(err).toMatch(/there is no folder .*plan: run cxplan generate first/);
  });
});
