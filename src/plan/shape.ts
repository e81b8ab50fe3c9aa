/**
 * The shape of `plan.json` as checks, so that reading needs no schema library. Keys that are not known are
 * left alone: a later minor version may add some.
 */
import { toDay } from '../calendar/date.ts';
import { isZone } from '../calendar/zone.ts';

/** Undefined when the value is fine, else what is due there. */
type Check = (value: unknown, path: string) => string | undefined;

const text: Check = (value, path) => due(typeof value === 'string', path, 'text');
const flag: Check = (value, path) => due(typeof value === 'boolean', path, 'true or false');
const number: Check = (value, path) => due(Number.isFinite(value), path, 'a number');
const whole: Check = (value, path) =>
  due(Number.isSafeInteger(value) && (value as number) >= 0, path, 'a whole number');
const positive: Check = (value, path) =>
  due(Number.isSafeInteger(value) && (value as number) > 0, path, 'a number from 1');
/** The number of a plan that follows another. */
const later: Check = (value, path) =>
  due(Number.isSafeInteger(value) && (value as number) > 1, path, 'a number from 2');
const date: Check = (value, path) => due(isDate(value), path, 'a date');
const wall: Check = (value, path) => due(isTime(value, ''), path, 'a local time');
const instant: Check = (value, path) => due(isTime(value, ':00Z'), path, 'a time in UTC');
const zone: Check = (value, path) => due(typeof value === 'string' && isZone(value), path, 'a time zone');
const id: Check = (value, path) => due(matches(value, /^[a-z0-9.-]+$/), path, 'an id');
const uid: Check = (value, path) => due(matches(value, /^[\x21-\x7e]+@[\x21-\x7e]+$/), path, 'a UID');

/** Part of a path: it must not lead anywhere else. */
const address: Check = (value, path) =>
  due(matches(value, /^[a-z]+(?:\/[a-z0-9][a-z0-9._-]*)?$/i), path, 'a calendar such as departments/finance');

const identity = {
  id,
  uid,
  sequence: whole,
  status: oneOf('confirmed', 'cancelled'),
  created: date,
  revised: date,
  issue: optional(later),
  hash: text,
  left: optional(fields({ calendars: list(address), asOf: date, ahead: optional(oneOf(1)) })),
};

const attendees = fields({ group: text, first: positive, last: positive });

const session = fields({
  ...identity,
  module: text,
  occurrence: text,
  format: text,
  themes: list(text),
  stages: list(text),
  departments: list(text),
  attendees: list(attendees),
  heads: positive,
  start: wall,
  end: wall,
  timezone: zone,
  startUtc: instant,
  endUtc: instant,
  minutes: positive,
  site: text,
  room: orNull(text),
  facilitator: orNull(text),
  led: text,
  counts: flag,
  why: list(text),
});

const group = fields({
  id,
  department: text,
  role: text,
  site: text,
  shift: text,
  heads: positive,
  joiners: (value, path) => due(value === false || typeof value === 'string', path, 'a month, or false'),
  presence: optional(
    list(fields({ first: positive, last: positive, from: optional(date), until: optional(date) })),
  ),
  people: optional(list(orNull(text))),
});

/** What each kind of thing is called. */
const NAME_CHECKS = {
  sites: {},
  rooms: { site: text },
  departments: {},
  roles: {},
  stages: {},
  themes: {},
  voices: { type: text },
  facilitators: {},
  modules: {
    outcome: optional(text),
    strategy: optional(text),
    action: optional(text),
    withinDays: optional(whole),
    voices: optional(list(text)),
    voiceTypes: optional(list(text)),
    parts: optional(positive),
    host: optional(text),
  },
  rituals: { channels: list(text) },
};

function eachOf(checkOf: (named: Check) => Check): Record<string, Check> {
  return Object.fromEntries(
    Object.entries(NAME_CHECKS).map(([kind, more]) => [
      kind,
      checkOf(fields({ id: text, name: text, ...more })),
    ]),
  );
}

