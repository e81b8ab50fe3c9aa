/** `sequence` goes up exactly when what calendars show changes: each field in turn, and each word. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionFields } from '../../src/model/made/exported.ts';
import type { PlanSession } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { renderEvents } from '../../src/render/ics/events.ts';
import { fingerprint } from '../../src/wording/fingerprint.ts';
import { tellerOf, told } from '../../src/wording/told.ts';
import { sample } from '../report/sample.ts';

let model: Model;
let session: PlanSession;
beforeAll(async () => {
  const year = await sample();
  ({ model } = year);
  session = year.plan.sessions.find((one) => one.room !== null && one.facilitator !== null)!;
});

const hashOf = (item: SessionFields, of: Model = model) => fingerprint(tellerOf(of), item);

/** What a calendar file holds of it, identity apart. */
function written(item: SessionFields, of: Model = model): string {
  const event = {
    ...told(tellerOf(of), item),
    uid: 'x@x',
    sequence: 0,
    status: 'confirmed' as const,
    busy: true,
    created: '2027-01-01',
    revised: '2027-01-01',
    url: undefined,
  };
  return renderEvents({ count: 1, at: () => event })
    .pieces.at(0)
    .toString('utf8');
}

/** A model in which one thing is called otherwise. */
function renamed(
  part: 'rooms' | 'facilitators' | 'modules' | 'themes' | 'roles' | 'departments',
  id: string,
): Model {
  const things = new Map<string, unknown>(model[part]);
  things.set(id, { ...(things.get(id) as object), name: 'Something else' });
  return { ...model, [part]: things } as Model;
}

/** Another value of each field of a session. */
const OTHER: { readonly [K in keyof SessionFields]: (now: SessionFields[K]) => SessionFields[K] } = {
  module: () => 'plain-refunds',
  occurrence: () => '2027-03',
  format: () => 'talk',
  themes: () => [],
  stages: () => [],
  departments: () => ['nowhere'],
  attendees: ([first]) => [{ ...first!, last: first!.last + 1 }],
  heads: (heads) => heads + 1,
  start: () => '2027-03-02T08:00',
  end: () => '2027-03-02T23:00',
  timezone: () => 'Europe/Paris',
  startUtc: () => '2027-03-02T08:00:00Z',
  endUtc: () => '2027-03-02T23:00:00Z',
  minutes: (minutes) => minutes + 5,
  site: () => 'online',
  room: () => null,
  facilitator: () => null,
  led: () => 'line',
  counts: (counts) => !counts,
};

describe('the fingerprint of an event', () => {
  it.each(Object.keys(OTHER) as (keyof SessionFields)[])(
    'changes with `%s` exactly when the calendar does',
    (field) => {
      const change = OTHER[field] as (now: unknown) => unknown;
      const other = { ...session, [field]: change(session[field]) };
      expect(hashOf(other) === hashOf(session)).toBe(written(other) === written(session));
    },
  );

  it.each([
    ['startUtc', true],
    ['endUtc', true],
    ['facilitator', true],
    ['room', true],
    ['heads', true],
    ['themes', true],
    ['module', true],
    ['counts', false],
    ['stages', false],
    ['minutes', false],
    ['timezone', false],
    ['start', false],
  ] as const)('tells of `%s`: %s', (field, shown) => {
    const change = OTHER[field] as (now: unknown) => unknown;
    expect(hashOf({ ...session, [field]: change(session[field]) }) !== hashOf(session)).toBe(shown);
  });

  it('changes with the name of whatever is named, and of nothing else', () => {
    const changes = (other: Model) => hashOf(session, other) !== hashOf(session);
    expect(changes(renamed('rooms', session.room!))).toBe(true);
    expect(changes(renamed('facilitators', session.facilitator!))).toBe(true);
    expect(changes(renamed('modules', session.module))).toBe(true);
    expect(changes(renamed('themes', session.themes[0]!))).toBe(true);
    expect(changes(renamed('roles', session.attendees[0]!.group.split('.')[0]!))).toBe(true);
    const others = [...model.modules.keys()].filter((id) => id !== session.module);
    for (const id of others) expect(changes(renamed('modules', id))).toBe(false);
    // Few roles are named one by one; their departments are not.
    expect(changes(renamed('departments', session.departments[0]!))).toBe(false);
  });

  it('does not look beyond what calendars take of a long text', () => {
    const long = (end: string): Model => {
      const module = { ...model.modules.get(session.module)!, outcome: `${'long '.repeat(1000)}${end}` };
      return { ...model, modules: new Map(model.modules).set(module.id, module) };
    };
    expect(hashOf(session, long('one'))).toBe(hashOf(session, long('two')));
  });
});
