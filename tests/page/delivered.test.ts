/** What has come of the seats, as the page shows it: by department and module for all, by name only where names were asked for. */
import { expect, it, vi } from 'vitest';
import { renderPeople } from '../../src/pipeline.ts';
import { wholeTexts } from '../render/whole.ts';
import { axeInBoth } from './axe.ts';
import { describeInChromium, goTo, open } from './chromium.ts';
import { htmlOf, type PlannedYear, textYear, written } from './pages.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const YAML = `
programme:
  name: Northwind
  starts: 2027-01-04
  ends: 2027-03-26
  timezone: Europe/London
  people: people.csv
  attendance: attendance.csv
departments:
  shop: { name: Shop, shifts: { day: { days: mon-fri, hours: 09:00-17:00 } }, maxAway: 50% }
roles:
  seller: { department: shop }
themes: { care: { months: [1, 2, 3] } }
modules:
  tills: { name: Tills, audience: everyone, minutes: 30, format: workshop, led: trainer, room: false, when: { by: 2027-01-29 }, themes: [care] }
  talk: { name: Talk, audience: everyone, minutes: 30, format: workshop, led: trainer, room: false, when: { every: month, months: [3] }, themes: [care] }
facilitators: { ada: { name: Ada, kind: trainer } }
`;
const SELLERS = [...'ABCDEFGH'];
const FILES = {
  'cxplan.yaml': YAML,
  'people.csv': `id,role,name\n${SELLERS.map((id) => `${id},seller,Seller ${id}`).join('\n')}\n`,
  'attendance.csv': 'person,session,module,date,status\n',
};

/** Six came to the tills, one did not, of one nobody has told. */
function told({ plan }: PlannedYear): typeof FILES {
  const [group] = plan.groups;
  const rows = plan.sessions
    .filter(({ module }) => module === 'tills')
    .flatMap(({ id, start, attendees }) =>
      attendees.flatMap(({ first, last }) =>
        group!
          .people!.slice(first - 1, last)
          .map(
            (person) => `${person},${id},,${start.slice(0, 10)},${person === 'G' ? 'absent' : 'attended'}`,
          ),
      ),
    )
    .filter((row) => !row.startsWith('H,'));
  return { ...FILES, 'attendance.csv': `${FILES['attendance.csv']}${rows.join('\n')}\n` };
}

describeInChromium('the page of a year of which attendance is told', (browser) => {
  it('shows planned, delivered and missed by department and module, and of people in theirs alone', async () => {
    const before = await textYear(FILES, undefined, '2027-01-03');
    const year = await textYear(told(before), before.plan, '2027-02-01');
    const rowsIn = async (html: string, name: string, of: string) => {
      const { page, faults } = await open(browser(), written(html, name), `coverage?dimension=D&of=${of}`);
      const found = await axeInBoth(page, 'delivered');
      const rows = await page
        .locator('.delivered tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)));
      const switches = await page.locator('.switch a').allTextContents();
      await goTo(page, 'coverage');
      expect([...found, ...faults]).toEqual([]);
      await page.context().close();
      return { rows, switches };
    };
    // Whoever was away has a seat more: they make up for it.
    const shared = await htmlOf(year);
    expect((await rowsIn(shared, 'shared.html', 'department')).rows).toEqual([
      ['Shop', '17', '6', '1', '1', '9'],
    ]);
    const modules = await rowsIn(shared, 'shared.html', 'module');
    expect(modules.rows).toEqual([
      ['Talk', '8', '–', '–', '–', '–'],
      ['Tills', '9', '6', '1', '1', '1'],
    ]);
    expect(modules.switches).not.toContain('People');
    const names = await wholeTexts(await renderPeople(year.model, year, undefined));
    const { rows, switches } = await rowsIn(names.get('index.html')!, 'names.html', 'person');
    expect(switches).toContain('People');
    expect(rows).toContainEqual(['Seller A', '2', '1', '0', '0', '1']);
    expect(rows).toContainEqual(['Seller G', '3', '0', '1', '0', '2']);
    expect(rows).toContainEqual(['Seller H', '2', '0', '0', '1', '1']);
    expect(rows).toHaveLength(SELLERS.length);
  });
});
