/** Next year's workspace: dates by what they mean, each told; everything else letter by letter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDay } from '../../src/calendar/date.ts';
import { sameWeekday } from '../../src/scenarios/rollover/move.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';

const FIRM = `# A firm that goes on.
programme:
  name: Year on year 2027 # the name
  starts: 2027-01-04
  ends: 2027-12-17
  timezone: Europe/London
  holidays: GB-ENG
  mantra: One.

departments: { shop: { head: Ines, signedOff: 2026-12-01, busy: [{ from: 2027-03-26, to: 2027-03-29, hours: 09:00-17:00 }] } }
roles: { seller: { department: shop, heads: 8, customerFacing: true } }
stages: { buy: { touchpoints: { till: { owner: seller, reviewed: 2026-10-05 } } } }
themes: { m: { months: [1, 4, 7, 10] } }
voices:
  call: { type: recording, recorded: 2026-05-04, consentUntil: 2027-12-31 }
  letter: { type: testimonial, recorded: 2026-05-04, consentUntil: 2029-12-31 }
modules:
  talk:
    audience: everyone
    format: workshop
    room: false
    minutes: 60
    when: { from: 2027-02-01, by: "2027-02-28" }   # quoted, and spaced
    themes: [m]
    touchpoints: [till]
    voices: [call]
    reviewBy: 2027-11-30
rituals:
  first: { type: communication, audience: everyone, channel: mail, when: { date: 2027-05-04 }, themes: [m] }
  day: { type: communication, audience: everyone, channel: mail, when: { date: 2027-10-05 }, themes: [m] }
facilitators: { rosa: { kind: trainer, away: [{ from: 2027-07-26, to: 2027-08-06, reason: Holiday }] } }
waivers:
  - { rule: no-voice, module: talk, reason: For now, owner: Ines, until: 2027-06-30 }
`;

describe('cxplan rollover', () => {
  it('moves dates by what they mean, and touches nothing else', async () => {
    const folder = firm({ 'cxplan.yaml': FIRM });
    expect((await run(['generate', folder, '--quiet'])).err).toBe('');
    const target = join(folder, '../next');
    const { code, out, err } = await run(['rollover', '2028', folder, '--to', target]);
    expect([code, err]).toEqual([0, '']);
    const text = readFileSync(join(target, 'cxplan.yaml'), 'utf8');
    const expected = FIRM.replace('2027 # the name', '2028 # the name')
      .replace('2027-01-04', '2028-01-03')
      .replace('2027-12-17', '2028-12-15')
      .replace(', signedOff: 2026-12-01', '')
      .replace('2027-03-26', '2028-04-14')
      .replace('2027-03-29', '2028-04-17')
      .replace(', consentUntil: 2027-12-31', '')
      .replace('2027-02-01', '2028-02-01')
      .replace('"2027-02-28"', '"2028-02-29"')
      .replace('    reviewBy: 2027-11-30\n', '')
      .replace('2027-05-04', '2028-05-02')
      .replace('2027-10-05', '2028-10-03')
      .replace('2027-07-26', '2028-07-24')
      .replace('2027-08-06', '2028-08-04')
      .replace(/waivers:[\s\S]*/, '');
    expect(text.trimEnd()).toBe(expected.trimEnd());
    // Each date that is another now, or gone, is told with its reason.
    for (const words of [
      'cxplan.yaml:4 programme.starts: 2027-01-04 → 2028-01-03 (Monday of week 1)',
      '2027-03-26 → 2028-04-14 (Good Friday)',
      '2027-02-28 → 2028-02-29 (last day of the month)',
      '2027-10-05 → 2028-10-03 (cx-day)',
      'waivers.0.until: 2027-06-30 (gaps are accepted for a while only',
      'consentUntil: 2027-12-31 (ask again',
    ])
      expect(out).toContain(words);
    expect(readFileSync(join(target, 'history/2027/plan.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'plan/plan.json'), 'utf8'),
    );
    // The next year is planned, and none of its events takes the place of one of this year's.
    expect((await run(['generate', target, '--quiet'])).code).toBe(0);
    const uids = (root: string) =>
      new Set(
        [...readFileSync(join(root, 'plan/plan.json'), 'utf8').matchAll(/"uid": "([^"]+)"/g)].map(
          ([, uid]) => uid,
        ),
      );
    const before = uids(folder);
    for (const uid of uids(target)) expect(before.has(uid)).toBe(false);
  });

  it('goes by the holidays of the place that a date is of', async () => {
    const folder = firm({
      'cxplan.yaml': `
programme: { name: Two lands, starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/London, holidays: GB-ENG, mantra: One. }
sites: { leeds: {}, lyon: { timezone: Europe/Paris, holidays: FR, closed: [{ from: 2027-05-06, to: 2027-05-07 }] } }
departments: { shop: { busy: [{ from: 2027-07-14, to: 2027-07-14, sites: [lyon] }, { from: 2027-07-14, to: 2027-07-14 }] }, atelier: { site: lyon } }
roles: { seller: { department: shop, heads: { leeds: 9, lyon: 3 }, customerFacing: true }, maker: { department: atelier, heads: 4 } }
rooms: { salle: { site: lyon, seats: 9, closed: [{ from: 2027-05-17, to: 2027-05-17 }] }, hall: { site: leeds, seats: 9, closed: [{ from: 2027-05-17, to: 2027-05-17 }] } }
facilitators: { zoe: { kind: trainer, sites: [lyon], away: [{ from: 2027-05-06, to: 2027-05-06 }] }, sam: { kind: trainer, away: [{ from: 2027-05-06, to: 2027-05-06 }] } }
rituals:
  salut: { type: communication, audience: { departments: [atelier] }, channel: mail, when: { date: 2027-05-04 } }
  hello: { type: communication, audience: everyone, channel: mail, when: { date: 2027-05-04 } }
`,
    });
    const target = join(folder, '../next');
    const { out, err } = await run(['rollover', '2028', folder, '--to', target]);
    expect(err).toBe('');
    // Ascension, Whit Monday and the fourteenth of July are kept in Lyon alone; the first Monday of May in Leeds alone.
    for (const words of [
      'sites.lyon.closed.0.from: 2027-05-06 → 2028-05-25 (Ascension)',
      'rooms.salle.closed.0.from: 2027-05-17 → 2028-06-05 (Lundi de Pentecôte)',
      'rooms.hall.closed.0.from: 2027-05-17 → 2028-05-15 (Monday of week 20)',
      'sites.lyon.closed.0.to: 2027-05-07 → 2028-05-26 (Friday beside Ascension)',
      'rituals.salut.when.date: 2027-05-04 → 2028-05-02 (Tuesday of week 18)',
      'rituals.hello.when.date: 2027-05-04 → 2028-05-02 (first working day of the month)',
      'facilitators.zoe.away.0.from: 2027-05-06 → 2028-05-25 (Ascension)',
      'facilitators.sam.away.0.from: 2027-05-06 → 2028-05-04 (Thursday of week 18)',
      'departments.shop.busy.0.from: 2027-07-14 → 2028-07-14 (Fête Nationale de la France)',
      'departments.shop.busy.1.from: 2027-07-14 → 2028-07-12 (Wednesday of week 28)',
    ])
      expect(out).toContain(words);
  });

  it.each(['fernhill', 'ledgerloop'])('takes %s into the next year without a mistake', async (name) => {
    const example = join(import.meta.dirname, '../../examples', name);
    const target = join(scratch(), 'next');
    const { code, out, err } = await run(['rollover', '2028', example, '--to', target, '--json']);
    expect([code, err]).toEqual([0, '']);
    const { changes } = JSON.parse(out) as { changes: { from: string; to?: string; reason: string }[] };
    expect(changes.length).toBeGreaterThan(50);
    for (const { from, to, reason } of changes) expect(reason, `${from} → ${to}`).not.toBe('');
    expect(await run(['validate', target])).toMatchObject({ code: 0, err: '' });
  });

  it('never writes over a workspace, and knows what a year is', async () => {
    const folder = firm({ 'cxplan.yaml': FIRM });
    expect((await run(['rollover', '2028', folder, '--to', folder])).code).toBe(2);
    expect((await run(['rollover', '2027', folder])).err).toContain('name a later year');
    expect((await run(['rollover', 'next', folder])).err).toContain("'next' is none");
  });

  it('tells where a week 53 has no like', () => {
    expect(sameWeekday(toDay('2026-12-30')!, 1)).toMatchObject({ day: toDay('2027-12-29'), doubtful: true });
  });
});
