/** The page that `watch` serves, in a browser: it loads itself again where it is, and says what is wrong while something is. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import type { Signal } from '../../src/cli/host.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { SMALL } from '../fixtures.ts';
import { describeInChromium } from './chromium.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const NAME = 'Zoë & <b>O’Brien</b>';
const MISTAKE = SMALL.replace('kind: trainer', `kind: "${NAME}"`);

/** `watch` of a folder while `use` runs. */
async function watching(folder: string, use: (address: string) => Promise<void>): Promise<void> {
  let stop: (signal: Signal) => void = () => {};
  let said: (address: string) => void = () => {};
  const started = new Promise<string>((done) => {
    said = done;
  });
  const ended = run(['watch', folder, '--port', '0'], {
    err: (text) => {
      const address = /the page at (\S+) follows/.exec(text)?.[1];
      if (address) said(address);
    },
    onInterrupt: (call) => {
      stop = call;
      return () => {};
    },
  });
  try {
    await use(await started);
  } finally {
    stop('SIGINT');
  }
  expect((await ended).code).toBe(130);
}

const shows = (page: Page, name: string) =>
  page.waitForFunction(
    (text) => document.documentElement.dataset.ready && document.body.innerText.includes(text),
    name,
  );

describeInChromium('the page that watch serves', (browser) => {
  it('follows what is saved, keeps its view and place, and shows mistakes as text', async () => {
    const folder = firm();
    const save = (text: string) => writeFileSync(join(folder, 'cxplan.yaml'), text);
    await watching(folder, async (address) => {
      const page = await browser().newPage({ viewport: { width: 500, height: 300 } });
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      const view = '#/wall?department=stores';
      await page.goto(`${address}${view}`);
      await shows(page, 'Stores');
      const place = () =>
        page.evaluate(() => {
          const [wide] = document.querySelectorAll('.wide');
          return [location.hash, scrollY, wide?.scrollLeft];
        });
      await page.evaluate(() => {
        scrollTo({ top: 120, behavior: 'instant' });
        document.querySelector('.wide')!.scrollLeft = 70;
      });
      expect(await place()).toEqual([view, 120, 70]);

      save(MISTAKE);
      const note = page.getByRole('alert');
      await note.waitFor();
      expect(await note.innerText()).toMatch(/last good plan stays\.\n\nerror [\s\S]*cxplan\.yaml:\d+:\d+/);
      expect(await note.innerText()).toContain(NAME);
      expect(await page.locator('#watch *').count()).toBe(0);
      expect(await place()).toEqual([view, 120, 70]);

      save(SMALL.replace('name: Stores', 'name: All our stores'));
      await shows(page, 'All our stores');
      await expect.poll(place).toEqual([view, 120, 70]);
      expect(await note.count()).toBe(0);
      expect(faults).toEqual([]);
      await page.context().close();
    });
  });
});
