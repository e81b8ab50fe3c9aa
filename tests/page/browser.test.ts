/** The page in a real browser: every view in light and dark, filters, links, keyboard, zoom, print, and hostile text. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it, vi } from 'vitest';
import { isoDate } from '../../src/calendar/date.ts';
import { idOf, unpack, type Year } from '../../src/page/data.ts';
import { VIEWS } from '../../src/page/route.ts';
import { minimal } from '../fixtures.ts';
import { axe, axeInBoth } from './axe.ts';
import { describeInChromium, goTo, open } from './chromium.ts';
import { cellsUnreached, notByKeys } from './keyboard.ts';
import { brokenLinks, linksInMarkdown, linksOf, notShown, oneOfEachKind } from './links.ts';
import { moving } from './motion.ts';
import { dataIn, exampleYear, filesOf, htmlOf, longNamed, textYear, written } from './pages.ts';
import { tooWide } from './widths.ts';

/** Somebody who leads nothing in the first month: the month of their first session, and their id. */
function firstLedLater(year: Year): [month: string, id: string] {
  const months = year.data.facilitators.map(({ id }, n) => {
    const first = year.facilitator.indexOf(n);
    return [first < 0 ? '' : isoDate(year.day[first]!).slice(0, 7), id] as [string, string];
  });
  return months.find(([month]) => month > year.data.year.months[0]!.key)!;
}

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

