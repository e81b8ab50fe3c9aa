/** Pins: kept by the planner, checked by the verifier, refused with what forbids them and with what would do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PinsBroken } from '../../src/schedule/pins/fault.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { live } from './year.ts';

const FIRM = `
programme: { name: Pins, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One. }
departments: { shop: { maxAway: 50% }, office: {} }
roles: { seller: { department: shop, heads: 8, customerFacing: true }, clerk: { department: office, heads: 4 } }
rooms: { lab: { site: main, seats: 8 }, loft: { site: main, seats: 8 } }
themes: { m: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  talk: { audience: everyone, format: talk, minutes: 45, seats: 4, when: { from: 2027-02-01, by: 2027-03-31 }, themes: [m], voices: [testimonial] }
  after: { audience: { departments: [office] }, format: talk, minutes: 30, after: [talk], when: { from: 2027-02-15, by: 2027-04-30 }, themes: [m], voices: [testimonial] }
facilitators:
  amira: { kind: champion, away: [{ from: 2027-03-08, to: 2027-03-12 }] }
  tom: { kind: champion, teaches: [talk] }
`;
const AS_OF = '2027-01-03';
const CLERKS = 'talk.once.clerk.main.day.1.1';

const withPins = (...pins: string[]) => `${FIRM}pins:\n${pins.map((pin) => `  - { ${pin} }`).join('\n')}\n`;

async function refusal(text: string, previous?: Awaited<ReturnType<typeof live>>) {
  const error = await live(text, AS_OF, previous?.plan).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PinsBroken);
  return (error as PinsBroken).faults;
}

describe('a pin', () => {
  it.each([
    ['a time', 'at: 2027-03-16T10:15', { start: '2027-03-16T10:15' }],
    ['a day', 'on: 2027-03-17', { start: expect.stringMatching(/^2027-03-17/) }],
    ['who leads it', 'facilitator: tom', { facilitator: 'tom' }],
    ['where', 'room: lab', { room: 'lab' }],
    [
      'all at once',
      'at: 2027-03-18T14:00, facilitator: amira, room: loft',
      { start: '2027-03-18T14:00', facilitator: 'amira', room: 'loft' },
    ],
  ])('fixes %s, without a plan and after one', async (_, what, wanted) => {
    const text = withPins(`session: ${CLERKS}, ${what}`);
    const first = await live(text, AS_OF);
    expect(first.plan.sessions.find(({ id }) => id === CLERKS)).toMatchObject(wanted);
    const plain = await live(FIRM, AS_OF);
    const after = await live(text, AS_OF, plain.plan);
    const session = after.plan.sessions.find(({ id }) => id === CLERKS);
    expect(session).toMatchObject(wanted);
    expect(session?.why).toContain('pins[0]');
    // And afresh: times are forgotten, not what is fixed.
    const fresh = await live(text, AS_OF, plain.plan, { fresh: true });
    expect(fresh.plan.sessions.find(({ id }) => id === CLERKS)).toMatchObject(wanted);
  });

  it('names what a group learns, and exactly these groups', async () => {
    const text = withPins(
      'module: after, group: clerk.main.day.1, on: 2027-04-20',
      `session: ${CLERKS}, groups: [clerk.main.day.1]`,
    );
    const { plan } = await live(text, AS_OF);
    expect(plan.sessions.find(({ module }) => module === 'after')?.start).toMatch(/^2027-04-20/);
    expect(plan.sessions.find(({ id }) => id === CLERKS)?.attendees).toEqual([
      { group: 'clerk.main.day.1', first: 1, last: 4 },
    ]);
  });

  it('keeps a session where it is, whatever else changes', async () => {
    const first = await live(FIRM, AS_OF);
    const kept = first.plan.sessions.find(({ id }) => id === CLERKS)!;
    const more = withPins(`session: ${CLERKS}, keep: true`).replace('heads: 8', 'heads: 16');
    const { plan } = await live(more, AS_OF, first.plan);
    const { start, room, facilitator, attendees } = kept;
    expect(plan.sessions.find(({ id }) => id === CLERKS)).toMatchObject({
      start,
      room,
      facilitator,
      attendees,
    });
  });

  it('has what comes before it held in time', async () => {
    const { plan } = await live(withPins('module: after, group: clerk.main.day.1, on: 2027-02-17'), AS_OF);
    expect(plan.unscheduled).toEqual([]);
    const [before, after] = [CLERKS, 'after.once.clerk.main.day.1.1'].map(
      (id) => plan.sessions.find((one) => one.id === id)!,
    );
    expect(before!.endUtc < after!.startUtc).toBe(true);
  });

  it.each([
    ['a trainer away', 'at: 2027-03-09T10:00, facilitator: amira', 'facilitator-hours'],
    ['outside its window', 'at: 2027-04-09T10:00', 'in-window'],
    ['at night', 'at: 2027-03-16T20:00', 'not-closed'],
    ['off the grid', 'at: 2027-03-16T10:07', 'not-closed'],
    ['somebody who does not teach it', 'facilitator: tom, at: 2027-04-01T10:00', 'in-window'],
  ])('that cannot be is refused, with the constraint and what would do: %s', async (_, what, constraint) => {
    const [fault] = await refusal(withPins(`session: ${CLERKS}, ${what}`));
    expect(fault).toMatchObject({ constraint, pin: { pointer: ['pins', 0] } });
    for (const start of fault!.nearest ?? []) expect(start).toMatch(/^2027-0[23]-\d\dT\d\d:\d\d$/);
  });

  it('of nothing is refused with what was probably meant', async () => {
    const first = await live(FIRM, AS_OF);
    const faults = await refusal(
      withPins(
        'session: talk.once.clerk.main.day.1.2, on: 2027-03-17',
        'module: talk, group: clark.main.day.1, on: 2027-03-17',
      ),
      first,
    );
    expect(faults.map(({ fix }) => fix).sort()).toEqual(
      [`did you mean "${CLERKS}"?`, 'did you mean "clerk.main.day.1"?'].sort(),
    );
  });

  it('may break the floor by force, and says so', async () => {
    const text = withPins(
      'session: talk.once.seller.main.day.1.1, groups: [seller.main.day.1], at: 2027-03-16T10:00',
    ).replace('seats: 4', 'seats: 8');
    const [fault] = await refusal(text);
    expect(fault?.constraint).toBe('floor');
    const forced = text.replace('T10:00 }', 'T10:00, force: true, reason: All at once }');
    const { plan, model } = await live(forced, AS_OF);
    expect(plan.sessions.find(({ heads }) => heads === 8)?.start).toBe('2027-03-16T10:00');
    const unforced = { ...model, pins: model.pins.map((pin) => ({ ...pin, force: false })) };
    expect(verifyPlan(unforced, plan).map(({ constraint }) => constraint)).toContain('floor');
  });

  it('that is not kept is a violation', async () => {
    const { plan, model } = await live(withPins(`session: ${CLERKS}, at: 2027-03-16T10:15`), AS_OF);
    const sessions = plan.sessions.filter(({ id }) => id !== CLERKS);
    expect(verifyPlan(model, { ...plan, sessions }).map(({ constraint }) => constraint)).toContain('pinned');
    const pins = model.pins.map((pin) => ({ ...pin, at: pin.at! + 15 }));
    expect(verifyPlan({ ...model, pins }, plan)).toMatchObject([
      { constraint: 'pinned', sessions: [CLERKS] },
    ]);
  });

  it('anywhere is kept or refused, and nothing else is broken', async () => {
    const first = await live(FIRM, AS_OF);
    const ids = first.plan.sessions.map(({ id }) => id);
    const pin = fc.record({
      id: fc.constantFrom(...ids),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.constantFrom('02', '03'),
      hour: fc.integer({ min: 8, max: 17 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(pin, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
        async (pins) => {
          const at = pins.map(
            ({ day, month, hour }) =>
              `2027-${month}-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00`,
          );
          const text = withPins(...pins.map(({ id }, i) => `session: ${id}, at: ${at[i]}`));
          try {
            const { plan } = await live(text, AS_OF, first.plan, { effort: 'quick' });
            pins.forEach(({ id }, i) => {
              expect(plan.sessions.find((one) => one.id === id)?.start).toBe(at[i]);
            });
          } catch (error) {
            if (!(error instanceof PinsBroken)) throw error;
            for (const { constraint } of error.faults) expect(constraint).toBeDefined();
          }
        },
      ),
      { numRuns: Number(process.env.CXPLAN_RUNS ?? 12) },
    );
  });
});
