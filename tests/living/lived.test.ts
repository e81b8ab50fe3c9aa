/**
 * A firm with names through its year, week by week: the plan verifies each week (`live` throws otherwise), nobody who left has a
 * seat, what was held stands, and whoever missed a session is given it again in time. Six weeks of a small firm in every run;
 * fifty of fernhill with `CXPLAN_RUNS=300 npx vitest run tests/living/lived.test.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { disturbance } from '../bench/displaced.ts';
import { Certificates } from './lived-certificates.ts';
import { type Came, LivedYear } from './lived-year.ts';
import { live } from './year.ts';

const MANY = Number(process.env.CXPLAN_RUNS ?? 6) >= 100;

/** What is good for a while in the long run, and for how many months. */
const GOOD_FOR = new Map([
  ['welcome-help-goodbye', 12],
  ['what-damage-costs', 6],
  ['new-till-software', 6],
]);

const SMALL = `
programme:
  name: Northwind
  mantra: One customer at a time.
  starts: 2027-01-04
  ends: 2027-06-25
  timezone: Europe/London
  people: people.csv
  attendance: attendance.csv
  actions: actions.csv
departments:
  office: { shifts: { day: { days: mon-fri, hours: 09:00-17:00 } }, maxAway: 30% }
  shop: { shifts: { early: { days: mon-sat, hours: 07:00-14:00 }, late: { days: mon-sat, hours: 13:00-20:00 } }, maxAway: 30% }
roles:
  clerk: { department: office }
  seller: { department: shop }
themes: { care: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  letters: { audience: everyone, minutes: 60, format: workshop, led: trainer, seats: 8, room: false, when: { from: 2027-01-06, by: 2027-03-31 }, themes: [care] }
  calls: { audience: everyone, minutes: 45, format: workshop, led: trainer, seats: 6, parts: 2, room: false, when: { every: quarter }, themes: [care] }
  reading: { audience: everyone, minutes: 20, format: self-paced, led: self, when: { every: month }, themes: [care] }
facilitators: { ada: { name: Ada, kind: trainer } }
policy: { groupSize: 6 }
`;

it('a small firm lives through six weeks', { timeout: 1_200_000 }, async () => {
  const rows = Array.from({ length: 36 }, (_, i) => ({
    id: `p${i}`,
    role: i % 3 === 0 ? 'clerk' : 'seller',
    site: 'main',
    shift: i % 3 === 0 ? 'day' : i % 2 === 0 ? 'early' : 'late',
    joined: '',
  }));
  const year = new LivedYear(new Map([['cxplan.yaml', SMALL]]), rows, 11);
  await year.begin('2027-01-03');
  for (let week = 1; week <= 6; week++) await year.week(isoDate(toDay('2027-01-04')! + 7 * week));
  expect(year.faults).toEqual([]);
  const { missed, due, madeUp } = year.settle();
  expect(missed).toBeGreaterThan(0);
  expect(due).toBeGreaterThan(0);
  expect(madeUp / due).toBeGreaterThanOrEqual(0.95);
});

it.runIf(MANY)('fernhill lives through its year', { timeout: 3_600_000 }, async () => {
  const root = join(import.meta.dirname, '..', '..', 'examples', 'fernhill');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  );
  const yaml = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const { plan } = await live(yaml, '2027-01-03');
  for (const [module, months] of GOOD_FOR)
    for (const [path, text] of yaml)
      yaml.set(
        path,
        text.replace(new RegExp(`^  ${module}:.*\n`, 'm'), `$&    validFor: ${months} months\n`),
      );
  const tables = '\n  people: people.csv\n  attendance: attendance.csv\n  actions: actions.csv\n  team: ';
  yaml.set('programme.yaml', yaml.get('programme.yaml')!.replace(/\n {2}team: /, tables));
  let count = 0;
  const rows = plan.groups.flatMap(({ role, site, shift, heads, joiners }) =>
    joiners !== false && joiners > '2027-03'
      ? []
      : Array.from({ length: heads }, () => ({
          id: `e${++count}`,
          role,
          site,
          shift,
          joined: joiners === false ? '' : `${joiners}-05`,
        })),
  );
  // Two in three learned it in the year before, on days all over it.
  const earlier = rows.flatMap(({ id, role, joined }, i): Came[] =>
    joined !== '' || i % 3 === 0
      ? []
      : [...GOOD_FOR.keys()].flatMap((module) => {
          const asked = plan.sessions.some(
            (one) => one.module === module && one.attendees.some(({ group }) => group.startsWith(`${role}.`)),
          );
          const day = isoDate(toDay('2026-01-05')! + ((i * 37) % 360));
          return asked ? [{ person: id, module, day }] : [];
        }),
  );
  const year = new LivedYear(yaml, rows, 7, earlier);
  const certificates = new Certificates(GOOD_FOR);
  await year.begin('2027-01-03');
  certificates.look(year.year.plan);
  const sums = { changed: 0, displaced: 0 };
  for (let week = 1; week <= 50; week++) {
    if (process.env.CXPLAN_TOLD) console.log(week, JSON.stringify(sums), year.tally);
    // The programme ends on the Friday of its fiftieth week.
    await year.week(isoDate(Math.min(toDay('2027-01-04')! + 7 * week, toDay(plan.programme.ends)!)));
    certificates.look(year.year.plan);
    expect(year.faults).toEqual([]);
    const { changed, displaced, unasked } = disturbance(year.year.model, year.before!.plan, year.year.plan);
    sums.changed += changed - unasked;
    sums.displaced += displaced - unasked;
  }
  const { due, madeUp } = year.settle();
  const { ended, renewed, missed, named, forgotten } = certificates.settle(year, year.year.plan.asOf);
  const told = `${madeUp} of ${due} made up; ${sums.changed} changed, ${sums.displaced} displaced; ${ended} certificates ended: ${renewed} renewed, ${missed} missed, ${named} without a place, ${forgotten.length} forgotten`;
  console.log([told, ...year.notMadeUp].join('\n'));
  expect(madeUp / due, told).toBeGreaterThanOrEqual(0.95);
  expect(sums.changed, told).toBeLessThanOrEqual(1.05 * sums.displaced);
  expect(ended).toBeGreaterThan(100);
  expect(forgotten).toEqual([]);
});
