import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, MINUTES_A_DAY, wallText } from '../../src/calendar/date.ts';
import type { Model, Module, Post } from '../../src/model/model.ts';
import { facilitatorTime, openTime, roomClosed } from '../../src/model/working-time/time.ts';
import { postDays } from '../../src/model/working-time/working-days.ts';
import { busyTimes } from '../../src/verify/busy.ts';
import { anyRange, siteShut, workingDaysAt } from '../../src/verify/closed.ts';
import { onShift } from '../../src/verify/constraints/in-shift.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { modelOf } from '../verify/firm.ts';
import { randomFirm } from '../verify/random-firm.ts';

/** The slow road: asks for every minute of the programme, by the verifier's own reading. */
function minutesOpen(model: Model, post: Post, minutes: number, ignoreBusy: boolean): number[] {
  const site = model.sites.get(post.site)!;
  const department = model.departments.get(post.department)!;
  const times = department.shifts.get(post.shift)!.times;
  const closed = siteShut(model, site);
  // A module that no range makes an exception of.
  const ranges = busyTimes(department, post, { minutes, id: '', moments: [] as readonly string[] } as Module);
  const busy = ignoreBusy ? undefined : anyRange(ranges, workingDaysAt(model, site.id, department.id));
  const out: number[] = [];
  let from: number | undefined;
  const last = (model.programme.ends + 1) * MINUTES_A_DAY;
  for (let wall = model.programme.starts * MINUTES_A_DAY; wall <= last; wall++) {
    const open = wall < last && onShift(times, wall) && !closed(wall) && !busy?.(wall);
    if (open) from ??= wall;
    else if (from !== undefined) {
      if (wall - from >= minutes) out.push(from, wall);
      from = undefined;
    }
  }
  return out;
}

describe('open time', () => {
  it('is what asking for every minute gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomFirm,
        fc.constantFrom(5, 20, 60),
        fc.boolean(),
        async (text, minutes, ignoreBusy) => {
          const { model } = await loadSources(new Map([['cxplan.yaml', text]]));
          fc.pre(model !== undefined);
          for (const post of model!.posts.values()) {
            expect(openTime(model!, post, minutes, { ignoreBusy })).toEqual(
              minutesOpen(model!, post, minutes, ignoreBusy),
            );
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  const SHOP = `
programme: { name: Shop, starts: 2027-03-22, ends: 2027-03-30, timezone: Europe/London, holidays: GB-ENG }
sites: { main: { closed: [{ from: 2027-03-23, to: 2027-03-23, hours: 10:00-12:00 }] } }
departments:
  shop:
    shifts: { day: { days: mon-fri, hours: 09:00-17:00, share: 50% }, night: { days: daily, hours: 22:00-06:00, share: 50% } }
    maxAway: 100%
    busy: [{ days: wed, allowUpTo: 10 }]
roles: { clerk: { department: shop, heads: 2 } }
rooms: { lab: { site: main, seats: 4, closed: [{ days: mon }] } }
modules: { m: { audience: everyone, minutes: 10, format: self-paced, when: { from: 2027-03-22, by: 2027-03-30 } } }
facilitators: { t: { kind: trainer, hours: 08:00-12:00, away: [{ from: 2027-03-24, to: 2027-03-29 }] } }
`;
  const texts = (spans: readonly number[]) => spans.map((wall) => wallText(wall).slice(5));

  it('leaves out closures, holidays and busy days, by the clock', async () => {
    const model = await modelOf(SHOP);
    const of = (shift: string, minutes: number) =>
      texts(openTime(model, model.posts.get(`clerk.main.${shift}`)!, minutes, { ignoreBusy: false }));
    expect(of('day', 30)).toEqual([
      '03-22T09:00',
      '03-22T17:00',
      '03-23T09:00',
      '03-23T10:00',
      '03-23T12:00',
      '03-23T17:00',
      '03-25T09:00',
      '03-25T17:00',
      '03-30T09:00',
      '03-30T17:00',
    ]); // Good Friday and Easter Monday are the 26th and 29th
    expect(of('day', 10)).toContain('03-24T09:00');
    expect(of('night', 30)).toEqual([
      '03-22T00:00',
      '03-22T06:00',
      '03-22T22:00',
      '03-23T06:00',
      '03-23T22:00',
      '03-24T00:00',
      '03-25T00:00',
      '03-25T06:00',
      '03-25T22:00',
      '03-26T00:00',
      '03-27T00:00',
      '03-27T06:00',
      '03-27T22:00',
      '03-28T06:00',
      '03-28T22:00',
      '03-29T00:00',
      '03-30T00:00',
      '03-30T06:00',
      '03-30T22:00',
      '03-31T00:00',
    ]);
  });

  it('knows working days, rooms and facilitators', async () => {
    const model = await modelOf(SHOP);
    const working = (shift: string) => {
      const works = postDays(model, model.posts.get(`clerk.main.${shift}`)!);
      return [22, 23, 26, 27, 29, 30].map((date) => works(dayOf(2027, 3, date)));
    };
    expect(working('day')).toEqual([true, true, false, false, false, true]);
    // The nights of Good Friday and Easter Monday begin on a holiday; Saturday's does not.
    expect(working('night')).toEqual([true, true, false, true, false, true]);
    expect(texts(roomClosed(model, model.rooms.get('lab')!))).toEqual([
      '03-22T00:00',
      '03-23T00:00',
      '03-29T00:00',
      '03-30T00:00',
    ]);
    const inside = texts(facilitatorTime(model, model.facilitators.get('t')!)).filter(
      (t) => t > '03-22' && t < '03-31',
    );
    expect(inside).toEqual([
      '03-22T08:00',
      '03-22T12:00',
      '03-23T08:00',
      '03-23T12:00',
      '03-30T08:00',
      '03-30T12:00',
    ]);
  });
});
