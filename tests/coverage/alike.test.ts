/** What differs in time only is told once; few, other severities and other words are not put together. */
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/calendar/say.ts';
import { toldOnce } from '../../src/coverage/alike.ts';
import { worst } from '../../src/coverage/measure/worst.ts';
import type { Finding } from '../../src/model/made/gaps.ts';

const GB = sayIn('en-GB');

const finding = (rule: string, changes: Partial<Finding> = {}): Finding => ({
  rule,
  severity: 'error',
  subject: {},
  message: `A gap of ${rule}.`,
  why: '',
  fix: 'Close it.',
  pointer: [],
  key: rule,
  ...changes,
});

const month = (number: number, people: number, changes: Partial<Finding> = {}): Finding => {
  const key = `2027-${String(number).padStart(2, '0')}`;
  const again = { words: 'Talk found no place', from: `${key}-01`, to: `${key}-28`, people };
  return finding('unscheduled', { message: `Talk (${key}) found no place.`, key, again, ...changes });
};

const told = (findings: readonly Finding[]) => toldOnce(findings, GB, ({ rule }) => rule);

describe('toldOnce', () => {
  it('says how often, from when to when and for how many, in the place of the first', () => {
    const other = finding('no-voice');
    const some = told([month(3, 16), other, month(1, 16), month(2, 16)]);
    expect(some.map(({ message, times }) => [message, times])).toEqual([
      ['Talk found no place; 3 times from 1 January to 28 March 2027, for 16 people each time.', 3],
      ['A gap of no-voice.', undefined],
    ]);
  });

  it('says up to how many where they differ', () => {
    expect(told([month(1, 1), month(2, 5), month(3, 2)])[0]!.message).toMatch(/for up to 5 people each time/);
  });

  it('leaves two, other severities and other words as they are', () => {
    const again = { words: 'Another thing', from: '2027-04-01', to: '2027-04-30' };
    const all = [month(1, 1), month(2, 1), month(3, 1, { severity: 'warn' }), month(4, 1, { again })];
    expect(told(all)).toEqual(all);
  });

  it('names both years where there are two', () => {
    const january = { words: 'Talk found no place', from: '2028-01-01', to: '2028-01-31' };
    const some = told([month(11, 0), month(12, 0), month(1, 0, { again: january })]);
    expect(some[0]!.message).toBe('Talk found no place; 3 times from 1 November 2027 to 31 January 2028.');
  });
});

describe('worst', () => {
  it('gives the first of each rule before more of the same, errors before warnings, and no information', () => {
    const all = [
      finding('b', { severity: 'warn' }),
      finding('a', { key: 'a:1' }),
      finding('a', { key: 'a:2' }),
      finding('c', { severity: 'info' }),
    ];
    expect(worst(all, 2, GB).map(({ key }) => key)).toEqual(['a:1', 'b']);
    expect(worst(all, 9, GB).map(({ key }) => key)).toEqual(['a:1', 'b', 'a:2']);
  });
});
