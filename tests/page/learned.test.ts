/** What was learned and who holds what, as the page shows it: by department and owner, never by name. */
import { expect, it, vi } from 'vitest';
import { axeInBoth } from './axe.ts';
import { describeInChromium, goTo, open } from './chromium.ts';
import { notByKeys } from './keyboard.ts';
import { dataIn, htmlOf, textYear, written } from './pages.ts';
import { tooWide } from './widths.ts';

vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 1_200_000 });

const PEOPLE = [...'ABCDEFG'];
const FILES = {
  'cxplan.yaml': `
programme: { name: Northwind, starts: 2027-01-04, ends: 2027-06-25, timezone: Europe/London, people: people.csv, attendance: attendance.csv, actions: actions.csv }
departments: { shop: { name: Shop }, office: { name: Office } }
roles: { seller: { name: Seller, department: shop }, clerk: { department: office } }
stages: { buy: { name: Buying, phase: during, touchpoints: { till: { owner: seller } } } }
themes: { care: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  safe-hands: { name: Safe hands, audience: everyone, minutes: 30, format: self-paced, when: { from: 2027-02-01, by: 2027-03-26 }, themes: [care], validFor: 12 months }
`,
  'people.csv': `id,role,name\n${PEOPLE.map((id) => `${id},seller,Hilda Quistgaard${id}`).join('\n')}\nz,clerk,Zed\n`,
  'attendance.csv': `person,session,module,date,status\nA,,safe-hands,2026-05-20,attended\nB,,safe-hands,2025-12-01,attended\n`,
  'actions.csv': `id,date,department,stage,learning,action,owner,due,status,story,consent
a-1,2027-01-11,shop,buy,The total is hard to find,Print the total first,seller,2027-02-01,open,I paid twice.,2027-12-31
a-2,2027-01-12,office,,Letters are long,Halve them,z,2027-06-01,done,Not to be told,
a-3,2027-01-13,shop,,${'Wordswithoutablank'.repeat(20)},<b>bold</b>,,2027-06-01,open,,
`,
};

describeInChromium('the page of a year with a ledger and certificates', (browser) => {
  it('shows them by department, state and word; a name or a story without consent is nowhere', async () => {
    const html = await htmlOf(await textYear(FILES, undefined, '2027-03-01'));
    for (const word of ['Quistgaard', 'Not to be told']) expect(html).not.toContain(word);
    expect(dataIn(html).learned.certificates).toMatchObject([
      { people: 7, good: 1, first: '2027-05-20', renewing: 1, ended: 1, never: 5 },
    ]);
    const { page, faults } = await open(browser(), written(html, 'learned.html'), 'learned');
    const rows = () => page.locator('table.rows tbody tr').allInnerTexts();
    await expect.poll(async () => (await rows()).length, { timeout: 600_000 }).toBe(3);
    const [first] = await rows();
    for (const word of ['Shop', 'Buying', 'Print the total first', 'I paid twice.', 'Seller', 'overdue'])
      expect(first!.toLowerCase()).toContain(word.toLowerCase());
    expect((await rows()).join()).toContain('<b>bold</b>');
    expect(await page.locator('table.delivered tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/Shop\s+Safe hands\s+7\s+1\s+.*20.*\s+1\s+1\s+0\s+5/),
    ]);
    expect(await axeInBoth(page, 'learned')).toEqual([]);
    expect(await notByKeys(page)).toEqual([]);
    for (const [address, count] of [
      ['learned?state=done', 1],
      ['learned?department=office', 1],
      ['learned?q=TOTAL', 1],
      ['learned?department=office&state=open', 0],
    ] as const) {
      await goTo(page, address);
      await expect.poll(async () => (await rows()).length, { timeout: 600_000 }).toBe(count);
    }
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await goTo(page, 'learned');
      expect(await tooWide(page)).toEqual([]);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
