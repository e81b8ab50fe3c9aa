/** What leaves a calendar says so there, and nowhere else; a calendar's address is there for good. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { renderYear } from '../../src/pipeline.ts';
import { parsePlan } from '../../src/plan/read.ts';
import { firstFault } from '../../src/plan/shape.ts';
import { readWithIcalJs } from '../render/ics/read.ts';
import { textOf } from './text.ts';
import { type Lived, live } from './year.ts';

const FIRM = `
programme: { name: Feeds, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One. }
departments:
  ward: { name: The ward, maxAway: 100% }
  office: { name: The office, maxAway: 100% }
roles:
  nurse: { department: ward, heads: 6, customerFacing: true }
  clerk: { department: office, heads: 4 }
rooms: { lab: { site: main, seats: 12, features: [screen] }, attic: { site: main, seats: 12 } }
facilitators:
  amira: { kind: trainer, teaches: [talk] }
stages: { a: { touchpoints: { t: { owner: nurse } } } }
themes: { m: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  talk: { audience: { departments: [ward, office] }, format: workshop, minutes: 60, seats: { min: 1, max: 6 }, when: { every: month }, themes: [m], touchpoints: [t], voices: [testimonial], room: { features: [screen] } }
`;
const START = '2027-01-03';
const LATER = '2027-02-15';

async function filesOf(year: Lived): Promise<Map<string, string>> {
  const files = await renderYear(year.model, year, {});
  return new Map(
    files.filter(({ path }) => /ics$|plan.json$/.test(path)).map((file) => [file.path, textOf(file)]),
  );
}

/** UID → status and sequence. */
function shown(files: ReadonlyMap<string, string>, path: string): Map<string, string> {
  const { events } = readWithIcalJs(files.get(path)!);
  return new Map(events.map(({ uid, status, sequence }) => [uid, `${status} ${sequence}`]));
}

function ahead({ sessions }: Plan, asOf: string) {
  return sessions.filter(({ start, status }) => status === 'confirmed' && start.slice(0, 10) >= asOf);
}

let first: Lived;
beforeAll(async () => {
  first = await live(FIRM, START);
});

const changed = (edit: (yaml: string) => string, previous = first.plan, asOf = LATER) =>
  live(edit(FIRM), asOf, previous);

describe('what leaves a calendar', () => {
  it('is cancelled there under the new SEQUENCE, and stands everywhere else', async () => {
    const now = await changed((yaml) => yaml.replace(/amira/g, 'jonas'));
    const files = await filesOf(now);
    const moved = ahead(now.plan, '2027-03-01').filter(({ facilitator }) => facilitator === 'jonas');
    expect(moved.length).toBeGreaterThan(2);
    for (const folder of ['calendars', 'feeds']) {
      const [old, other, all] = ['facilitators/amira', 'facilitators/jonas', 'all'].map((id) =>
        shown(files, `${folder}/${id}.ics`),
      ) as [Map<string, string>, Map<string, string>, Map<string, string>];
      for (const { uid, sequence } of moved) {
        expect(sequence).toBe(1);
        expect(old.get(uid)).toBe('CANCELLED 1');
        expect(other.get(uid)).toBe('CONFIRMED 1');
        expect(all.get(uid)).toBe('CONFIRMED 1');
      }
    }
    // Held ones stay as they were, under her name.
    const held = now.plan.sessions.filter(({ start }) => start.slice(0, 10) < LATER);
    expect(held).toEqual(first.plan.sessions.filter(({ start }) => start.slice(0, 10) < LATER));
  });

  it('comes back under a later one', async () => {
    const without = await changed((yaml) => yaml.replace('[ward, office]', '[ward]'));
    const again = await changed((yaml) => yaml, without.plan, '2027-02-16');
    for (const year of [without, again]) {
      const files = await filesOf(year);
      const plan = parsePlan(files.get('plan.json')!);
      expect(firstFault(plan)).toBeUndefined();
      expect(
        (await live(year === again ? FIRM : FIRM.replace('[ward, office]', '[ward]'), plan.asOf, plan)).plan,
      ).toBe(plan);
    }
    const [before, after] = await Promise.all(
      [without, again].map(async (year) => shown(await filesOf(year), 'feeds/departments/office.ics')),
    );
    for (const [uid, text] of before!) {
      if (!text.startsWith('CANCELLED') || after!.get(uid)?.startsWith('CANCELLED') !== false) continue;
      expect(Number(after!.get(uid)!.split(' ')[1])).toBeGreaterThan(Number(text.split(' ')[1]));
    }
  });

  it('is told to nobody else where no word of it has changed', async () => {
    const now = await changed((yaml) => yaml.replace(/office(?=[:,\]]| })/g, 'bureau'));
    const files = await filesOf(now);
    const [old, other] = ['office', 'bureau'].map((id) => shown(files, `feeds/departments/${id}.ics`));
    const alike = ahead(now.plan, '2027-03-01').filter(
      ({ departments, left }) => departments.includes('bureau') && left,
    );
    expect(alike.length).toBeGreaterThan(0);
    for (const { uid, sequence } of alike) {
      expect(sequence).toBe(0);
      expect(other!.get(uid)).toBe('CONFIRMED 0');
      expect(old!.get(uid)).toBe('CANCELLED 1');
    }
  });
});

describe('a feed', () => {
  it('is there for good, whatever becomes of what it is of', async () => {
    const gone = await changed((yaml) =>
      yaml
        .replace(/amira/g, 'jonas')
        .replace(/\n.*The office.*|\n.*clerk.*/g, '')
        .replace(', office]', ']')
        .replace(', attic: { site: main, seats: 12 }', ''),
    );
    const files = await filesOf(gone);
    for (const path of (await filesOf(first)).keys()) {
      if (path.startsWith('feeds/')) expect([...files.keys()]).toContain(path);
    }
    const later = await filesOf(await live(FIRM.replace(/amira/g, 'jonas'), '2027-05-20', gone.plan));
    expect(readWithIcalJs(later.get('feeds/facilitators/amira.ics')!).events).toEqual([]);
  });

  it('goes on at its old address, too, when the thing has another id', async () => {
    const now = await changed((yaml) =>
      yaml.replace(/ward(?=[:,])/g, 'wards').replace('wards: {', 'wards: { was: ward,'),
    );
    const files = await filesOf(now);
    expect(files.get('feeds/departments/ward.ics')).toBe(files.get('feeds/departments/wards.ics'));
    expect(shown(files, 'feeds/departments/ward.ics').size).toBeGreaterThan(3);
    const again = parsePlan(files.get('plan.json')!);
    expect(again.calendars?.find(({ id }) => id === 'departments/wards')?.was).toEqual(['departments/ward']);
  });

  it('reaches from 31 days before the plan to the end, and says how often to ask', async () => {
    const files = await filesOf(await live(FIRM, '2027-04-20', first.plan));
    const text = files.get('feeds/departments/ward.ics')!;
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n');
    const ends = readWithIcalJs(text)
      .events.map(({ end }) => end.slice(0, 10))
      .sort();
    expect(ends[0]! >= '2027-03-20').toBe(true);
    expect(ends.at(-1)! >= '2027-06-01').toBe(true);
    expect(files.get('calendars/departments/ward.ics')).not.toContain('REFRESH-INTERVAL');
  });
});