describeInChromium('the page of ledgerloop', (browser) => {
  let file: string;
  let files: Map<string, string>;
  beforeAll(async () => {
    files = await filesOf(await exampleYear('ledgerloop'), { only: new Set(['html', 'md'] as const) });
    file = written(files.get('index.html')!, 'ledgerloop.html');
  });

  const SHOWN = [
    ...VIEWS.map(([id]) => id),
    'start?department=finance',
    'calendar?mode=week&week=9',
    'calendar?mode=list&month=2027-03',
    'wall?by=site&paper=a4',
    'coverage?dimension=S&of=role',
    'load?what=shifts',
    'load?what=roles',
    'load?what=facilitators',
    'load?what=rooms',
    'path?who=joiner',
  ];

  it('shows every view without a fault, and axe finds none, in light and in dark', async () => {
    const { page, faults } = await open(browser(), file, 'start');
    const found: string[] = [];
    for (const view of SHOWN) {
      await goTo(page, view);
      expect(await page.locator('main h1').count(), view).toBe(1);
      found.push(...(await axeInBoth(page, view)));
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('has no link, nor a Markdown page one, that does not lead to what it names', async () => {
    const { page, faults } = await open(browser(), file, 'start');
    const links = new Set(linksInMarkdown(files));
    expect(links.size).toBeGreaterThan(10);
    for (const view of SHOWN) {
      await goTo(page, view);
      for (const link of await linksOf(page)) links.add(link);
    }
    expect(links.size).toBeGreaterThan(500);
    const data = dataIn(files.get('index.html')!);
    expect(brokenLinks(data, ['#/none', '#/wall?site=none'])).toHaveLength(2);
    expect(brokenLinks(data, links)).toEqual([]);
    expect(await notShown(page, oneOfEachKind(links))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

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

  it('finds what is typed, without case and accents; shows the same time by day, week and month', async () => {
    const { page } = await open(browser(), file, 'calendar?mode=list&month=2027-03');
    const all = await page.locator('tbody tr').count();
    await page.locator('input[type=search]').fill('HUDDLE');
    await page.waitForURL(/q=HUDDLE/);
    const some = await page.locator('tbody tr').count();
    expect(some).toBeLessThan(all);
    await goTo(page, 'calendar?mode=list&day=2027-03-12');
    const shows = async (link: string, title: string) => {
      await page.locator('.switch a', { hasText: link }).click();
      await page.locator('main h1', { hasText: title }).waitFor({ timeout: 60_000 });
    };
    await page.locator('main h1', { hasText: 'March 2027: Fri 12 Mar' }).waitFor({ timeout: 60_000 });
    await shows('Week', 'Week 10: Mon 8 Mar – Sun 14 Mar');
    await shows('Later', 'Week 11: Mon 15 Mar – Sun 21 Mar');
    await shows('Month', 'March 2027');
    await shows('Later', 'April 2027');
    await shows('Week', 'Week 13: Mon 29 Mar – Sun 4 Apr');
    await page.context().close();
  });

  it('leads from an empty month to the nearest session, and keeps the open view in sight on a small screen', async () => {
    const { page } = await open(browser(), file, 'calendar');
    const year = unpack(dataIn(files.get('index.html')!));
    const [month, led] = firstLedLater(year);
    await goTo(page, `calendar?mode=list&facilitator=${led}`);
    await page.locator('.nearest a').click();
    await page.waitForURL(new RegExp(`month=${month}`));
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
    await page.setViewportSize({ width: 320, height: 600 });
    for (const [view] of VIEWS) {
      await goTo(page, view);
      const box = (await page.locator('.views a[aria-current]').boundingBox())!;
      expect([view, box.x >= 0 && box.x + box.width <= 320]).toEqual([view, true]);
    }
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

  it('has no control in any view that keys do not reach, and none that they do not leave', async () => {
    const { page } = await open(browser(), file, 'start');
    for (const [view] of VIEWS) {
      await goTo(page, `${view}?department=finance&month=2027-03`);
      expect(await notByKeys(page), view).toEqual([]);
    }
    for (const view of ['wall?by=site', 'coverage?of=site']) {
      await goTo(page, view);
      expect(await cellsUnreached(page), view).toEqual([]);
      const first = await page.locator('main tbody th a').first().getAttribute('href');
      await goTo(page, `${view}&${first!.split('?')[1]}`);
      expect(await cellsUnreached(page), `${view}, of the first row alone`).toEqual([]);
    }
    await page.context().close();
  });

  it('keeps names of 300 letters, some from right to left, within the width, as text', async () => {
    const long = longNamed(files.get('index.html')!);
    const { page, faults } = await open(browser(), written(long, 'long.html'), 'start');
    const found: string[] = [];
    for (const [width, views] of [
      [1280, VIEWS.map(([id]) => id)],
      [320, SHOWN],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      for (const view of views) {
        await goTo(page, view);
        found.push(...(await tooWide(page)).map((text) => `${view}, ${width}: ${text}`));
      }
    }
    expect(found).toEqual([]);
    // The session itself, with its sentences about who, where and why: the close button stays in reach.
    const year = unpack(dataIn(long));
    const crowded = year.people.indexOf(Math.max(...year.people));
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 400 });
      await goTo(page, `calendar?mode=list&open=${encodeURIComponent(idOf(year, crowded))}`);
      const dialog = page.locator('dialog[open]');
      await dialog.waitFor();
      expect(await tooWide(page), `dialog, ${width}`).toEqual([]);
      expect((await dialog.boundingBox())!.width).toBeLessThanOrEqual(width);
      const shown = await dialog.locator('dd').allTextContents();
      expect(shown.some((text) => /שלום/.test(text))).toBe(true);
      await dialog.getByRole('button', { name: 'Close' }).click({ timeout: 60_000 });
      await dialog.waitFor({ state: 'detached' });
    }
    await goTo(page, 'coverage');
    const heads = await page.locator('main tbody th a').allTextContents();
    expect(heads.sort()).toEqual(
      dataIn(long)
        .departments.map(({ name }) => name)
        .sort(),
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('loses nothing at 400 %, where only what scrolls by itself is wider than the window, and moves nothing unasked', async () => {
    const { page } = await open(browser(), file, 'start', { viewport: { width: 320, height: 256 } });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving(page)).toEqual(['HTML']);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const view of SHOWN) {
      await goTo(page, view);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, view).toBeLessThanOrEqual(320);
      expect(await moving(page), view).toEqual([]);
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
  it('is at most 1.0 MB, shows every view without a fault, and its wall planner is one A3 sheet', async () => {
    const html = await htmlOf(await exampleYear('fernhill'));
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
    const { page, faults } = await open(browser(), written(html, 'fernhill.html'), 'start');
    const found: string[] = [];
    for (const [view] of VIEWS) {
      await goTo(page, view);
      expect(await page.locator('main h1').count(), view).toBe(1);
      found.push(...(await axeInBoth(page, view)));
    }
    expect(found).toEqual([]);
    await goTo(page, 'wall');
    const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(text.match(/\/MediaBox/g)).toHaveLength(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
