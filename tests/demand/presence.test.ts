/** Who is on which number, whatever people come and go: random years of a roster. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import { groupsOf } from '../../src/demand/groups.ts';
import { memoryOf } from '../../src/demand/memory.ts';
import type { Demand } from '../../src/demand/types.ts';
import type { Model } from '../../src/model/model.ts';
import { planGroups } from '../../src/plan/groups.ts';
import { planned } from '../schedule/helpers.ts';
import { firm } from './helpers.ts';

const TEXT = `
programme: { name: N, starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/Berlin, people: hr.csv }
departments: { d: { maxAway: 50%, meetings: { team: { day: tue, at: 10:00, minutes: 15 } } } }
roles: { r: { department: d }, s: { department: d } }
themes: { mission: { months: [1] } }
policy: { groupSize: 4, noticeDays: 0 }
modules:
  talk: { audience: everyone, format: self-paced, minutes: 20, when: { every: month }, themes: [mission] }
  huddle: { audience: everyone, format: huddle, minutes: 10, when: { every: fortnight }, themes: [mission] }
  hello: { audience: everyone, format: self-paced, minutes: 10, when: { moment: day-1 }, themes: [mission] }
  soon: { audience: everyone, format: huddle, minutes: 5, when: { moment: day-30 }, themes: [mission] }
`;

interface Row {
  readonly id: string;
  readonly role: string;
  readonly joined: number | undefined;
  readonly left: number | undefined;
}

const START = toDay('2027-01-04')!;

const person = fc.record({
  role: fc.constantFrom('r', 's'),
  joined: fc.option(fc.integer({ min: -60, max: 380 }), { nil: undefined, freq: 2 }),
  stays: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined, freq: 2 }),
});

function rowsOf(
  people: readonly { role: string; joined?: number | undefined; stays?: number | undefined }[],
): Row[] {
  return people.map(({ role, joined, stays }, i) => ({
    id: `p${String(i).padStart(2, '0')}`,
    role,
    joined: joined === undefined ? undefined : START + joined,
    left: stays === undefined ? undefined : START + (joined ?? -60) + stays,
  }));
}

async function modelOf(rows: readonly Row[]): Promise<Model> {
  const date = (day: number | undefined) => (day === undefined ? '' : isoDate(day));
  const lines = rows.map(({ id, role, joined, left }) => `${id},${role},${date(joined)},${date(left)}`);
  return firm(TEXT, { 'hr.csv': `id,role,joined,left\n${lines.join('\n')}\n` });
}

/** Group and number of each person with a seat, with the role. */
function numbersOf(demand: Demand): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const { id, people = [] } of demand.rolls ?? []) {
    people?.forEach((one, i) => {
      if (one !== null) numbers.set(`${one} ${id.replace(/\.[^.]*$/, '')}`, `${id} ${i + 1}`);
    });
  }
  return numbers;
}

describe('random rosters with dates', () => {
  it('numbers stay with their people when others come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 14 }),
        fc.array(person, { maxLength: 4 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: -3, max: 340 }),
        async (people, more, without, asOf) => {
          const rows = rowsOf([...people, ...more]);
          const first = rows.slice(0, people.length);
          const model = await modelOf(first);
          const before = makeDemand(model);
          const previous = {
            programme: { starts: '2027-01-04', ends: '2027-12-17' } as never,
            groups: planGroups(model, before),
            sessions: [],
          };
          const left = rows.filter((_, i) => i !== without % people.length);
          if (left.length === 0) return;
          const next = await modelOf(left);
          const after = makeDemand(next, memoryOf(next, previous, isoDate(START + asOf)));
          const numbers = numbersOf(after);
          for (const [who, number] of numbersOf(before)) {
            if (!left.some(({ id }) => who.startsWith(`${id} `))) continue;
            expect([who, numbers.get(who)]).toEqual([who, number]);
          }
          // What planning moves about is, in all, everybody once.
          for (const roll of after.rolls ?? []) {
            const seats = groupsOf(next, roll).flatMap(
              ({ numbers: own, heads }) => own ?? Array.from({ length: heads }, (_, i) => i + 1),
            );
            expect(new Set(seats).size).toBe(seats.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('nobody is seated while absent; who is there for a whole window is seated, or named with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 9 }), async (people) => {
        const rows = rowsOf(people);
        const model = await modelOf(rows);
        // The helper has every plan verified, written apart; here the roster itself is asked.
        const { plan } = await planned(model, { effort: 'quick' });
        const seats = (id: string, module: string) =>
          plan.groups.flatMap(({ id: group, people: ids = [] }) =>
            ids.flatMap((one, i) =>
              one !== id
                ? []
                : [
                    ...plan.sessions
                      .filter(
                        (s) =>
                          s.module === module &&
                          s.attendees.some((a) => a.group === group && a.first <= i + 1 && i + 1 <= a.last),
                      )
                      .map(({ start, occurrence }) => [start.slice(0, 10), occurrence] as const),
                    ...plan.unscheduled
                      .filter(
                        (u) =>
                          u.module === module && u.group === group && u.first <= i + 1 && i + 1 <= u.last,
                      )
                      .map(({ window, occurrence, reasons }) => {
                        expect(reasons.length).toBeGreaterThan(0);
                        return [window.from, occurrence] as const;
                      }),
                  ],
            ),
          );
        for (const { id, joined, left } of rows) {
          const all = ['talk', 'huddle', 'hello', 'soon'].flatMap((module) => seats(id, module));
          for (const [day] of all) {
            expect(toDay(day)!).toBeGreaterThanOrEqual(joined ?? 0);
            expect(toDay(day)!).toBeLessThanOrEqual(left ?? Number.POSITIVE_INFINITY);
          }
          const isNew = joined !== undefined && joined >= START;
          const from = isNew ? joined + 97 : (joined ?? 0);
          const months = new Set(seats(id, 'talk').map(([, occurrence]) => occurrence));
          for (let month = 2; month <= 11; month++) {
            const name = `2027-${String(month).padStart(2, '0')}`;
            const whole =
              toDay(`${name}-01`)! >= from && toDay(`${name}-28`)! + 3 <= (left ?? Number.POSITIVE_INFINITY);
            if (whole) expect([id, name, months.has(name)]).toEqual([id, name, true]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
