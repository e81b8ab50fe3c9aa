/** What soft terms are for, in firms in which it is felt: few sessions, even work, mid-shift hours, nights not drained. */
import { describe, expect, it } from 'vitest';
import { toDay } from '../../../../src/calendar/date.ts';
import type { Plan } from '../../../../src/model/made/plan.ts';
import { fullyPlanned, programme } from '../../helpers.ts';

const NIGHT = '{ night: { days: daily, hours: 21:00-07:30 } }';
/** Three departments of which 6, 2 and 1 may be away at once, in a room of eight. */
const solo = `${programme('', '2027-01-04', '2027-06-30')}
departments:
  wards: { maxAway: 7%, shifts: ${NIGHT} }
  emergency: { maxAway: 8%, shifts: ${NIGHT} }
  theatres: { maxAway: 8%, shifts: ${NIGHT} }
rooms: { tea: { site: main, seats: 8 } }
roles:
  nurse: { department: wards, heads: 98 }
  ed-nurse: { department: emergency, heads: 26 }
  th-nurse: { department: theatres, heads: 14 }
modules:
  say: { audience: everyone, format: workshop, led: champion, minutes: 45, seats: 16, when: { from: 2027-01-11, by: 2027-06-30 } }
facilitators:
  ann: { kind: champion, days: daily, hours: 21:00-07:30, hoursPerWeek: 2 }
  bob: { kind: champion, days: daily, hours: 21:00-07:30, hoursPerWeek: 2 }
`;

const confirmed = ({ sessions }: Plan) => sessions.filter(({ status }) => status === 'confirmed');

describe('sessions', () => {
  it('are as few as seats allow, nobody alone, where floors let one person of some go at a time', async () => {
    const { plan } = await fullyPlanned(solo);
    // 138 people, eight at a time.
    expect(confirmed(plan)).toHaveLength(18);
    expect(confirmed(plan).filter(({ heads }) => heads === 1)).toEqual([]);
  });

  it('are not made fewer at the cost of those who have a date: a replan moves nobody for it', async () => {
    const tight = solo.replace('maxAway: 7%', 'maxAway: 3%');
    const { plan } = await fullyPlanned(tight);
    const after = await fullyPlanned(solo, { previous: plan, inputs: 'sha256:1' });
    expect(confirmed(after.plan).map(({ id, start }) => `${id} ${start}`)).toEqual(
      confirmed(plan).map(({ id, start }) => `${id} ${start}`),
    );
    expect(confirmed(plan).length).toBeGreaterThan(confirmed((await fullyPlanned(solo)).plan).length);
  });
});

describe('facilitators', () => {
  const champions = (weights: string) => `${programme('', '2027-01-04', '2027-12-17')}
policy: { weights: { ${weights} } }
departments: { a: { maxAway: 20% }, b: { maxAway: 20% }, c: { maxAway: 20% }, d: { maxAway: 20% } }
rooms: { hall: { site: main, seats: 20 }, den: { site: main, seats: 16 } }
roles:
  r1: { department: a, heads: 60 }
  r2: { department: b, heads: 48 }
  r3: { department: c, heads: 36 }
  r4: { department: d, heads: 24 }
modules:
  talk: { audience: everyone, format: talk, minutes: 30, seats: 16, when: { every: month } }
  one: { audience: { roles: [r4] }, format: talk, minutes: 30, seats: 16, when: { every: year } }
  two: { audience: { roles: [r3] }, format: talk, minutes: 30, seats: 16, when: { every: year } }
facilitators:
${[1, 2, 3, 4, 5, 6, 7].map((n) => `  c${n}: { kind: champion, teaches: [${['talk', n > 3 ? 'one' : '', n > 4 ? 'two' : ''].filter((id) => id !== '').join(', ')}] }`).join('\n')}
`;

  /** Σ load² to what it would be if all seven led as much. */
  const unevenness = (plan: Plan): number => {
    const led = new Map<string, number>();
    for (const { facilitator, minutes } of confirmed(plan))
      led.set(facilitator!, (led.get(facilitator!) ?? 0) + minutes);
    const all = [...led.values()].reduce((a, b) => a + b, 0);
    return [...led.values()].reduce((sum, load) => sum + load ** 2, 0) / (all ** 2 / 7);
  };

  it('share the work, also those who could lead more besides', async () => {
    expect(unevenness((await fullyPlanned(champions(''))).plan)).toBeLessThan(1.05);
    // Without the term some lead nothing.
    expect(unevenness((await fullyPlanned(champions('facilitator-fair: 0'))).plan)).toBeGreaterThan(1.3);
  });
});

