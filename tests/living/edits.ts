/** A small firm in the middle of its year, and what may happen to it: data that fast-check can make smaller. */
import fc from 'fast-check';
import { isoDate, toDay } from '../../src/calendar/date.ts';

type Entry = Record<string, unknown>;
type Part = 'sites' | 'departments' | 'roles' | 'rooms' | 'facilitators' | 'modules';
export type Firm = Record<Part, Record<string, Entry>> & Record<'programme' | 'policy' | 'themes', Entry>;

const STARTS = toDay('2027-01-11')!;

/** Four months, two sites, three departments, about sixty sessions; everything that planning must respect is in it. */
export const FIRM: Firm = {
  programme: {
    id: 'lived',
    name: 'Lived',
    starts: '2027-01-11',
    ends: '2027-05-14',
    timezone: 'Europe/London',
    mantra: 'One.',
    domain: 'lived.example',
  },
  policy: { groupSize: 6, noticeDays: 14, minutesPerWeek: 120, startEvery: 30 },
  sites: { leeds: { name: 'Leeds' }, york: { name: 'York' } },
  departments: {
    shop: {
      name: 'The shop',
      maxAway: '40%',
      shifts: {
        early: { days: 'mon-sat', hours: '06:30-14:30', share: '50%' },
        late: { days: 'mon-sat', hours: '12:30-20:30', share: '50%' },
      },
      meetings: { huddle: { day: 'tue', at: '13:00', minutes: 20 } },
    },
    desk: { name: 'The desk', site: 'leeds', maxAway: '50%' },
    office: { name: 'The office', site: 'leeds', maxAway: '100%' },
  },
  roles: {
    seller: { department: 'shop', heads: { leeds: 12, york: 8 }, customerFacing: true },
    agent: { department: 'desk', heads: 8 },
    clerk: { department: 'office', heads: 5 },
    lead: { department: 'office', heads: 2, level: 'manager' },
  },
  rooms: {
    lab: { site: 'leeds', seats: 8 },
    loft: { site: 'leeds', seats: 6, features: ['screen'] },
    den: { site: 'york', seats: 6 },
    call: { site: 'online', seats: 20 },
  },
  facilitators: {
    ann: { name: 'Ann', kind: 'trainer', hoursPerWeek: 4 },
    bob: { name: 'Bob', kind: 'trainer', hoursPerDay: 2, away: [{ from: '2027-02-15', to: '2027-02-19' }] },
    cleo: { name: 'Cleo', kind: 'champion' },
  },
  themes: { m: { months: [1, 2, 3, 4, 5] } },
  modules: {
    read: {
      name: 'Read it',
      audience: 'everyone',
      format: 'self-paced',
      minutes: 20,
      when: { every: 'quarter' },
      themes: ['m'],
      voices: ['testimonial'],
    },
    try: {
      name: 'Try it',
      audience: 'everyone',
      format: 'workshop',
      minutes: 60,
      seats: 6,
      when: { from: '2027-02-01', by: '2027-04-16' },
      themes: ['m'],
      voices: ['testimonial'],
    },
    tell: {
      name: 'Tell it',
      audience: { departments: ['desk', 'office'] },
      format: 'talk',
      led: 'champion',
      minutes: 30,
      seats: 6,
      when: { from: '2027-03-01', by: '2027-05-07' },
      after: [{ module: 'try', atLeastDays: 2 }],
      themes: ['m'],
      voices: ['testimonial'],
    },
    deep: {
      name: 'Go deeper',
      audience: { departments: ['shop', 'desk'] },
      format: 'workshop',
      minutes: 90,
      seats: 4,
      when: { from: '2027-02-15', by: '2027-05-07' },
      after: ['try'],
      themes: ['m'],
      voices: ['testimonial'],
    },
    coach: {
      name: 'Coach it',
      audience: { departments: ['desk'] },
      format: 'coaching',
      minutes: 20,
      when: { every: 'quarter' },
      themes: ['m'],
      voices: ['testimonial'],
    },
    minute: {
      name: 'A minute',
      audience: { departments: ['shop'] },
      format: 'huddle',
      minutes: 10,
      when: { every: 'month' },
      themes: ['m'],
      voices: ['testimonial'],
    },
  },
};

/** One thing that somebody writes into the workspace. */
export interface Edit {
  /** For whoever reads what failed. */
  readonly what: string;
  readonly apply: (firm: Firm) => void;
}

const edit = (what: string, apply: Edit['apply']): Edit => ({ what, apply, toString: () => what }) as Edit;

const stretch = (most: number) =>
  fc
    .tuple(fc.integer({ min: 20, max: 110 }), fc.nat(most))
    .map(([from, length]) => ({ from: isoDate(STARTS + from), to: isoDate(STARTS + from + length) }));

