/** UIDs: never the same in two years, never too long, kept for good. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { renderYear } from '../../src/pipeline.ts';
import { parsePlan } from '../../src/plan/read.ts';
import { addressOf, programmeId, uidOf } from '../../src/plan/uid.ts';
import { readWithIcalJs } from '../render/ics/read.ts';
import { textOf } from './text.ts';
import { type Lived, live } from './year.ts';

const YEAR = `
programme: { name: Our customers, mantra: m., starts: 2027-01-04, ends: 2027-12-15, timezone: Europe/Dublin }
departments: { o: { maxAway: 100% } }
roles: { r: { department: o, heads: 6 } }
themes: { mission: { months: [3] } }
modules:
  w: { audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [mission] }
  q: { audience: everyone, format: self-paced, minutes: 30, when: { every: quarter }, themes: [mission] }
  h: { audience: everyone, format: self-paced, minutes: 30, when: { every: half-year }, themes: [mission] }
  y: { audience: everyone, format: self-paced, minutes: 30, when: { every: year }, themes: [mission] }
  m: { audience: everyone, format: self-paced, minutes: 30, when: { every: month }, themes: [mission] }
  c: { audience: everyone, format: self-paced, minutes: 30, when: { date: cx-day }, themes: [mission] }
rituals:
  n: { type: recognition, channel: chat, when: { every: quarter } }
  p: { type: communication, channel: chat, when: { date: cx-day } }
  z: { type: communication, channel: chat, when: { every: year } }
`;

const uidsIn = ({ sessions, rituals, themes }: Plan) =>
  [...sessions, ...rituals, ...themes].map(({ uid }) => uid);

/** UIDs of a calendar of everything, as another parser reads them. */
async function imported(year: Lived): Promise<string[]> {
  const files = await renderYear(year.model, year, { only: new Set(['ics'] as const) });
  const all = files.find(({ path }) => path === 'calendars/all.ics')!;
  return readWithIcalJs(textOf(all)).events.map(({ uid }) => uid);
}

const common = (a: readonly string[], b: readonly string[]) => a.filter((uid) => b.includes(uid));

