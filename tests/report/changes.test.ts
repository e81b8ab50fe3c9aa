/** Why a session is not as it was, down to the line; and who is told. */
import { describe, expect, it } from 'vitest';
import { newsOf } from '../../src/report/changes/news.ts';
import { linesOf } from '../../src/report/changes/told.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { live } from '../living/year.ts';

const FIRM = `
programme: { name: Why, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One. }
departments:
  shop: { maxAway: 100% }
  office: {}
roles:
  seller: { department: shop, heads: 8, customerFacing: true }
  clerk: { department: office, heads: 4 }
rooms:
  lab: { site: main, seats: 12 }
  loft: { site: main, seats: 12 }
themes: { m: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  talk: { audience: { departments: [shop] }, format: talk, minutes: 45, days: mon, when: { from: 2027-03-01, by: 2027-03-31 }, themes: [m], voices: [testimonial] }
  note: { audience: { departments: [office] }, format: talk, minutes: 45, days: tue, when: { from: 2027-05-03, by: 2027-06-15 }, themes: [m], voices: [testimonial] }
facilitators:
  amira: { name: Amira, kind: champion }
`;
const AS_OF = '2027-01-03';

/** The news of one change of the text. */
async function news(from: string | RegExp, to: string, text = FIRM) {
  const first = await live(text, AS_OF);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const second = await live(changed, AS_OF, first.plan);
  const { locate } = await loadSources(new Map([['cxplan.yaml', changed]]));
  return newsOf(second.model, first, second, locate);
}

async function told(from: string | RegExp, to: string): Promise<string> {
  const all = await news(from, to);
  return linesOf(all.diff.sessions.map(all.told), all.both.now).join('\n');
}

describe('the cause of a change', () => {
  it.each([
    [
      'an absence',
      'kind: champion }',
      'kind: champion, away: [{ from: 2027-02-22, to: 2027-03-14 }] }',
      /→ Mon 15 Mar.* Amira is away from 22 February to 14 March \(cxplan\.yaml:17\)\./,
    ],
    [
      'another leader',
      /amira: .*/,
      'tom: { name: Tom, kind: champion }',
      /led by Tom instead of Amira\. Amira does not lead sessions any more\./,
    ],
    [
      'a room that is gone',
      '  loft: { site: main, seats: 12 }\n',
      '',
      /in Lab instead of Loft\. There is no Loft any more\.|^$/,
    ],
    [
      'a room that is closed',
      /(seats: 12)/g,
      'seats: 12, closed: [{ to: 2027-03-07, reason: Painting }]',
      /is closed on Mon 1 Mar: Painting \(cxplan\.yaml:1\d\)/,
    ],
    [
      'a busy time',
      'shop: { maxAway: 100% }',
      'shop: { maxAway: 100%, busy: [{ from: 2027-03-01, to: 2027-03-07, reason: Stocktaking }] }',
      /Shop is busy from 1 to 7 March: Stocktaking \(cxplan\.yaml:4\)/,
    ],
    [
      'another window',
      'from: 2027-03-01',
      'from: 2027-03-15',
      /Its window is from 15 to 31 March now \(cxplan\.yaml:14\)/,
    ],
    ['other days', 'days: mon', 'days: fri', /It is held on other days now \(cxplan\.yaml:14\)/],
    [
      'another length',
      'minutes: 45, days: mon',
      'minutes: 60, days: mon',
      /It takes 1 h now, not 45 min \(cxplan\.yaml:14\)/,
    ],
    [
      'a module that is gone',
      /\n {2}talk: .*/,
      '',
      /cancelled, Mon .*\. “Talk” is not in the programme any more\./,
    ],
    [
      'a module that is new',
      '\nfacilitators:',
      '\n  more: { audience: { departments: [office] }, format: talk, minutes: 30, when: { from: 2027-05-03, by: 2027-06-15 }, themes: [m], voices: [testimonial] }\nfacilitators:',
      /“More”.*: new, .*It is new in the programme \(cxplan\.yaml:16\)/,
    ],
    [
      'more people',
      'heads: 4',
      'heads: 5',
      /joined by Clerks? \(1 of 5\)\. There are 5 Clerks now, not 4 \(cxplan\.yaml:8\)/,
    ],
    [
      'a holiday',
      'mantra: One.',
      'mantra: One., holidays: { dates: [{ date: 2027-03-01, name: Founders }] }',
      /It is Founders in Main/,
    ],
  ])('is told: %s', async (_, from, to, line) => {
    expect(await told(from, to)).toMatch(line);
  });

  it('is told of what gave way, in the plan’s own words', async () => {
    const all = await news('seats: 12 }\n  loft: { site: main, seats: 12 }', 'seats: 12 }');
    for (const change of all.diff.sessions) expect(all.told(change).why).not.toBe('');
  });
});

describe('who is told', () => {
  it('is whom it concerns, and nobody else', async () => {
    const all = await news(
      'kind: champion }',
      'kind: champion, away: [{ from: 2027-02-22, to: 2027-03-14 }] }',
    );
    expect(all.readers('departments').map(({ id, people }) => [id, people])).toEqual([['shop', 8]]);
    expect(all.readers('facilitators').map(({ id }) => id)).toEqual(['amira']);
    expect(all.people()).toBe(8);
    expect(all.calendars()).toEqual(
      expect.arrayContaining(['departments/shop', 'facilitators/amira', 'sites/main']),
    );
    expect(all.calendars()).not.toContain('departments/office');
  });

  it('is nobody of those who stay where only others come', async () => {
    const all = await news('heads: 4', 'heads: 5');
    expect(all.people()).toBe(1);
  });
});