const plan = fields({
  schema: oneOf('https://cxplan.dev/schemas/plan-1.json'),
  version: oneOf(1),
  programme: fields({
    id: text,
    domain: text,
    name: text,
    mantra: orNull(text),
    starts: date,
    ends: date,
    timezone: zone,
  }),
  asOf: date,
  made: fields({
    tool: text,
    zones: optional(text),
    inputs: text,
    basis: optional(text),
    tried: optional(list(text)),
    seed: number,
    effort: oneOf('quick', 'normal', 'thorough'),
    moves: whole,
    dated: optional(flag),
    maxMoves: optional(whole),
    issue: optional(later),
  }),
  score: fields({
    unplaced: whole,
    bound: optional(whole),
    soft: number,
    terms: list(fields({ id: text, weight: number, cost: number, share: number })),
  }),
  groups: list(group),
  sessions: list(session),
  rituals: list(
    fields({
      ...identity,
      ritual: text,
      type: text,
      date,
      themes: list(text),
      departments: list(text),
      sites: optional(list(text)),
    }),
  ),
  themes: list(
    fields({
      ...identity,
      theme: text,
      from: date,
      to: date,
      departments: optional(list(text)),
      sites: optional(list(text)),
    }),
  ),
  unscheduled: list(
    fields({
      module: text,
      occurrence: text,
      group: text,
      first: positive,
      last: positive,
      window: fields({ from: date, by: date }),
      reasons: list(fields({ constraint: text, excluded: whole, of: whole })),
      relaxations: list(fields({ change: text, start: text })),
    }),
  ),
  bottlenecks: optional(
    list(
      fields({
        kind: text,
        name: text,
        from: date,
        by: date,
        wanted: whole,
        offered: whole,
        people: positive,
      }),
    ),
  ),
  loads: fields({
    facilitators: list(fields({ facilitator: text, week: text, minutes: whole })),
    departments: list(fields({ department: text, week: text, personMinutes: whole })),
  }),
  names: optional(fields({ groupSize: positive, ...eachOf((check) => list(check)) })),
  former: optional(
    list(
      fields({
        issue: later,
        asOf: date,
        groupSize: optional(positive),
        names: fields({ ...eachOf((check) => optional(list(check))), groups: optional(list(group)) }),
        since: fields({ ...eachOf(() => optional(list(text))), groups: optional(list(text)) }),
      }),
    ),
  ),
  retired: optional(list(id)),
  calendars: optional(
    list(
      fields({
        id: address,
        name: text,
        zone,
        was: optional(list(address)),
        parts: optional(list(positive)),
      }),
    ),
  ),
  published: optional(fields({ asOf: date, hash: text, issue: optional(later) })),
});

/** The first thing that breaks the contract, as words: `sessions[3].minutes: a number from 1 is due`. */
export function firstFault(document: unknown): string | undefined {
  return plan(document, '');
}

function due(fine: boolean, path: string, what: string): string | undefined {
  return fine ? undefined : `${path}: ${what} is due`;
}

function oneOf(...values: readonly (string | number)[]): Check {
  return (value, path) =>
    due(values.includes(value as string), path, values.map((v) => `"${v}"`).join(' or '));
}

function orNull(check: Check): Check {
  return (value, path) => (value === null ? undefined : check(value, path));
}

function optional(check: Check): Check {
  return (value, path) => (value === undefined ? undefined : check(value, path));
}

function list(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return due(false, path, 'a list');
    for (let i = 0; i < value.length; i++) {
      const fault = check(value[i], `${path}[${i}]`);
      if (fault) return fault;
    }
    return undefined;
  };
}

function fields(checks: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(checks);
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return due(false, path === '' ? 'plan' : path, 'an object');
    }
    for (const [key, check] of entries) {
      const own = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
      const fault = check(own, path === '' ? key : `${path}.${key}`);
      if (fault) return fault;
    }
    return undefined;
  };
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && toDay(value) !== undefined;
}

function isTime(value: unknown, tail: string): boolean {
  if (typeof value !== 'string') return false;
  const time = value.slice(10);
  return (
    toDay(value.slice(0, 10)) !== undefined &&
    /^T(?:[01]\d|2[0-3]):[0-5]\d/.test(time) &&
    time.slice(6) === tail
  );
}
