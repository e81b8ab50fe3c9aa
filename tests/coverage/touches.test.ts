import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, touchesOf } from '../../src/coverage/measure/touches.ts';
import { longestSilence, openWeeksOf, rhythmOf } from '../../src/coverage/measure/weeks.ts';
import { minimal, modelOf } from '../fixtures.ts';
import { planOf } from './builder.ts';

const GROUP = 'colleague.main.day.1';

describe('segments', () => {
  it('cut a group where sessions begin and end to seat its members', async () => {
    const model = await modelOf(minimal());
    const seat = (first: number, last: number) => [{ group: GROUP, first, last }];
    const plan = planOf(model, {
      sessions: [
        { module: 'basics', start: '2027-01-12', attendees: seat(1, 6) },
        { module: 'basics', start: '2027-01-13', attendees: seat(4, 10) },
      ],
    });
    const { segments } = touchesOf(model, plan);
    expect(segments.map(({ members, touches }) => [members, touches.map(({ day }) => day - 20_000)])).toEqual(
      [
        [3, [830]],
        [3, [830, 831]],
        [4, [831]],
      ],
    );
  });

  it('leave out cancelled sessions and modules the workspace no longer has', async () => {
    const model = await modelOf(minimal());
    const plan = planOf(model, { sessions: [{ module: 'basics', start: '2027-01-12' }] });
    const [session] = plan.sessions;
    const odd = {
      ...plan,
      sessions: [
        { ...session!, status: 'cancelled' as const },
        { ...session!, module: 'gone' },
      ],
    };
    const { all, segments } = touchesOf(model, odd);
    expect(all).toEqual([]);
    expect(segments).toMatchObject([{ members: 10, touches: [] }]);
  });

  it('seat each member exactly as a count person by person does', async () => {
    const model = await modelOf(minimal());
    const base = planOf(model, { sessions: [{ module: 'basics', start: '2027-01-12' }] });
    const { all } = touchesOf(model, base);
    const range = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
        const seats = ranges.map(([a, b]) => ({
          first: Math.min(a, b),
          last: Math.max(a, b),
          touch: all[0]!,
        }));
        const segments = segmentsOf(model, base.groups, new Map([[GROUP, seats]]));
        const counts = segments.flatMap(({ members, touches }) =>
          new Array<number>(members).fill(touches.length),
        );
        const plain = Array.from(
          { length: 10 },
          (_, i) => seats.filter(({ first, last }) => first <= i + 1 && i + 1 <= last).length,
        );
        expect(counts).toEqual(plain);
      }),
    );
  });
});

describe('weeks', () => {
  it('in which site or department is closed throughout ask for nothing', async () => {
    const model = await modelOf(
      minimal({
        programme: { ends: '2027-02-28' },
        sites: { leeds: { closed: [{ from: '2027-01-11', to: '2027-01-16' }] } },
        departments: {
          stores: {
            site: 'leeds',
            busy: [
              { from: '2027-02-01', to: '2027-02-05' },
              { from: '2027-02-08', to: '2027-02-12', allowUpTo: 10 },
            ],
          },
        },
      }),
    );
    const open = openWeeksOf(model)([...model.posts.values()][0]!);
    expect(open).toEqual([true, false, true, true, false, true, true, true]);
  });

  it('are in rhythm when one of so many weeks ending with them holds a touch', () => {
    const open = new Array<boolean>(8).fill(true);
    const touched = open.map((_, week) => week === 1);
    expect(rhythmOf(touched, open, 5)).toEqual({ need: 8, reached: 5 });
    expect(rhythmOf(touched, open.with(2, false), 5)).toEqual({ need: 7, reached: 4 });
    expect(longestSilence(touched, open)).toEqual({ weeks: 6, from: 2, to: 7 });
    expect(longestSilence(touched, open.with(4, false))).toEqual({ weeks: 5, from: 2, to: 7 });
  });
});
