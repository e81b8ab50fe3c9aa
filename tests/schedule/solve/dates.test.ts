/** Dates to choose from, beside their exact optimum (HiGHS): as many people find a seat on a date on which they work. */
import { describe, expect, it } from 'vitest';
import { type Random, seeded } from '../../../src/schedule/construct/random.ts';
import type { Program } from '../../bench/exact/program.ts';
import { solve } from '../../bench/exact/solve.ts';
import { planned } from '../helpers.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const HOURS = [
  ['06:00-14:00', 6, 14],
  ['13:00-21:00', 13, 21],
  ['09:00-17:00', 9, 17],
] as const;

interface Small {
  readonly text: string;
  /** Of each person the dates on which they work when it is held. */
  readonly can: readonly (readonly number[])[];
  readonly seats: readonly number[];
}

/** A firm whose people work on some days, and a vendor who comes on four dates with a few seats each. */
function small(random: Random): Small {
  const roles = Array.from({ length: 4 }, () => {
    const first = random(4);
    const hours = HOURS[random(HOURS.length)]!;
    return { heads: 1 + random(5), first, last: Math.min(4, first + random(3)), hours };
  });
  const offers = Array.from({ length: 4 }, (_, week) => ({
    day: random(5),
    at: 7 + random(12),
    seats: 1 + random(5),
    week,
  }));
  const can = roles.flatMap(({ heads, first, last, hours: [, from, to] }) => {
    const own = offers.flatMap(({ day, at }, i) =>
      day >= first && day <= last && at >= from && at + 1 <= to ? [i] : [],
    );
    return Array.from({ length: heads }, () => own);
  });
  const date = ({ day, week }: { day: number; week: number }) =>
    new Date(Date.UTC(2027, 1, 1 + 7 * week + day)).toISOString().slice(0, 10);
  const dates = offers.map(
    (one) => `{ date: ${date(one)}, at: "${String(one.at).padStart(2, '0')}:00", seats: ${one.seats} }`,
  );
  const text = `programme: { name: Vendor, starts: 2027-02-01, ends: 2027-02-28, timezone: UTC }
departments:
${roles.map(({ first, last, hours }, r) => `  d${r}: { maxAway: 100%, shifts: { own: { days: ${DAYS[first]}-${DAYS[last]}, hours: ${hours[0]} } } }`).join('\n')}
roles:
${roles.map(({ heads }, r) => `  r${r}: { department: d${r}, heads: ${heads} }`).join('\n')}
rooms: { hall: { site: main, seats: 20 } }
facilitators: { vendor: { kind: external, hours: 00:00-24:00 } }
modules: { practice: { audience: everyone, format: workshop, led: external, minutes: 60, when: { dates: [${dates.join(', ')}] } } }
`;
  return { text, can, seats: offers.map(({ seats }) => seats) };
}

/** The most people who can have a seat, each on one date. */
async function mostSeated({ can, seats }: Small): Promise<number> {
  const names = can.flatMap((dates, person) => dates.map((date) => `x${person}_${date}`));
  if (names.length === 0) return 0;
  const atMost = (own: readonly string[], most: number) =>
    own.length === 0 ? [] : [` ${own.join(' + ')} <= ${most}`];
  const rows = [
    ...can.flatMap((_, person) =>
      atMost(
        names.filter((name) => name.startsWith(`x${person}_`)),
        1,
      ),
    ),
    ...seats.flatMap((most, date) =>
      atMost(
        names.filter((name) => name.endsWith(`_${date}`)),
        most,
      ),
    ),
  ].map((row, i) => ` c${i}:${row}`);
  const text = `Minimize\n obj: ${names.map((name) => `- ${name}`).join(' ')}\nSubject To\n${rows.join('\n')}\nBinary\n ${names.join(' ')}\nEnd\n`;
  const { proved, chosen } = await solve({ text: () => text } as Program, 0, 20, new Map([[names[0]!, 1]]));
  expect(proved).toBe(true);
  return names.filter((name) => chosen!(name)).length;
}

describe('dates to choose from', () => {
  it('seat as many as any choice could, on the dates and with the seats that are offered', async () => {
    let scarce = 0;
    for (let n = 0; n < 12; n++) {
      const one = small(seeded(100 + n));
      const { plan } = await planned(one.text);
      const seated = plan.sessions.reduce((sum, { heads }) => sum + heads, 0);
      expect(seated, one.text).toBe(await mostSeated(one));
      if (seated < one.can.filter((dates) => dates.length > 0).length) scarce++;
    }
    expect(scarce).toBeGreaterThan(2);
  }, 120_000);
});
