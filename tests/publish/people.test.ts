/**
 * Each person's own calendar (`generate --people`) through changes of a year: whoever leaves a session is told so in her
 * calendar, under a later SEQUENCE, and everybody else hears nothing. Read by a strict reader of iTIP for all, by khal and
 * Radicale for one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';
import { has, khalIn } from './programs.ts';
import { putting } from './publishers.ts';
import { lineOf, type RawEvent, rawEvents } from './raw-events.ts';
import { radicale } from './servers.ts';
import { StrictReader } from './strict-reader.ts';

const FIRM = `
programme: { id: named, name: Named, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One., domain: named.example, people: people.csv }
departments:
  ward: { maxAway: 100% }
  office: { maxAway: 100% }
roles:
  nurse: { department: ward, customerFacing: true }
  clerk: { department: office }
rooms: { lab: { site: main, seats: 12, features: [screen] }, attic: { site: main, seats: 12, features: [screen] } }
facilitators: { amira: { name: Amira, kind: trainer } }
stages: { a: { touchpoints: { t: { owner: nurse } } } }
themes: { m: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  talk: { name: A talk, audience: everyone, format: workshop, minutes: 60, seats: { min: 1, max: 4 }, when: { every: month }, themes: [m], touchpoints: [t], voices: [testimonial], room: { features: [screen] } }
  visit: { name: A visit, audience: { departments: [ward] }, format: workshop, minutes: 45, seats: { min: 1, max: 4 }, when: { from: 2027-03-01, by: 2027-05-31 }, themes: [m], touchpoints: [t], voices: [testimonial], room: false }
policy: { groupSize: 4 }
`;
const ROSTER = `id,role,name,email
${Array.from({ length: 7 }, (_, i) => `n${i},nurse,Nurse ${i},n${i}@named.example`).join('\n')}
${Array.from({ length: 4 }, (_, i) => `c${i},clerk,Clerk ${i},c${i}@named.example`).join('\n')}
`;

type Edit = readonly [file: string, from: string | RegExp, to: string];
const YEAR: readonly (readonly [asOf: string, ...edits: Edit[]])[] = [
  ['2027-01-03'],
  [
    '2027-01-18',
    ['cxplan.yaml', 'kind: trainer }', 'kind: trainer, away: [{ from: 2027-03-01, to: 2027-03-12 }] }'],
  ],
  ['2027-02-01', ['people.csv', 'n3,nurse', 'n3,clerk']],
  ['2027-02-15', ['people.csv', /$/, 'n9,nurse,Nurse 9,n9@named.example\n']],
  ['2027-03-01', ['people.csv', /n5,.*\n/, '']],
  ['2027-03-15', ['cxplan.yaml', 'name: A talk', 'name: Another talk']],
  ['2027-03-29', ['cxplan.yaml', /amira: \{ name: Amira/, 'jonas: { name: Jonas']],
  ['2027-04-12', ['people.csv', 'n3,clerk', 'n3,nurse']],
  ['2027-04-26', ['cxplan.yaml', / {2}visit:.*\n/, '']],
];
/** Who is followed by other programs, too: she leaves a department and comes back. */
const WATCHED = ['n3'];

/** `uid sequence STATUS start` of what a person still has to come, by the plan's own fields. */
function toCome({ sessions, groups }: Plan, person: string, asOf: string): string[] {
  const seat = new Map(groups.map(({ id, people }) => [id, (people ?? []).indexOf(person) + 1]));
  return sessions
    .filter(({ status, start }) => status === 'confirmed' && start.slice(0, 10) >= asOf)
    .filter(({ attendees }) =>
      attendees.some(({ group, first, last }) => {
        const at = seat.get(group) ?? 0;
        return at > 0 && first <= at && at <= last;
      }),
    )
    .map(({ uid, sequence, startUtc }) => `${uid} ${sequence} CONFIRMED ${startUtc.replace(/[-:]/g, '')}`)
    .sort();
}

const standing = (events: Iterable<RawEvent>, asOf: string) =>
  [...events]
    .filter(({ property }) => property('STATUS') === 'CONFIRMED')
    .filter(({ property }) => property('DTSTART') >= asOf.replace(/-/g, ''))
    .map(lineOf)
    .sort();

describe('calendars of people', () => {
  it('say in every program what the plan says, and to her who left that she has', async () => {
    const folder = firm({ 'cxplan.yaml': FIRM, 'people.csv': ROSTER });
    const readers = new Map<string, StrictReader>();
    const past = new Map<string, string>();
    const programs = await Promise.all(
      WATCHED.map(async (person) => ({
        person,
        khal: has('khal') ? khalIn(scratch()) : undefined,
        radicale: has('radicale') ? putting(await radicale()) : undefined,
      })),
    );
    const told = { left: 0, back: 0, compared: 0 };
    for (const [asOf, ...edits] of YEAR) {
      for (const [file, from, to] of edits) {
        const before = readFileSync(join(folder, file), 'utf8');
        const after = before.replace(from, to);
        expect(after).not.toBe(before);
        writeFileSync(join(folder, file), after);
      }
      const names = join(folder, 'names');
      const made = await run(['generate', folder, '--quiet', '--as-of', asOf, '--people', names]);
      expect([asOf, made.code, made.err]).toEqual([asOf, 0, '']);
      const plan: Plan = JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'));
      const people = plan.groups.flatMap((group) => group.people ?? []).filter((id) => id !== null);
      for (const person of people) if (!readers.has(person)) readers.set(person, new StrictReader());
      for (const [person, reader] of readers) {
        const path = join(names, 'calendars', `${person}.ics`);
        if (!people.includes(person)) {
          // Who is gone from the roster is gone from the folder.
          expect([asOf, person, existsSync(path)]).toEqual([asOf, person, false]);
          continue;
        }
        const before = new Map(reader.known);
        const events = rawEvents(readFileSync(path, 'utf8'));
        reader.take(events);
        expect([asOf, person, reader.faults]).toEqual([asOf, person, []]);
        const expected = toCome(plan, person, asOf);
        expect([asOf, person, standing(reader.known.values(), asOf)]).toEqual([asOf, person, expected]);
        told.compared += expected.length;
        for (const event of events) {
          const key = `${person} ${event.uid}`;
          // What has been stands, letter by letter.
          if (past.has(key)) expect([asOf, key, event.raw]).toEqual([asOf, key, past.get(key)]);
          const isOver = event.property('DTEND') < asOf.replace(/-/g, '');
          if (isOver && event.property('STATUS') === 'CONFIRMED') past.set(key, event.raw);
          const [was, is] = [before.get(event.uid), event].map((one) => one?.property('STATUS'));
          const session = plan.sessions.find(({ uid }) => uid === event.uid);
          if (was === 'CONFIRMED' && is === 'CANCELLED' && session?.status === 'confirmed') told.left++;
          if (was === 'CANCELLED' && is === 'CONFIRMED') told.back++;
        }
        const others = programs.find((one) => one.person === person);
        others?.khal?.take([path]);
        await others?.radicale?.publish(folder, person, events);
        for (const held of [others?.khal?.has(), others?.radicale?.has(person)])
          if (held) {
            expect([asOf, person, standing(held.values(), asOf)]).toEqual([asOf, person, expected]);
            told.compared += expected.length;
          }
      }
    }
    // She left sessions that others go to.
    expect(told.left).toBeGreaterThan(0);
    expect(told.compared).toBeGreaterThan(300);
  });
});
