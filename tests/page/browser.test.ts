/** The page in a real browser: every view in light and dark, filters, links, keyboard, zoom, print, and hostile text. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it, vi } from 'vitest';
import { VIEWS } from '../../src/page/route.ts';
import { minimal } from '../fixtures.ts';
import { describeInChromium, goTo, open } from './chromium.ts';
import { exampleYear, htmlOf, textYear, written } from './pages.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Faults of access that axe finds; and of what it cannot judge, which rules. */
async function axe(page: Page, rules?: string[]): Promise<{ violations: string[]; incomplete: string[] }> {
  await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const { violations, incomplete } = await (
      globalThis as unknown as {
        axe: {
          run: (options: object) => Promise<Record<string, { id: string; nodes: { html: string }[] }[]>>;
        };
      }
    ).axe.run({ ...(only && { runOnly: only }), resultTypes: ['violations', 'incomplete'] });
    return {
      violations: violations!.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html)
            .slice(0, 3)
            .join(' ')}`,
      ),
      incomplete: incomplete!.map(({ id }) => id),
    };
  }, rules);
}

describeInChromium('the page of ledgerloop', (browser) => {
  let file: string;
  beforeAll(async () => {
    file = written(await htmlOf(await exampleYear('ledgerloop')), 'ledgerloop.html');
  });

  const SHOWN = [
    ...VIEWS.map(([id]) => id),
    'start?department=finance',
    'calendar?mode=week&week=9',
    'calendar?mode=list&month=2027-03',
    'wall?by=site&paper=a4',
    'coverage?dimension=S&of=role',
    'load?what=shifts',
    'load?what=facilitators',
    'load?what=rooms',
    'path?who=joiner',
  ];

  for (const scheme of ['light', 'dark'] as const) {
    // Dark has the same elements in other colours.
    it(`shows every view without a fault, and axe finds none, in ${scheme}`, async () => {
      const { page, faults } = await open(browser(), file, 'start', { colorScheme: scheme });
      const found: string[] = [];
      for (const view of SHOWN) {
        await goTo(page, view);
        expect(await page.locator('main h1').count(), view).toBe(1);
        const { violations, incomplete } = await axe(
          page,
          scheme === 'dark' ? ['color-contrast'] : undefined,
        );
        found.push(...violations.map((text) => `${view}: ${text}`));
        // Contrast on hatching and of single signs is beyond axe: another test reckons it.
        found.push(
          ...incomplete.filter((id) => id !== 'color-contrast').map((id) => `${view}: undecided ${id}`),
        );
      }
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    });
  }

  it('filters by everything there is, says how many are left, and goes back step by step', async () => {
    const { page, faults } = await open(browser(), file, 'calendar?mode=list');
    await page.locator('.filters button.quiet').click();
    for (const label of ['Department', 'Site', 'Shift', 'Role', 'Led by', 'Theme', 'Module', 'Format']) {
      const before = page.url();
      const select = page.locator(`.filters label:has(> span:text-is("${label}")) select`);
      const value = await select.locator('option').nth(1).getAttribute('value');
      await select.selectOption(value!);
      await page.waitForFunction((url) => location.href !== url, before);
      expect(await page.locator('.active [role=status]').textContent(), label).toMatch(/^[\d,]+ sessions?$/);
      await page.goBack();
      await page.waitForFunction((url) => location.href === url, before);
      expect(await select.inputValue(), label).toBe('');
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds what is typed, without case and accents', async () => {
    const { page } = await open(browser(), file, 'calendar?mode=list&month=2027-03');
    const all = await page.locator('tbody tr').count();
    await page.locator('input[type=search]').fill('HUDDLE');
    await page.waitForURL(/q=HUDDLE/);
    const some = await page.locator('tbody tr').count();
    expect(some).toBeLessThan(all);
    await page.context().close();
  });

  it('opens a session with its reasons and hands out just this one for a calendar', async () => {
    const { page, faults } = await open(browser(), file, 'calendar?mode=list&month=2027-03');
    await page.locator('tbody tr a').first().click();
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    for (const word of ['When', 'Where', 'Who', 'Led by', 'Because of'])
      expect(await dialog.locator('dt', { hasText: word }).count(), word).toBeGreaterThan(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByText('Add this session').click(),
    ]);
    const text = readFileSync((await download.path())!, 'utf8');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect((await axe(page)).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('open=');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is reached and worked by the keyboard alone', async () => {
    const { page, faults } = await open(browser(), file, 'start');
    const reached = new Set<string>();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 40) ?? ''));
    }
    expect(reached).toContain('To the content');
    for (const [, text] of VIEWS) expect([...reached].join('|')).toContain(text);
    await page.locator('.views a', { hasText: 'Wall planner' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.dataset.view === 'wall');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const stops = page.locator('.planner tbody td a[tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await stops.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const place = await page.evaluate(() => {
      const cell = document.activeElement?.closest('td');
      return [cell?.cellIndex, cell?.closest('tr')?.sectionRowIndex];
    });
    expect(place).toEqual([2, 1]);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.dataset.view === 'calendar');
    expect(page.url()).toContain('mode=week&week=1');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('loses nothing at 400 %: only what scrolls by itself is wider than the window', async () => {
    const { page } = await open(browser(), file, 'start', { viewport: { width: 320, height: 256 } });
    for (const view of SHOWN) {
      await goTo(page, view);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, view).toBeLessThanOrEqual(320);
    }
    await page.context().close();
  });

  it('prints the wall planner on one A3 sheet, on two of A4, and everything else on A4', async () => {
    const { page } = await open(browser(), file, 'wall');
    const pages = async (view: string) => {
      await goTo(page, view);
      const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      return [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) =>
        [x, y].map((points) => Math.round((Number(points) / 72) * 25.4)).join('×'),
      );
    };
    expect(await pages('wall')).toEqual(['420×297']);
    expect(await pages('wall?paper=a4')).toEqual(['297×210', '297×210']);
    for (const view of ['start', 'gaps', 'path'])
      expect(new Set(await pages(view)), view).toEqual(new Set(['210×297']));
    for (const view of ['calendar', 'coverage'])
      expect(new Set(await pages(view)), view).toEqual(new Set(['297×210']));
    await page.context().close();
  });
});

describeInChromium('a page of hostile names', (browser) => {
  const NAMES = [
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(2)</script>',
    '=HYPERLINK("http://example.com")',
    '"\'`&amp;<!--',
    'שלום עולם',
    'x'.repeat(190),
  ];

  it('shows them as text, runs nothing and asks for nothing', async () => {
    const departments = Object.fromEntries(NAMES.map((name, i) => [`d${i}`, { name }]));
    const roles = Object.fromEntries(
      NAMES.map((name, i) => [`r${i}`, { name, department: `d${i}`, heads: 3, customerFacing: true }]),
    );
    const year = await textYear(
      minimal({
        departments: { stores: undefined, ...departments },
        roles: { colleague: undefined, ...roles },
        stages: { buy: { name: NAMES[0], touchpoints: { checkout: { name: NAMES[1], owner: 'r0' } } } },
        themes: { mission: { name: NAMES[1], months: [1] } },
        modules: { basics: { name: NAMES[0] } },
      }),
    );
    const { page, faults } = await open(browser(), written(await htmlOf(year), 'hostile.html'), 'start');
    for (const [view] of VIEWS) {
      await goTo(page, view);
      expect(await page.locator('main img, main script').count(), view).toBe(0);
    }
    await goTo(page, 'coverage');
    const heads = await page.locator('main tbody th a').allTextContents();
    expect(heads.sort()).toEqual([...NAMES].sort());
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describeInChromium('the page of fernhill', (browser) => {
  it('is at most 1.0 MB, shows every view, and its wall planner is one A3 sheet', async () => {
    const html = await htmlOf(await exampleYear('fernhill'));
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
    const { page, faults } = await open(browser(), written(html, 'fernhill.html'), 'start');
    for (const [view] of VIEWS) {
      await goTo(page, view);
      expect(await page.locator('main h1').count(), view).toBe(1);
    }
    await goTo(page, 'wall');
    const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(text.match(/\/MediaBox/g)).toHaveLength(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
