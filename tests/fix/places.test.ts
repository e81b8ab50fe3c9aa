/** Where the obstacle is a locked room, a meeting or a huddle's seats: the patch is written, and the plan then places everybody. */
import { describe, expect, it } from 'vitest';
import { offersFor } from '../../src/fix/offers.ts';
import { openedBy, tryEdits } from '../../src/fix/trial.ts';
import { planModel } from '../coverage/examples.ts';
import { baseOf, OPTIONS } from './base.ts';

const PROGRAMME =
  'programme: { name: P, starts: 2027-01-04, ends: 2027-01-31, timezone: Europe/London, mantra: One. }\n';
const ROLES = (
  heads: number,
) => `roles: { nurse: { department: ward, heads: ${heads}, customerFacing: true } }
stages: { a: { touchpoints: { t: { owner: nurse } } } }
themes: { m: { months: [1] } }
`;
const ABOUT = 'themes: [m], touchpoints: [t], voices: [testimonial]';

const LOCKED = `${PROGRAMME}departments:
  ward: { maxAway: 50%, shifts: { night: { days: daily, hours: 21:00-07:00 } } }
rooms: { a: { site: main, seats: 10, closed: [{ hours: 20:30-07:30, reason: Locked }] } }
${ROLES(8)}modules:
  thanks: { audience: everyone, format: event, room: true, minutes: 30, when: { from: 2027-01-11, by: 2027-01-15 }, ${ABOUT} }
`;
const FULL = `${PROGRAMME}departments:
  ward: { meetings: { huddle: { day: tue, at: 13:00, minutes: 15 } } }
${ROLES(40)}modules:
  talk: { audience: everyone, format: huddle, minutes: 10, seats: 15, when: { every: fortnight }, ${ABOUT} }
`;
const NIGHTS = `${PROGRAMME}departments:
  ward:
    shifts: { day: { days: daily, hours: 07:00-21:00, share: 50% }, night: { days: daily, hours: 21:00-07:00, share: 50% } }
    meetings: { huddle: { day: tue, at: 13:00, minutes: 15 } }
${ROLES(20)}modules:
  talk: { audience: everyone, format: huddle, minutes: 10, when: { every: fortnight }, ${ABOUT} }
  tale: { audience: everyone, format: huddle, minutes: 15, when: { every: month }, ${ABOUT} }
`;
/** Locked, and nobody may be away for it while the other thing lasts: neither alone would do. */
const TWICE = `${PROGRAMME}departments:
  ward: { maxAway: 50%, busy: [{ from: 2027-01-11, to: 2027-01-15, hours: 20:00-24:00 }, { from: 2027-01-11, to: 2027-01-15, hours: 00:00-08:00 }], shifts: { night: { days: daily, hours: 21:00-07:00 } } }
rooms: { a: { site: main, seats: 10, closed: [{ hours: 20:30-07:30, reason: Locked }] } }
${ROLES(8)}modules:
  thanks: { audience: everyone, format: event, room: true, minutes: 30, when: { from: 2027-01-12, by: 2027-01-14 }, ${ABOUT} }
`;

async function unscheduled(text: string) {
  const base = await baseOf({ 'cxplan.yaml': text });
  const findings = base.gaps.findings.filter(({ rule }) => rule === 'unscheduled');
  const { offers, left } = await offersFor(base, findings, OPTIONS);
  return {
    base,
    findings,
    offers,
    left,
    changes: base.plan.unscheduled.flatMap(({ relaxations }) => relaxations.map(({ change }) => change)),
  };
}

describe.each([
  ['a locked room', LOCKED, /^A open on \w+days from \d\d:\d\d to \d\d:\d\d$/, ['rooms', 'a', 'closed']],
  [
    'a full meeting',
    FULL,
    /^a further meeting of Ward on Tuesdays at \d\d:\d\d \(10 minutes\)$/,
    ['departments', 'ward', 'meetings', 'further'],
  ],
  [
    'a shift without a meeting',
    NIGHTS,
    /^a further meeting of Ward night on Tuesdays at \d\d:\d\d/,
    ['departments', 'ward', 'meetings', 'night'],
  ],
  ['a locked room in busy times', TWICE, /^A open on .*; and /, ['rooms', 'a', 'closed']],
] as const)('%s', (_, text, words, pointer) => {
  it('is named, with weekday and hours, and one patch gives everybody a place and opens nothing', async () => {
    const { base, findings, offers, left, changes } = await unscheduled(text);
    expect(findings.length).toBeGreaterThan(0);
    expect(changes.filter((change) => words.test(change)).length).toBeGreaterThan(0);
    expect(left).toEqual([]);
    expect(offers).toHaveLength(1);
    const { edits } = offers[0]!.patch;
    expect(edits.map((edit) => edit.pointer)).toContainEqual(pointer);
    for (const { key } of findings) expect(offers[0]!.closes).toContain(key);
    const tried = await tryEdits(base, edits, OPTIONS);
    expect(openedBy(base.gaps, tried!.gaps)).toEqual([]);
    // As `generate` will plan it, from nothing.
    const fresh = await planModel(tried!.model, '2027-01-03');
    expect(fresh.unscheduled).toEqual([]);
  });
});

describe('a huddle that is full', () => {
  it('is told how many seats would do, which is enough for all when they are written', async () => {
    const { changes } = await unscheduled(FULL);
    const seats = changes.flatMap(
      (change) => Number(/^`seats` (\d+) instead of 15 \(Talk\)$/.exec(change)?.[1] ?? []) || [],
    );
    expect(seats.length).toBeGreaterThan(0);
    const base = await baseOf({ 'cxplan.yaml': FULL.replace('seats: 15', `seats: ${Math.max(...seats)}`) });
    expect(base.plan.unscheduled).toEqual([]);
  });
});

describe('a budget', () => {
  it('goes to those of most people, and what it did not reach is told', async () => {
    const many = await baseOf({ 'cxplan.yaml': NIGHTS });
    const findings = many.gaps.findings.filter(({ rule }) => rule === 'unscheduled');
    const { offers, left } = await offersFor(many, findings, OPTIONS, () => {}, { left: 0 });
    expect(offers).toEqual([]);
    expect(left.map(({ untried }) => untried)).toEqual(findings.map(() => true));
    const one = await offersFor(many, findings, OPTIONS, () => {}, { left: 1 });
    expect(one.offers).toHaveLength(1);
  });
});
