/** Random small firms: every part of the language that planning must respect, in odd combinations. */
import fc from 'fast-check';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** As shifts say them. */
const WORKED: Readonly<Record<string, readonly string[]>> = {
  'mon-fri': DAYS.slice(0, 5),
  'mon-sat': DAYS.slice(0, 6),
  daily: DAYS,
  'tue-sat': DAYS.slice(1, 6),
  'sat-sun': DAYS.slice(5),
  'mon,wed,sun': ['mon', 'wed', 'sun'],
};
const ZONES = [
  'Europe/London',
  'America/Chicago',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
];
const SHIFTS = ['06:30-14:30', '12:30-20:30', '09:00-17:00', '22:00-06:00', '08:00-12:00'];
const HELD_IN_ROOMS = new Set(['workshop', 'talk', 'event', 'book-club']);
const LED_BY_OTHERS = new Set([...HELD_IN_ROOMS, 'virtual']);

/** Counted from the first day of the programme. */
export const date = (day: number) => new Date(Date.UTC(2027, 1, 22 + day)).toISOString().slice(0, 10);
const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const dates = fc
  .tuple(fc.nat(60), fc.nat(12))
  .map(([from, length]) => ({ from: date(from), to: date(from + length) }));

/** Whole days, halves of days, and evenings that run into the next morning. */
const holidays = fc.record({
  dates: fc.uniqueArray(
    fc.record({
      date: fc.nat(60).map(date),
      hours: maybe(pick('12:00-24:00', '18:00-06:00', '00:00-10:00')),
    }),
    { maxLength: 3, selector: ({ date }) => date },
  ),
});

/** Every week, mostly; two ways to say in turns. */
const weeks = fc.option(fc.record({ every: pick(2, 3), from: pick(date(0), date(8)) }), {
  nil: undefined,
  freq: 3,
});

const KINDS = ['trainer', 'champion', 'external'];

/** `closed`, `busy`, `away`. */
const range = fc.oneof(
  dates,
  fc.record({ days: pick(...DAYS), hours: pick('12:00-20:30', '08:00-10:00', '21:00-02:00') }),
  dates.chain((d) =>
    fc.record({ days: pick('mon-fri', 'tue'), hours: pick('09:00-11:00') }).map((r) => ({ ...d, ...r })),
  ),
  fc.record({ monthEnd: fc.record({ before: fc.nat(2), after: fc.nat(2) }), weeks }),
);
const ranges = fc.array(range, { maxLength: 2 });
/** One in four. */
const seldom = <T>(arb: fc.Arbitrary<T>) =>
  maybe(arb).chain((one) => (one === undefined ? fc.constant(one) : maybe(fc.constant(one))));
const whom = fc.record({
  allowUpTo: maybe(pick(10, 30)),
  shifts: seldom(pick(['s0'])),
  sites: seldom(pick(['x'], ['y'])),
  except: seldom(pick<unknown>({ modules: ['m0'] }, { moments: ['anniversary'] })),
});
const busyRanges = fc.array(
  fc.tuple(range, whom).map(([r, who]) => ({ ...r, ...who })),
  { maxLength: 2 },
);

