/** Teams inside a department: wards with their own huddle, leader and floor, in one department. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/model/made/plan.ts';
import type { Model } from '../../../src/model/model.ts';
import { planYear } from '../../../src/pipeline.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { diagnosticsOf, line, minimal, modelOf, modelOfFiles, type Sections } from '../../fixtures.ts';

const WARDS: Sections = {
  departments: {
    stores: undefined,
    wards: {
      maxAway: '50%',
      shifts: {
        early: { days: 'daily', hours: '07:00-15:00', share: '60%' },
        late: { days: 'daily', hours: '13:00-21:00', share: '40%' },
      },
      meetings: { handover: { day: 'tue', at: '13:15', minutes: 15 } },
      teams: {
        a: { name: 'Ward A', lead: 'Mary Obi', maxAway: '1 person' },
        b: { meetings: { huddle: { day: 'wed', at: '08:00', minutes: 15, shifts: ['early'] } } },
      },
    },
  },
  roles: {
    colleague: undefined,
    nurse: { department: 'wards', heads: { a: 10, b: 15, main: 2 }, customerFacing: true },
  },
  stages: { buy: { touchpoints: { checkout: { owner: 'nurse' } } } },
  rooms: { hall: { site: 'main', seats: 20 } },
  facilitators: { ann: { kind: 'trainer' } },
  modules: { basics: undefined },
};
const months = { from: '2027-01-11', by: '2027-06-30' };
const talk = {
  audience: 'everyone',
  format: 'huddle',
  minutes: 10,
  when: { every: 'month', months: [2] },
  themes: ['mission'],
};

function wards(modules: Sections, more: Sections = {}): string {
  return minimal({ ...WARDS, ...more, modules: { basics: undefined, ...modules } });
}

async function planned(
  yaml: string,
): Promise<{ model: Model; plan: Plan; said: (plan: Plan, other?: Model) => string[] }> {
  const model = await modelOf(yaml);
  const { plan } = await planYear(model, {
    tool: 'test',
    seed: 1,
    effort: 'quick',
    asOf: '2027-01-03',
    inputs: 'sha256:0',
  } as never);
  return { model, plan, said: (one, other = model) => verifyPlan(other, one).map(({ message }) => message) };
}

describe('the people of a team', () => {
  it('are on the department’s shifts, in posts and groups of their own; those in no team keep their ids', async () => {
    const { plan } = await planned(wards({ talk }));
    expect(plan.groups.map(({ id, heads }) => [id, heads])).toEqual([
      ['nurse.main.early-a.1', 6],
      ['nurse.main.early-b.1', 9],
      ['nurse.main.early.1', 1],
      ['nurse.main.late-a.1', 4],
      ['nurse.main.late-b.1', 6],
      ['nurse.main.late.1', 1],
    ]);
  });

  it.each([
    [{ teams: ['a'] }, 10],
    [{ teams: ['a', 'b'] }, 25],
    [{ shifts: ['early'] }, 16],
    [{ teams: ['b'], shifts: ['late'] }, 6],
    [{ departments: ['wards'], except: { teams: ['b'] } }, 12],
  ])('are meant by %o', async (audience, heads) => {
    const model = await modelOf(wards({ w: { audience, format: 'self-paced', minutes: 30, when: months } }));
    expect(model.modules.get('w')!.audience.heads).toBe(heads);
  });

  it('come from a roster with a column team', async () => {
    const rows = ['id,role,shift,team', 'p1,nurse,early,a', 'p2,nurse,late,b', 'p3,nurse,late,'].join('\n');
    const model = await modelOfFiles({
      'cxplan.yaml': wards({ talk }, { programme: { people: 'people.csv' } }),
      'people.csv': rows,
    });
    expect([...model.posts.keys()]).toEqual(['nurse.main.early-a', 'nurse.main.late', 'nurse.main.late-b']);
  });
});

describe('a team', () => {
  it('holds the department’s meetings for itself, or its own instead', async () => {
    const { plan, said } = await planned(wards({ talk: { ...talk, audience: { shifts: ['early'] } } }));
    const sessions = plan.sessions.map(({ start, attendees }) => [
      start,
      attendees.map(({ group }) => group),
    ]);
    expect(sessions).toEqual([
      ['2027-02-02T13:15', ['nurse.main.early-a.1']],
      ['2027-02-02T13:15', ['nurse.main.early.1']],
      ['2027-02-03T08:00', ['nurse.main.early-b.1']],
    ]);
    expect(said(plan)).toEqual([]);
    // Ward A in the meeting of ward B: the second opinion sees it.
    const wrong = plan.sessions.map((one) =>
      one.attendees[0]!.group === 'nurse.main.early-a.1'
        ? {
            ...one,
            start: '2027-02-03T08:00',
            end: '2027-02-03T08:10',
            startUtc: '2027-02-03T08:00:00Z',
            endUtc: '2027-02-03T08:10:00Z',
          }
        : one,
    );
    expect(said({ ...plan, sessions: wrong })).toContainEqual(
      expect.stringMatching(/lies in no meeting of its people/),
    );
  });

  it('keeps its own floor: one of ward A at once, half a shift of ward B', async () => {
    const w = {
      audience: { shifts: ['early'] },
      format: 'workshop',
      minutes: 60,
      when: months,
      themes: ['mission'],
    };
    const { plan, said } = await planned(wards({ w }));
    expect(plan.unscheduled).toEqual([]);
    expect(said(plan)).toEqual([]);
    const most = (group: string): number =>
      Math.max(
        ...plan.sessions.flatMap(({ attendees }) =>
          attendees.filter((one) => one.group === group).map(({ first, last }) => last - first + 1),
        ),
      );
    expect(most('nurse.main.early-a.1')).toBe(1);
    expect(most('nurse.main.early-b.1')).toBeGreaterThan(1);
    const stricter = await modelOf(
      wards(
        { w },
        {
          departments: {
            stores: undefined,
            wards: {
              ...(WARDS.departments as never as { wards: object }).wards,
              teams: { a: { maxAway: '1 person' }, b: { maxAway: '1 person' } },
            },
          },
        },
      ),
    );
    expect(said(plan, stricter)).toContainEqual(
      expect.stringMatching(/of 9 people are in sessions .* at most 1 may be/),
    );
  });

  it('has a leader of its own: two wards coach at once, one ward does not', async () => {
    const when = { date: '2027-02-08', at: '09:00' };
    const one = {
      audience: { shifts: ['early'] },
      format: 'coaching',
      minutes: 30,
      when,
      themes: ['mission'],
      maxAway: '100%',
    };
    const { plan } = await planned(wards({ one }));
    expect(plan.sessions.map(({ attendees: [who] }) => who!.group)).toEqual([
      'nurse.main.early-a.1',
      'nurse.main.early-b.1',
      'nurse.main.early.1',
    ]);
    expect(plan.unscheduled.every(({ reasons }) => reasons[0]?.constraint === 'leader-once')).toBe(true);
  });
});

describe('what is wrong with teams', () => {
  it('is said with its place', async () => {
    const teams = { a: {}, b: {} };
    const said = await diagnosticsOf(
      minimal({
        departments: {
          stores: {
            teams,
            shifts: {
              day: { days: 'mon-fri', hours: '09:00-17:00' },
              'day-b': { days: 'sat', hours: '09:00-17:00' },
            },
          },
        },
        sites: { main: {} },
        roles: { colleague: { heads: { a: 4, dd: 5, main: 1 } } },
        modules: {
          basics: { audience: { teams: ['x'] } },
          more: { audience: 'a', format: 'self-paced', minutes: 30, when: months },
        },
      }),
    );
    expect(said.map((one) => line(one).replace(/^\S+ /, ''))).toEqual([
      expect.stringMatching(
        /^error unknown-reference: role "colleague" asks for site or team "dd", which does not exist/,
      ),
      expect.stringMatching(
        /^error unknown-reference: module "basics" asks for team "x", which does not exist/,
      ),
      expect.stringMatching(
        /^error unknown-reference: module "more" asks for audience "a", which does not exist \(write \{ teams: \[a\] \}\)/,
      ),
    ]);
    const sound = await diagnosticsOf(
      minimal({
        departments: {
          stores: {
            teams: { a: {}, b: {}, main: {} },
            shifts: {
              day: { days: 'mon-fri', hours: '09:00-17:00' },
              'day-b': { days: 'sat', hours: '09:00-17:00' },
            },
          },
        },
        sites: { main: {} },
        roles: { colleague: { heads: { b: 4 } } },
      }),
    );
    expect(sound.map(({ code }) => code).sort()).toEqual([
      'team-like-a-shift',
      'team-like-a-site',
      'team-without-people',
    ]);
  });
});
