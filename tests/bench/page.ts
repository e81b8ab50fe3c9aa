/**
 * The page's first view beside a bare page that only parses the same data, in turns, in a real Chromium: the clock from the
 * beginning of the navigation to the second frame after all is shown.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { median } from './measure.ts';

export interface FirstView {
  readonly kB: number;
  readonly milliseconds: number;
  readonly 'bare, milliseconds': number;
  readonly 'first view ÷ bare': number;
}

/** What the page's program does with its data before it shows any. */
const PARSES = `
const held = document.getElementById('data');
const done = (text) => { globalThis.year = JSON.parse(text); document.documentElement.dataset.ready = 'yes'; };
if (held.dataset.form === 'deflate') {
  const bytes = Uint8Array.from(atob(held.textContent), (letter) => letter.charCodeAt(0));
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text().then(done);
} else done(held.textContent);`;

/** Runs before either page: writes down when the second frame is drawn after all is ready. */
const TELLS = `
new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(() => {
  document.documentElement.dataset.shown ??= performance.now();
}))).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });`;

/** @param folder a workspace with `plan/index.html`; @param runs pairs, after one that does not count */
export async function firstView(folder: string, runs: number): Promise<FirstView[]> {
  const file = resolve(folder, 'plan/index.html');
  const html = readFileSync(file, 'utf8');
  const root = mkdtempSync(join(tmpdir(), 'cxplan-bare-'));
  const bare = join(root, 'bare.html');
  writeFileSync(bare, bareOf(html));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const [whole, least] = [[] as number[], [] as number[]];
    for (let run = 0; run <= runs; run++) {
      const pair = [await shown(browser, file), await shown(browser, bare)] as const;
      if (run === 0) continue;
      whole.push(pair[0]);
      least.push(pair[1]);
    }
    const ratio = median(whole.map((one, i) => one / least[i]!));
    const rounded = (value: number, places = 0) => Number(value.toFixed(places));
    return [
      {
        kB: rounded(html.length / 1000),
        milliseconds: rounded(median(whole)),
        'bare, milliseconds': rounded(median(least)),
        'first view ÷ bare': rounded(ratio, 2),
      },
    ];
  } finally {
    await browser.close();
    rmSync(root, { recursive: true });
  }
}

function bareOf(html: string): string {
  const data = /<script type="application\/json" id="data"[^>]*>[^<]*<\/script>/.exec(html)![0];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bare</title></head><body>${data}<script>${PARSES}</script></body></html>`;
}

async function shown(browser: Browser, file: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript({ content: TELLS });
  await page.goto(`file://${file}`);
  const clock = await page.waitForSelector('html[data-shown]', { state: 'attached' });
  const milliseconds = Number(await clock.getAttribute('data-shown'));
  await context.close();
  return milliseconds;
}
