/**
 * A small firm, and whatever may happen to it in a year: edits one after the other, and after each what a replan must keep.
 * `CXPLAN_RUNS=300 npx vitest run tests/living/edits.test.ts` tries 300 of them; `FC_SHRINK=1` makes smaller what fails.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import type { Identity, Plan, PlanSession } from '../../src/model/made/plan.ts';
import { renderYear } from '../../src/pipeline.ts';
import { disturbance } from '../bench/displaced.ts';
import { aYear, FIRM, type Firm, textOf } from './edits.ts';
import { firstDay, leastShift } from './nearest.ts';
import { textOf as contentOf } from './text.ts';
import { type Lived, live } from './year.ts';

const RUNS = Number(process.env.CXPLAN_RUNS ?? 6);
/** From so many on the figures are told, and hold by themselves. */
const MANY = 100;
const BEGIN = '2027-01-10';

const itemsOf = ({ sessions, rituals, themes }: Plan): Identity[] => [...sessions, ...rituals, ...themes];

/** UID → what calendars show of it: all, and without what only counts its versions. */
async function shown(year: Lived): Promise<Map<string, { readonly raw: string; readonly words: string }>> {
  const files = await renderYear(year.model, year, { only: new Set(['ics']) });
  const text = contentOf(files.find(({ path }) => path === 'calendars/all.ics')!);
  const events = text.split('BEGIN:VEVENT').slice(1);
  return new Map(
    events.map((raw) => [
      /\nUID:((?:.|\r\n )*?)\r\n(?! )/.exec(raw)![1]!.replace(/\r\n /g, ''),
      { raw: raw.split('END:VEVENT')[0]!, words: raw.replace(/(SEQUENCE|DTSTAMP|LAST-MODIFIED):.*/g, '') },
    ]),
  );
}

/** What a year has shown of each UID so far: nothing of it may be said again of another thing. */
class History {
  private readonly ids = new Map<string, string>();
  private readonly cancelled = new Set<string>();

  take(plan: Plan): void {
    for (const { id, uid, status } of itemsOf(plan)) {
      expect([uid, this.ids.get(uid) ?? id]).toEqual([uid, id]);
      this.ids.set(uid, id);
      if (status === 'cancelled') this.cancelled.add(uid);
      else expect([id, this.cancelled.has(uid)]).toEqual([id, false]);
    }
    expect(new Set(itemsOf(plan).map(({ uid }) => uid)).size).toBe(itemsOf(plan).length);
  }
}

interface Sums {
  displaced: number;
  changed: number;
  readonly shifts: number[];
  readonly least: number[];
}

const dayOf = ({ start }: PlanSession) => toDay(start.slice(0, 10))!;

/** @throws where a replan broke something that it must keep */
async function keepsWhatItMust(before: Lived, after: Lived, sums: Sums): Promise<void> {
  const { plan, previous, model } = after;
  // Nothing that has been held is told otherwise; a later sequence has something to say, and nothing else changes words.
  const [old, now] = [await shown(before), await shown(after)];
  const sequences = new Map(itemsOf(before.plan).map(({ uid, sequence }) => [uid, sequence]));
  for (const item of itemsOf(plan)) {
    const [was, is] = [old.get(item.uid), now.get(item.uid)!];
    if (!was) continue;
    const sequence = sequences.get(item.uid)!;
    expect([item.id, item.sequence >= sequence]).toEqual([item.id, true]);
    if (item.sequence === sequence) expect(is.raw).toBe(was.raw);
    else expect(is.words).not.toBe(was.words);
  }
  const moved = disturbance(model, previous!, plan);
  // Sessions of people of whom nobody asks it any more are gone in any case.
  sums.displaced += moved.displaced - moved.unasked;
  sums.changed += moved.changed - moved.unasked;
  const then = new Map(previous!.sessions.map((session) => [session.id, session]));
  for (const session of plan.sessions) {
    const was = then.get(session.id);
    if (!was || session.status === 'cancelled' || was.status === 'cancelled') continue;
    if (was.start === session.start) continue;
    sums.shifts.push(Math.abs(dayOf(session) - dayOf(was)));
    sums.least.push(leastShift(model, plan, was, session, firstDay(model, plan.asOf)));
  }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('a small firm', () => {
  it('lives through any edits, and disturbs as few people as it can', async () => {
    const first = await live(textOf(FIRM), BEGIN, undefined, { dated: true });
    const sums: Sums = { displaced: 0, changed: 0, shifts: [], least: [] };
    await fc.assert(
      fc.asyncProperty(aYear, async (edits) => {
        const firm: Firm = structuredClone(FIRM);
        const history = new History();
        history.take(first.plan);
        let [year, today] = [first, toDay(BEGIN)!];
        for (const { edit, days } of edits) {
          edit.apply(firm);
          today += days;
          const next = await live(textOf(firm), isoDate(today), year.plan, { dated: true });
          history.take(next.plan);
          await keepsWhatItMust(year, next, sums);
          year = next;
        }
      }),
      { numRuns: RUNS },
    );
    const told = `${sums.changed} changed, ${sums.displaced} displaced; ${sums.shifts.length} moved, by ${median(sums.shifts)} days in the median, where ${median(sums.least)} were the least`;
    if (RUNS >= MANY) console.log(told);
    expect(sums.displaced, told).toBeGreaterThan(0);
    // Of few edits one that takes what it builds on with it may be half of all that changed.
    expect(sums.changed, told).toBeLessThanOrEqual(1.05 * sums.displaced + (RUNS < MANY ? 2 : 0));
    expect(median(sums.shifts), told).toBeLessThanOrEqual(1.5 * median(sums.least));
  }, 3_600_000);
});