const department = fc.record({
  shifts: fc
    .array(
      fc.record({
        days: pick<unknown>('mon-fri', 'mon-sat', 'daily', 'tue-sat', 'sat-sun', ['mon', 'wed', 'sun']),
        hours: pick(...SHIFTS),
        weeks,
      }),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((list) =>
      Object.fromEntries(
        list.map((shift, i) => [`s${i}`, { ...shift, share: list.length === 1 ? '100%' : '50%' }]),
      ),
    ),
  maxAway: maybe(pick('15%', '34%', '50%', '100%')),
  meeting: fc.record({
    nth: fc.nat(6),
    minutes: pick(15, 30),
    every: pick('week', 'fortnight', 'month'),
    to: maybe(pick(date(40))),
    shifts: maybe(pick(['s0'])),
    sites: maybe(pick(['x'])),
  }),
  busy: busyRanges,
  minOnShift: seldom(pick(1, 2)),
  minutesPerWeek: seldom(pick<unknown>(45, '4%')),
});

const when = fc.oneof(
  fc
    .tuple(fc.nat(30), fc.integer({ min: 7, max: 40 }))
    .map(([from, length]) => ({ from: date(from), by: date(from + length) })),
  fc.record({ every: pick('week', 'fortnight', 'month', 'quarter', 'half-year', 'year') }),
  fc.record({ every: pick('month', 'quarter'), months: pick([3], [3, 4]) }),
  fc.record({ moment: pick('day-1', 'week-1', 'day-30', 'second-week') }),
  fc.record({ trigger: pick('score drops') }),
  fc.nat(50).map((day) => ({ date: date(day) })),
  fc
    .array(
      fc.record({ day: fc.nat(50), at: maybe(pick('10:07', '14:00', '22:30')), seats: maybe(pick(1, 3)) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((list) => ({ dates: list.map(({ day, ...one }) => ({ date: date(day), ...one })) })),
);

const module = fc.record({
  languages: seldom(pick<unknown>('nl', ['nl', 'fr'])),
  hoursOutsideShift: seldom(pick('allowed')),
  audience: pick('everyone', 'leaders', 'd0', 'd1'),
  minutes: pick(5, 10, 20, 30, 60, 90, 150),
  led: maybe(pick('trainer', 'champion', 'external', 'line', 'peer')),
  room: maybe(pick<unknown>(false, true, 'online', { features: ['screen'] })),
  skill: maybe(pick('letters')),
  places: maybe(pick(['x'], ['x', 'y'])),
  themes: maybe(pick<unknown>('month', ['t'])),
  paid: maybe(fc.constant(false)),
  format: pick(
    'workshop',
    'virtual',
    'talk',
    'huddle',
    'coaching',
    'self-paced',
    'shadowing',
    'event',
    'book-club',
  ),
  when,
  seats: maybe(pick(1, 3, 5)),
  parts: maybe(pick(2)),
  days: maybe(pick('mon-fri', 'tue')),
  hours: maybe(pick('09:00-17:00', '12:00-15:00', '18:00-23:00')),
  maxAway: maybe(pick('100%', '50%')),
  after: maybe(
    fc.record({ module: pick('m0', 'm1'), atLeastDays: fc.nat(3), atMostDays: maybe(pick(3, 20)) }),
  ),
  facilitators: seldom(pick(['f0'], ['f1', 'f0'], ['f2', 'f1', 'f0'])),
  leaders: seldom(pick(2, 3)),
  minOnShift: seldom(pick(0, 1)),
  covers: seldom(pick(['anniversary'])),
  validFor: maybe(pick('2 weeks', '2 months', 'calendar-year', 'fiscal-year')),
  at: seldom(pick<unknown>('x', 'z', ['y', 'x'], ['z', 'x'])),
  guests: pick(1, 2),
});

/** One in eight. */
const rarely = <T>(arb: fc.Arbitrary<T>) => seldom(maybe(arb));

const facilitator = fc.record({
  languages: rarely(pick<unknown>('nl', ['nl', 'fr'], ['fr', 'en'])),
  teaches: maybe(pick(['letters'], ['m0', 'letters'], ['m0', 'm1', 'm2'])),
  role: maybe(pick('r0', 'r1')),
  sites: maybe(pick(['x'], ['y', 'online'], ['online'])),
  hours: maybe(pick('09:00-14:00', '00:00-24:00')),
  weeks,
  hoursPerDay: maybe(pick(1, 3)),
  hoursPerWeek: maybe(pick(2, 6)),
  hoursPerMonth: seldom(pick(3, 8)),
  works: seldom(
    fc.constant([
      { days: 'mon', hours: '08:00-12:00' },
      { days: 'wed-sat', hours: '10:00-22:00', from: date(5) },
      { days: 'tue', hours: '20:00-04:00', weeks: { every: 2, from: date(0) } },
    ]),
  ),
  totalDays: maybe(pick(2, 5)),
  away: ranges,
});

/** A workspace of one file as text (JSON is YAML). Some are contradictory: loading refuses those. */
export const randomFirm: fc.Arbitrary<string> = fc
  .record({
    zones: fc.tuple(pick(...ZONES), pick(...ZONES)),
    length: fc.integer({ min: 60, max: 90 }),
    policy: fc.record({
      groupSize: pick(2, 5, 12),
      minutesPerWeek: pick(30, 60, 120),
      changeoverMinutes: pick(0, 15),
      startEvery: pick(15, 30),
      overtimeMinutesPerWeek: seldom(pick(0, 30, 60, 90)),
      restAfterNightHours: seldom(pick(8, 11.5)),
      preferredHours: seldom(
        pick<unknown>({ coaching: '07:00-19:00' }, { workshop: '22:00-03:00', 'self-paced': '10:00-16:00' }),
      ),
    }),
    closed: fc.tuple(ranges, ranges, ranges),
    holidays: fc.tuple(holidays, maybe(holidays)),
    ways: seldom(pick<unknown>({ y: 10, z: 45 }, { z: 90 }, { y: 0, z: 20 })),
    van: seldom(
      fc.record({
        sites: pick(['x', 'y'], ['y', 'z', 'x']),
        seats: pick(3, 8),
        features: maybe(pick(['screen'])),
        travelMinutes: maybe(pick(0, 45, 200)),
      }),
    ),
    open: maybe(pick([{ days: 'tue-sat', hours: '07:00-16:00' }, { from: date(30) }])),
    levels: seldom(pick<unknown>({ manager: 45 }, { frontline: '3%' })),
    departments: fc.tuple(department, department),
    tongue: maybe(pick<unknown>('fr', ['fr', 'nl'])),
    roles: fc.array(
      fc.record({
        languages: seldom(pick<unknown>('nl', ['nl', 'fr'])),
        department: pick('d0', 'd1'),
        heads: fc.record({ x: fc.integer({ min: 1, max: 9 }), y: fc.nat(5) }),
        level: pick('frontline', 'manager'),
        joiners: pick(7, 24),
        customerFacing: fc.boolean(),
        minutesPerWeek: seldom(pick<unknown>(60, 90, '5%')),
        later: seldom(fc.record({ from: pick(date(20), date(41)), x: fc.integer({ min: 1, max: 9 }) })),
        byShift: seldom(fc.record({ x: fc.integer({ min: 1, max: 9 }), y: fc.nat(4) })),
        inMonth: seldom(fc.record({ '2027-03': fc.nat(3), '2027-04': fc.nat(3) })),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    modules: fc.array(module, { minLength: 2, maxLength: 6 }),
    facilitators: fc.array(facilitator, { minLength: 6, maxLength: 6 }),
  })
  .map(
    ({
      zones,
      length,
      policy,
      closed,
      holidays,
      ways,
      van,
      open,
      levels,
      departments,
      tongue,
      roles,
      modules,
      facilitators,
    }) => {
      const named = <T>(prefix: string, list: readonly T[]) =>
        Object.fromEntries(list.map((one, i) => [`${prefix}${i}`, one]));
      const host = (guests: number) => ({ department: 'd0', guests, site: 'x' });
      return JSON.stringify({
        programme: {
          name: 'Firm',
          starts: date(0),
          ends: date(length),
          timezone: zones[0],
          holidays: holidays[0],
          rotation: ['t'],
        },
        policy: { ...policy, minutesPerWeekByLevel: levels },
        sites: {
          x: { timezone: zones[0], closed: closed[0], travel: ways },
          // Nobody works there.
          z: { timezone: zones[1], closed: closed[2] },
          y: { languages: tongue, timezone: zones[1], closed: closed[1], holidays: holidays[1] },
        },
        rooms: {
          small: { site: 'x', seats: 4, closed: closed[2] },
          big: { site: 'x', seats: 12, features: ['screen'], open },
          other: { site: 'y', seats: 6, features: ['screen'] },
          van,
          far: { site: 'z', seats: 7 },
          call: { site: 'online', seats: 9, features: ['screen'] },
        },
        departments: named(
          'd',
          departments.map(({ meeting: { nth, ...meeting }, ...one }) => {
            // An hour into the first and the last shift, on a day of theirs, so that there is somebody to meet.
            const hourOf = ({ hours }: { hours: string }) =>
              String(Number(hours.slice(0, 2)) + 1).padStart(2, '0');
            const shifts = Object.values(one.shifts);
            const dayOf = ({ days }: { days: unknown }, n: number) => {
              const own = WORKED[String(days)]!;
              return own[n % own.length]!;
            };
            const team = { day: dayOf(shifts[0]!, nth), ...meeting, at: `${hourOf(shifts[0]!)}:30` };
            const last = shifts.at(-1)!;
            const all = { day: dayOf(last, nth + 2), at: `${hourOf(last)}:00`, minutes: 15 };
            return { site: 'x', ...one, meetings: { team, all } };
          }),
        ),
        // The first role is in d0, so that hosts and audiences have somebody.
        roles: named(
          'r',
          roles.map(({ later, byShift, inMonth, ...role }, i) => ({
            ...role,
            ...(later && {
              heads: [{ heads: role.heads }, { from: later.from, heads: { ...role.heads, x: later.x } }],
            }),
            ...(byShift && !later && { heads: undefined, shifts: { s0: byShift } }),
            ...(inMonth && { joiners: inMonth }),
            ...(i < 2 && { department: `d${i}`, level: 'manager' }),
          })),
        ),
        audiences: { d0: { departments: ['d0'] }, d1: { departments: ['d1'] } },
        themes: { t: {} },
        moments: { 'second-week': { from: 7, to: 13 } },
        modules: named(
          'm',
          modules.map(
            (
              {
                guests,
                after,
                led,
                room,
                places,
                audience,
                facilitators,
                leaders,
                covers,
                validFor,
                at,
                ...rest
              },
              i,
            ) => ({
              ...rest,
              // Only of what is held once or at a moment, in one part, anything is renewed.
              ...(('from' in rest.when || 'moment' in rest.when) && !rest.parts ? { validFor } : {}),
              audience,
              moments: covers,
              ...(LED_BY_OTHERS.has(rest.format) ? { facilitators, leaders } : {}),
              ...(LED_BY_OTHERS.has(rest.format) ? { led } : {}),
              ...(HELD_IN_ROOMS.has(rest.format) ? { room } : {}),
              ...(HELD_IN_ROOMS.has(rest.format) && room !== 'online' ? { at } : {}),
              ...(rest.format === 'virtual' || room === 'online' || at ? {} : { sites: places }),
              ...(after && Number(after.module.slice(1)) < i ? { after: [after] } : {}),
              ...(rest.format === 'shadowing' ? { host: host(guests), seats: undefined } : {}),
              ...(rest.format === 'huddle' || rest.paid === false ? { hoursOutsideShift: undefined } : {}),
              ...(rest.format === 'huddle' ? { minutes: Math.min(rest.minutes, 10) } : {}),
              ...(rest.format === 'huddle' && 'dates' in rest.when ? { when: { every: 'month' } } : {}),
            }),
          ),
        ),
        facilitators: named(
          'f',
          facilitators.map(({ works, ...usual }, i) => {
            const { hours: _h, weeks: _w, ...others } = usual;
            const one = works ? { ...others, works } : usual;
            // One of each kind comes everywhere and has hours enough for the longest module.
            const wide =
              i < 3 ? { sites: undefined, teaches: undefined, hoursPerDay: 3, hoursPerWeek: 4 } : {};
            const teaches = one.teaches?.filter(
              (what) => what === 'letters' || Number(what.slice(1)) < modules.length,
            );
            return { ...one, teaches, ...wide, kind: KINDS[i % 3] };
          }),
        ),
      });
    },
  );