describe('a firm with nights', () => {
  const SHIFTS: Readonly<Record<string, readonly [number, number]>> = {
    day: [420, 1260],
    night: [1230, 1890],
  };
  const firm = (policy: string) => `${programme('', '2027-01-04', '2027-04-30')}
policy: { ${policy} }
departments:
  ward:
    maxAway: 40%
    shifts:
      day: { days: daily, hours: 07:00-21:00, share: 50% }
      night: { days: daily, hours: 20:30-07:30, share: 50% }
rooms: { tea: { site: main, seats: 12 } }
roles: { nurse: { department: ward, heads: 60 } }
modules:
  say: { audience: everyone, format: workshop, led: champion, minutes: 30, seats: 12, when: { every: month } }
  read: { audience: everyone, format: self-paced, minutes: 20, when: { every: month } }
facilitators: { ann: { kind: champion, days: daily, hours: 00:00-24:00 } }
`;
  const minuteOf = (start: string) => Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));

  /** Sessions in the first or last half hour of a shift of theirs, and those of day and night together. */
  function atEdges(plan: Plan): { readonly edges: number; readonly handovers: number } {
    const shiftOf = new Map(plan.groups.map(({ id, shift }) => [id, shift]));
    let [edges, handovers] = [0, 0];
    for (const { attendees, start, minutes } of confirmed(plan)) {
      const shifts = [...new Set(attendees.map(({ group }) => shiftOf.get(group)!))];
      if (shifts.length > 1) handovers++;
      const near = shifts.some((shift) => {
        const [from, to] = SHIFTS[shift]!;
        const after = (minuteOf(start) - from + 1440) % 1440;
        return after < 30 || after + minutes > to - from - 30;
      });
      if (near) edges++;
    }
    return { edges, handovers };
  }

  it('has no session in the first or last half hour of a shift, nights included, none at handover', async () => {
    expect(atEdges((await fullyPlanned(firm(''))).plan)).toEqual({ edges: 0, handovers: 0 });
    const careless = atEdges((await fullyPlanned(firm('weights: { preferred-hours: 0 }'))).plan);
    expect(careless.edges).toBeGreaterThan(2);
  });

  it('keeps clear of as many minutes as the workspace says', async () => {
    const { plan } = await fullyPlanned(firm('edges: { start: 120, end: 60 }'));
    const early = confirmed(plan).filter(({ start }) => {
      const minute = minuteOf(start);
      return (minute >= 420 && minute < 540) || minute >= 1230 || minute < -1;
    });
    // 20:30–22:30 is the start of the night; what is left of the evening is the night's own time.
    expect(early.filter(({ start }) => minuteOf(start) < 1350)).toEqual([]);
  });

  it('does not teach several groups of a shift in one day or night, where others are free', async () => {
    const two = (weights: string) =>
      firm(`weights: { ${weights} }`).replace(
        'modules:',
        `modules:
  more: { audience: everyone, format: workshop, led: champion, minutes: 30, seats: 12, when: { every: month } }`,
      );
    expect(drained((await fullyPlanned(two(''))).plan)).toBe(0);
    expect(drained((await fullyPlanned(two('days-apart: 0'))).plan)).toBeGreaterThan(1);
  });

  /** Days and nights on which more than half of the thirty people of a shift are in sessions. */
  function drained(plan: Plan): number {
    const nights = new Map<string, number>();
    const shiftOf = new Map(plan.groups.map(({ id, shift }) => [id, shift]));
    for (const { attendees, start } of confirmed(plan)) {
      for (const { group, first, last } of attendees) {
        const shift = shiftOf.get(group)!;
        const minute = toDay(start.slice(0, 10))! * 1440 + minuteOf(start);
        const key = `${shift} ${Math.floor((minute - SHIFTS[shift]![0]) / 1440)}`;
        nights.set(key, (nights.get(key) ?? 0) + last - first + 1);
      }
    }
    return [...nights.values()].filter((people) => people > 15).length;
  }
});