/** Adds to a list of what is named, where it is still there. */
const also = (part: Part, id: string, key: string, more: Entry) =>
  edit(`${part}.${id}.${key} + ${JSON.stringify(more)}`, (firm) => {
    const entry = firm[part][id];
    if (entry) entry[key] = [...((entry[key] as unknown[] | undefined) ?? []), more];
  });

const set = (part: Part, id: string, key: string, value: unknown) =>
  edit(`${part}.${id}.${key} = ${JSON.stringify(value)}`, (firm) => {
    if (firm[part][id]) firm[part][id][key] = value;
  });

const pick = fc.constantFrom<string[]>;

/** What takes times away: most of what happens. */
const anAbsence: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(pick('ann', 'bob', 'cleo'), stretch(21))
    .map(([id, days]) => also('facilitators', id, 'away', days)),
  fc.tuple(pick('lab', 'loft', 'den'), stretch(21)).map(([id, days]) => also('rooms', id, 'closed', days)),
  fc.tuple(pick('leeds', 'york'), stretch(7)).map(([id, days]) => also('sites', id, 'closed', days)),
  fc
    .tuple(pick('shop', 'desk', 'office'), stretch(14))
    .map(([id, days]) => also('departments', id, 'busy', days)),
  fc
    .tuple(pick('shop', 'desk'), pick('mon', 'wed', 'fri'), pick('08:00-11:00', '13:00-17:00'))
    .map(([id, days, hours]) => also('departments', id, 'busy', { days, hours })),
);

const aChange: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 8, max: 15 }), fc.integer({ min: 5, max: 10 }))
    .map(([leeds, york]) => set('roles', 'seller', 'heads', { leeds, york })),
  fc.integer({ min: 5, max: 11 }).map((heads) => set('roles', 'agent', 'heads', heads)),
  fc.integer({ min: 3, max: 8 }).map((heads) => set('roles', 'clerk', 'heads', heads)),
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 60, max: 120 }))
    .map(([from, by]) =>
      set('modules', 'try', 'when', { from: isoDate(STARTS + from), by: isoDate(STARTS + by) }),
    ),
  fc
    .tuple(pick('try', 'tell', 'coach', 'read'), pick('Another name', 'A third name'))
    .map(([id, name]) => set('modules', id, 'name', name)),
  fc
    .tuple(pick('lab', 'loft', 'leeds'), pick('Renamed', 'As before'))
    .map(([id, name]) => set(id === 'leeds' ? 'sites' : 'rooms', id, 'name', name)),
  pick('month', 'quarter', 'half-year').map((every) => set('modules', 'read', 'when', { every })),
  pick('fortnight', 'month').map((every) => set('modules', 'minute', 'when', { every })),
  fc.constantFrom(30, 60, 75).map((minutes) => set('modules', 'try', 'minutes', minutes)),
  fc.constantFrom(4, 5, 8).map((seats) => set('modules', 'tell', 'seats', seats)),
  fc.constantFrom(4, 5, 10).map((seats) => set('rooms', 'lab', 'seats', seats)),
  pick('25%', '34%', '60%').map((share) => set('departments', 'desk', 'maxAway', share)),
  fc.constantFrom(2, 4, 12).map((hours) => set('facilitators', 'ann', 'hoursPerWeek', hours)),
  pick('tell', 'coach', 'minute').map((id) =>
    edit(`modules.${id} is gone`, ({ modules }) => {
      delete modules[id];
    }),
  ),
  pick('shop', 'desk', 'office').map((id) =>
    edit(`modules.more for ${id}`, ({ modules }) => {
      modules.more = {
        name: 'More of it',
        audience: { departments: [id] },
        format: 'virtual',
        led: 'trainer',
        minutes: 45,
        when: { from: '2027-03-01', by: '2027-05-07' },
        themes: ['m'],
        voices: ['testimonial'],
      };
    }),
  ),
  fc.constant(
    edit('bob is replaced by dan', ({ facilitators }) => {
      if (facilitators.bob) facilitators.dan = { name: 'Dan', kind: 'trainer' };
      delete facilitators.bob;
    }),
  ),
  fc.constant(
    edit('role clerk has the id writer', ({ roles }) => {
      if (!roles.clerk) return;
      roles.writer = { ...roles.clerk, was: 'clerk' };
      delete roles.clerk;
    }),
  ),
);

export const anEdit = fc.oneof(anAbsence, aChange);

/** Some edits, each made some days after the one before. */
export const aYear = fc.array(fc.record({ edit: anEdit, days: fc.integer({ min: 0, max: 25 }) }), {
  minLength: 1,
  maxLength: 3,
});

export function textOf(firm: Firm): string {
  return JSON.stringify(firm);
}