describe('UIDs of two years', () => {
  it.each([
    ['whose name stays', YEAR],
    [
      'whose id is written and stays',
      YEAR.replace('mantra: m.', 'mantra: m., id: our-customers, domain: firm.example'),
    ],
    ['whose id holds the first year', YEAR.replace('mantra: m.', 'mantra: m., id: our-customers-2027')],
  ])('have none in common, of a programme %s', async (_, yaml) => {
    const first = await imported(await live(yaml, '2027-01-03'));
    const second = await imported(await live(yaml.replaceAll('2027-', '2028-'), '2028-01-03'));
    expect(first.length).toBeGreaterThan(15);
    expect(second.length).toBe(first.length);
    expect(common(first, second)).toEqual([]);
  });

  it('have none in common where two programmes of one name follow one another within a year', async () => {
    const half = (from: string, to: string) =>
      YEAR.replace(/^.*cx-day.*\n/gm, '')
        .replace('2027-01-04, ends: 2027-12-15', `${from}, ends: ${to}`)
        .replace('2027-02-01, by: 2027-04-30', `${from}, by: ${to}`);
    const [spring, autumn] = [half('2027-01-04', '2027-06-30'), half('2027-07-01', '2027-12-15')];
    const [a, b] = [await live(spring, '2027-01-03'), await live(autumn, '2027-06-30')];
    expect(common(uidsIn(a.plan), uidsIn(b.plan))).toEqual([]);
  });

  it.each([
    ['東京のお客様', '大阪のお客様'],
    [
      `${'Customer education for everybody everywhere in all of '.repeat(2)}Leeds`,
      `${'Customer education for everybody everywhere in all of '.repeat(2)}York`,
    ],
    ['Клиенты – Москва', 'Клиенты – Тверь'],
    ['Kunden – 東京', 'Kunden – 大阪'],
  ])('are apart for programmes of one year called %s and %s', (a, b) => {
    expect(programmeId(a)).not.toBe(programmeId(b));
    expect(programmeId(a)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(programmeId(a).length).toBeLessThanOrEqual(64);
  });
});

describe('a long UID', () => {
  const address = addressOf({ id: 'fernhill', starts: '2027-01-04', domain: 'learning.fernhill.example' });

  it('is shortened to 200 octets by a hash, `.v2` included; a short one is as it is', () => {
    expect(uidOf('talk.once.a.b.day.1.1', address)).toBe(
      'talk.once.a.b.day.1.1.fernhill.2027-01@learning.fernhill.example',
    );
    const room = 200 - address.length - 1;
    expect(uidOf('x'.repeat(room), address)).toBe(`${'x'.repeat(room)}.${address}`);
    const ids = ['x'.repeat(room + 1), `${'x'.repeat(room)}.v2`, `${'x'.repeat(room)}.v3`, 'x'.repeat(400)];
    const uids = ids.map((id) => uidOf(id, address));
    for (const uid of uids) expect(uid).toMatch(/^x+\.[0-9a-f]{32}@learning\.fernhill\.example$/);
    for (const uid of uids) expect(uid.length).toBe(200);
    expect(new Set(uids).size).toBe(ids.length);
  });

  it('is shortened whatever the domain is', () => {
    const domain = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`;
    const long = addressOf({ id: 'p'.repeat(64), starts: '2027-01-04', domain });
    for (const id of ['a', 'x'.repeat(300)]) {
      expect(uidOf(id, long).length).toBeLessThanOrEqual(200);
      expect(uidOf(id, long)).toMatch(/^[a-z0-9.-]+@[a-z0-9][a-z0-9.-]*\.example$/);
    }
    expect(uidOf('a', long)).not.toBe(uidOf('b', long));
  });

  it('stands in a plan that verifies', async () => {
    const long = 'customer-experience-and-service-excellence-programme';
    const yaml = `
programme: { name: Customer education for all our people everywhere in the group 2027, starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/Dublin, domain: learning.fernhill.example }
sites: { site-${long}: {} }
departments: { dept-${long}: { site: site-${long}, shifts: { shift-${long}: { days: mon-fri, hours: 09:00-17:00 } } } }
roles: { role-${long}: { department: dept-${long}, heads: 3 } }
themes: { mission: { months: [1] } }
modules: { module-${long.slice(0, -1)}m: { audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [mission] } }
`;
    const { plan } = await live(yaml, '2027-01-03');
    for (const uid of uidsIn(plan)) expect(uid.length).toBeLessThanOrEqual(200);
    expect(plan.sessions[0]!.id.length).toBeGreaterThan(200);
  });
});

describe('a plan of before', () => {
  const yaml = readFileSync(new URL('./former/cxplan.yaml', import.meta.url), 'utf8');
  const former = parsePlan(readFileSync(new URL('./former/plan.json', import.meta.url), 'utf8'));

  it('keeps every UID, and nothing is announced anew', async () => {
    const { plan } = await live(yaml, former.asOf, former);
    const identities = ({ sessions, rituals, themes }: Plan) =>
      [...sessions, ...rituals, ...themes].map(({ id, uid, sequence, revised }) => [
        id,
        uid,
        sequence,
        revised,
      ]);
    expect(identities(plan)).toEqual(identities(former));
  });

  it('counts up what has really changed', async () => {
    const { plan } = await live(yaml.replace('A story', 'Another story'), former.asOf, former);
    for (const { module, sequence } of plan.sessions)
      expect([module, sequence]).toEqual([module, module === 'story' ? 1 : 0]);
  });

  it('keeps its UIDs when the domain or the name of the programme changes', async () => {
    const { plan } = await live(
      yaml.replace('name: Past', 'name: Another name, domain: firm.example'),
      former.asOf,
      former,
    );
    expect(uidsIn(plan)).toEqual(uidsIn(former));
  });
});
