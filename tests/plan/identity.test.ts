import { describe, expect, it } from 'vitest';
import type { Identity, PlanSession } from '../../src/model/made/plan.ts';
import { type Issue, identify, register, retiredIds, tombstones } from '../../src/plan/identity.ts';

const BEFORE: Identity = {
  id: 'talk',
  uid: 'talk.care@firm.example',
  sequence: 4,
  status: 'confirmed',
  created: '2027-01-01',
  revised: '2027-01-08',
  issue: 2,
  hash: 'old',
};
const issueOf = (same: boolean, more: Partial<Issue> = {}): Issue => ({
  address: 'care.2027-01@firm.example',
  asOf: '2027-02-01',
  number: 3,
  isSame: () => same,
  ...more,
});
const now = (same: boolean, before: Identity | undefined, gone?: readonly string[], more?: Partial<Issue>) =>
  identify(issueOf(same, more), before, {} as never, 'new', () => 'fresh', gone);

describe('who an item is', () => {
  it('new: the fresh id, sequence 0, made and revised now', () => {
    expect(now(false, undefined)).toEqual({
      id: 'fresh',
      uid: 'fresh.care.2027-01@firm.example',
      sequence: 0,
      status: 'confirmed',
      created: '2027-02-01',
      revised: '2027-02-01',
      issue: 3,
      hash: 'new',
    });
  });

  it('the same words: nothing but its hash; other words: one sequence more, revised now', () => {
    expect(now(true, BEFORE)).toEqual({ ...BEFORE, hash: 'new' });
    const changed = { ...BEFORE, hash: 'new', sequence: 5, revised: '2027-02-01', issue: 3 };
    expect(now(false, BEFORE)).toEqual(changed);
    expect(now(false, BEFORE, [], { draft: true })).toEqual({ ...BEFORE, hash: 'new' });
  });

  it('what has left a calendar is noted with its day, ahead where not a word has changed', () => {
    const left = { calendars: ['sites/leeds'], asOf: '2027-02-01' };
    expect(now(false, BEFORE, ['sites/leeds']).left).toEqual(left);
    expect(now(true, BEFORE, ['sites/leeds']).left).toEqual({ ...left, ahead: 1 });
    expect(now(true, BEFORE)).not.toHaveProperty('left');
  });

  it('what left before stays noted as it was; one calendar more dates it anew', () => {
    const left = { calendars: ['rooms/lab', 'sites/leeds'], asOf: '2027-01-15' };
    const before = { ...BEFORE, left };
    expect(now(true, before, ['rooms/lab', 'sites/leeds']).left).toBe(left);
    expect(now(false, before, ['rooms/lab', 'sites/leeds', 'sites/york']).left).toEqual({
      calendars: ['rooms/lab', 'sites/leeds', 'sites/york'],
      asOf: '2027-02-01',
    });
    const ahead = { ...BEFORE, left: { calendars: ['sites/leeds'], asOf: '2027-01-15', ahead: 1 as const } };
    expect(now(false, ahead, ['sites/leeds', 'sites/york']).left).toEqual({
      calendars: ['sites/leeds', 'sites/york'],
      asOf: '2027-02-01',
      ahead: 1,
    });
  });

  it('back in one of two calendars: a later sequence than the one it was cancelled under, and the other is kept', () => {
    const left = { calendars: ['rooms/lab', 'sites/leeds'], asOf: '2027-01-15' };
    const back = now(true, { ...BEFORE, left }, ['sites/leeds']);
    expect(back).toMatchObject({ sequence: 5, revised: '2027-02-01', issue: 3 });
    expect(back.left).toEqual({ calendars: ['sites/leeds'], asOf: '2027-01-15' });
    const ahead = now(true, { ...BEFORE, left: { ...left, ahead: 1 } }, ['sites/leeds']);
    expect(ahead.sequence).toBe(6);
    expect(ahead.left).toEqual({ calendars: ['sites/leeds'], asOf: '2027-01-15', ahead: 1 });
    expect(now(true, { ...BEFORE, left }, []).sequence).toBe(5);
  });
});

describe('what is left of what is gone', () => {
  const session = (id: string, day: string, more: Partial<PlanSession> = {}): PlanSession =>
    ({
      ...BEFORE,
      id,
      start: `${day}T09:00`,
      end: `${day}T10:00`,
      module: 'talk',
      ...more,
    }) as PlanSession;
  const end = ({ end }: PlanSession) => end;

  it('cancelled one sequence further; kept ones and held ones are none of it', () => {
    const all = [session('gone', '2027-03-01'), session('kept', '2027-03-01'), session('held', '2027-01-20')];
    const [tomb, ...more] = tombstones(issueOf(true), all, new Set(['kept']), end);
    expect(more).toEqual([]);
    expect(tomb).toMatchObject({
      id: 'gone',
      sequence: 5,
      status: 'cancelled',
      revised: '2027-02-01',
      issue: 3,
    });
    expect(tomb!.hash).not.toBe('old');
  });

  it('what was cancelled stays as it is until thirty days past its old end, and not a day more', () => {
    const [on, over] = [
      session('on', '2027-01-02', { status: 'cancelled' }),
      session('over', '2027-01-01', { status: 'cancelled' }),
    ];
    expect(tombstones(issueOf(true), [on, over], new Set(), end)).toEqual([on]);
  });

  it('ids that are no longer listed are never used again', () => {
    const previous = {
      sessions: [session('b', '2027-01-01', { status: 'cancelled' }), session('c', '2027-01-01')],
      rituals: [{ ...BEFORE, id: 'a', status: 'cancelled' }],
      themes: [{ ...BEFORE, id: 'd', status: 'cancelled' }],
      retired: ['z', 'a'],
    } as never;
    expect(retiredIds(previous, [[{ ...BEFORE, id: 'd', status: 'cancelled' }]])).toEqual(['a', 'b', 'z']);
    const ids = register([BEFORE, { ...BEFORE, id: 'off', status: 'cancelled' }], ['talk.v2']);
    expect(ids.find('talk')).toBe(BEFORE);
    expect(ids.find('off')).toBeUndefined();
    expect([ids.fresh('talk'), ids.fresh('talk'), ids.fresh('new'), ids.fresh('off')]).toEqual([
      'talk.v3',
      'talk.v4',
      'new',
      'off.v2',
    ]);
    expect(register([{ ...BEFORE, id: 'talk.v7' }]).find('talk')?.id).toBe('talk.v7');
  });
});
