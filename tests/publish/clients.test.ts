/**
 * A small firm that is lived with for a year, as programs of others see it: what happens, and after each that nothing is
 * stale, missing, silent, twice, revived or rewritten anywhere. Programs that are not installed are left out; `.ci/run`
 * installs them. The same on a thousand people is in `tests/living/fernhill-clients.test.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firm } from '../cli/folder.ts';
import { type Happening, livesThrough } from './lived.ts';

const FIRM = `
programme: { id: lived, name: Lived, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One., domain: lived.example }
sites: { main: { name: Main street }, annex: {} }
departments:
  ward: { name: The ward, site: main, maxAway: 100% }
  office: { name: The office, site: annex, maxAway: 100% }
roles:
  nurse: { department: ward, heads: 14, customerFacing: true }
  clerk: { department: office, heads: 4 }
rooms:
  lab: { site: main, seats: 12, features: [screen] }
  attic: { site: main, seats: 12, features: [screen] }
  nook: { site: annex, seats: 6, features: [screen] }
facilitators:
  amira: { name: Amira, kind: trainer }
stages: { a: { touchpoints: { t: { owner: nurse } } } }
themes: { m: { name: Mission, months: [1, 2, 3, 4, 5, 6] } }
modules:
  talk: { name: A talk, audience: everyone, format: workshop, minutes: 60, seats: { min: 1, max: 8 }, when: { every: month }, themes: [m], touchpoints: [t], voices: [testimonial], room: { features: [screen] } }
  visit: { name: A visit, audience: { departments: [ward] }, format: workshop, minutes: 45, seats: { min: 1, max: 8 }, when: { from: 2027-03-01, by: 2027-05-31 }, themes: [m], touchpoints: [t], voices: [testimonial], room: false }
rituals:
  thanks: { type: recognition, audience: everyone, channel: mail, when: { every: month }, themes: [m] }
`;

/** What happens in the year, day by day. */
const CHANGES: readonly (readonly [asOf: string, from: string | RegExp, to: string])[] = [
  [
    '2027-01-11',
    'kind: trainer }',
    'kind: trainer, away: [{ from: 2027-03-01, to: 2027-03-12, reason: Ill }] }',
  ],
  ['2027-01-25', 'attic: { site: main, seats: 12, features: [screen] }', 'attic: { site: main, seats: 12 }'],
  ['2027-02-08', 'heads: 14', 'heads: 17'],
  ['2027-02-09', 'heads: 17', 'heads: 13'],
  [
    '2027-02-22',
    'rituals:',
    '  more: { audience: { departments: [office] }, format: self-paced, minutes: 20, when: { every: month }, themes: [m], touchpoints: [t], voices: [testimonial] }\nrituals:',
  ],
  ['2027-03-08', 'name: A talk', 'name: Another talk'],
  ['2027-03-15', 'from: 2027-03-01, by: 2027-05-31', 'from: 2027-04-12, by: 2027-06-18'],
  ['2027-03-22', /nurse(?=[:\]} ,])/g, 'carer'],
  [
    '2027-04-05',
    'seats: { min: 1, max: 8 }, when: { every: month }',
    'seats: { min: 1, max: 8 }, when: { every: fortnight }',
  ],
  ['2027-04-19', /amira: \{ name: Amira/, 'jonas: { name: Jonas'],
  ['2027-05-03', 'name: Main street', 'name: High street'],
];

describe('ten changes in a year', () => {
  it('leave every program with what the plan says', async () => {
    const folder = firm({ 'cxplan.yaml': FIRM });
    const file = join(folder, 'cxplan.yaml');
    const happenings = CHANGES.map(
      ([asOf, from, to]): Happening => ({
        asOf,
        edit: () => {
          const yaml = readFileSync(file, 'utf8');
          const next = yaml.replace(from, to);
          expect(next).not.toBe(yaml);
          writeFileSync(file, next);
        },
      }),
    );
    const { replans, changes } = await livesThrough(
      folder,
      [{ asOf: '2027-01-03' }, ...happenings],
      'all.ics',
    );
    expect(replans).toBe(1 + CHANGES.length);
    expect(changes).toBeGreaterThan(100);
  });
});
