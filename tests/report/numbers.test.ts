/** Numbers are written as the programme's locale writes them, wherever a person reads them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/calendar/say.ts';
import { money } from '../../src/costs/words.ts';
import { renderYear } from '../../src/pipeline.ts';
import { textOf } from '../living/text.ts';
import { live } from '../living/year.ts';

const YEAR = (locale: string) => `
programme: { name: Numbers, starts: 2027-01-04, ends: 2027-03-28, timezone: Europe/London, mantra: One., locale: ${locale} }
departments:
  desk: { meetings: { a: { day: tue, at: "09:10", minutes: 15 } } }
  night: { shifts: { n: { days: mon-fri, hours: 22:00-22:15, share: 100% } } }
roles:
  clerk: { department: desk, heads: 1200, customerFacing: true }
  guard: { department: night, heads: 1 }
themes: { m: { months: [1, 2, 3] } }
modules:
  talk: { audience: { departments: [desk] }, format: huddle, minutes: 10, when: { every: month }, themes: month }
  read: { audience: everyone, format: self-paced, minutes: 30, when: { every: quarter }, themes: month }
`;

const written = new Map<string, ReadonlyMap<string, string>>();
const LOCALES = ['en-GB', 'de-DE', 'ar-EG'];

beforeAll(async () => {
  for (const locale of LOCALES) {
    const year = await live(YEAR(locale), '2027-01-03');
    const files = await renderYear(year.model, year, { only: new Set(['md']) });
    written.set(locale, new Map(files.map((file) => [file.path, textOf(file)])));
  }
});

/** As it is read: Markdown takes `1.` at the beginning of a line for a list, unless the dot is escaped. */
const page = (locale: string, path: string) => written.get(locale)!.get(path)!.replaceAll('\\.', '.');

describe('numbers', () => {
  it('have the signs of the locale on every page', () => {
    expect(page('en-GB', 'README.md')).toContain('1,201 people');
    expect(page('de-DE', 'README.md')).toContain('1.201 people');
    expect(page('de-DE', 'README.md')).toMatch(/4\.800 of 4\.801 seats placed/);
    expect(page('de-DE', 'README.md')).toMatch(/coverage \d\d,\d/);
    for (const [path, text] of written.get('de-DE')!) {
      if (path.endsWith('.md')) expect(text, path).not.toMatch(/\b1,20[01]\b|\b4,80[01]\b|coverage \d+\.\d/);
    }
  });

  it('stand beside dates of one style', () => {
    for (const locale of LOCALES)
      for (const [path, text] of written.get(locale)!)
        if (path.endsWith('.md')) expect(text, path).not.toMatch(/\b20\d\d-\d\d-\d\d\b/);
  });

  it('keep Latin digits', () => {
    for (const text of written.get('ar-EG')!.values()) expect(text).not.toMatch(/[\u0660-\u0669]/);
  });

  it.each([
    ['en-GB', '1,090.5', '98.0', 'EUR 12,310', 'EUR 4.20'],
    ['de-DE', '1.090,5', '98,0', 'EUR 12.310', 'EUR 4,20'],
    ['fr-FR', '1\u202f090,5', '98,0', 'EUR 12\u202f310', 'EUR 4,20'],
    ['en-IN', '1,090.5', '98.0', 'EUR 12,310', 'EUR 4.20'],
  ])('%s', (locale, number, figure, sum, seat) => {
    const say = sayIn(locale);
    expect([say.number(1090.46), say.figure(98), say.number(7), say.number(999)]).toEqual([
      number,
      figure,
      '7',
      '999',
    ]);
    expect([money(say, 'EUR', 12_310), money(say, 'EUR', 4.2)]).toEqual([sum, seat]);
  });
});
