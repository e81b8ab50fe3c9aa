/** A real Chromium for the page's tests: nothing but files is answered, and whatever goes wrong in it is remembered. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** `CHROMIUM`, else the first that is on the path. */
function found(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  const all = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return CHROMIUM ?? all.find((path) => existsSync(path));
}

const executablePath = found();

/** Tests in a browser. On a machine without one they say so; where results are counted that is a failure. */
export function describeInChromium(title: string, tests: (browser: () => Browser) => void): void {
  const run = executablePath === undefined && !process.env.TEST_REPORT ? describe.skip : describe;
  run(
    executablePath === undefined ? `${title} (needs Chromium on the path, or CHROMIUM=file)` : title,
    () => {
      let browser: Browser;
      beforeAll(async () => {
        browser = await launched();
      });
      afterAll(() => browser?.close());
      tests(() => browser);
    },
  );
}

function launched(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('no Chromium: install it, or say where with CHROMIUM');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Opened {
  readonly page: Page;
  /** Errors, warnings, dialogs, and every request but those for the file itself; empty when all is well. */
  readonly faults: string[];
}

/** A file in a page of its own, at a view: `wall?department=finance`. */
export async function open(
  browser: Browser,
  file: string,
  view: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.route('**', (route) => {
    const url = route.request().url();
    if (url.startsWith(`file://${file}`)) return route.continue();
    if (!url.startsWith('data:')) faults.push(`request: ${url}`);
    return route.abort();
  });
  await page.goto(`file://${file}#/${view}`);
  await page.waitForSelector('html[data-ready]');
  return { page, faults };
}

/** Goes to a view within the page. */
export async function goTo(page: Page, view: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${view}`);
  await page.waitForFunction((id) => document.documentElement.dataset.view === id, view.split('?')[0]);
}
