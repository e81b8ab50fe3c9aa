/** What a role expects of its plan (`roles.<id>.expect`), judged on one person's path: what is planned, and whether it will do. */
import type { Day } from '../../calendar/date.ts';
import type { Expectations } from '../../model/model.ts';
import type { Path } from './path.ts';

export type ExpectationKey = keyof Expectations;

export interface Judgement {
  readonly key: ExpectationKey;
  readonly met: boolean;
  /** How far the plan is from it: the most is the worst. */
  readonly miss: number;
  /** `at most 45 days without a session` */
  readonly asked: string;
  /** `61 days, from 2 March 2027 to 2 May 2027` */
  readonly planned: string;
}

/** Each expectation that applies to the path. `joins`: whether it is a joiner's; `joined`: whether anybody joins the role; `since`: what was over by then is not asked. */
export function judge(
  expect: Expectations,
  path: Path,
  {
    isJoiner,
    anyJoins,
    since,
  }: { readonly isJoiner: boolean; readonly anyJoins: boolean; readonly since?: Day },
  dateText: (day: Day) => string,
): Judgement[] {
  const out: Judgement[] = [];
  const add = (key: ExpectationKey, miss: number, asked: string, planned: string): void => {
    out.push({ key, met: miss <= 0, miss, asked, planned });
  };
  const within = expect.firstVoiceWithinDays;
  if (within !== undefined && isJoiner === anyJoins && path.from + within >= (since ?? path.from)) {
    const days = path.firstVoice?.days;
    const after = isJoiner ? 'the first day at work' : 'the start of the programme';
    add(
      'firstVoiceWithinDays',
      days === undefined ? Number.POSITIVE_INFINITY : days - within,
      `a customer’s voice within ${count(within, 'day')} after ${after}`,
      days === undefined ? 'none at all' : `${count(days, 'day')} after it`,
    );
  }
  if (isJoiner) return out;
  const { hearsCustomerEveryDays: every, longestSilenceDays: silence, minutesAYear, moreThanTools } = expect;
  const stretch = ({ days, from, to }: Path['silence']): string =>
    `${count(days, 'day')}, from ${dateText(from)} to ${dateText(to)}`;
  if (every !== undefined) {
    add(
      'hearsCustomerEveryDays',
      path.voiceless.days - every,
      `a customer’s voice at least every ${count(every, 'day')}`,
      path.firstVoice ? `the longest time without one is ${stretch(path.voiceless)}` : 'none all year',
    );
  }
  if (silence !== undefined) {
    add(
      'longestSilenceDays',
      path.silence.days - silence,
      `at most ${count(silence, 'day')} without a session that counts`,
      `the longest silence is ${stretch(path.silence)}`,
    );
  }
  if (minutesAYear) {
    const { min, max } = minutesAYear;
    add(
      'minutesAYear',
      Math.max(min - path.minutes, path.minutes - max),
      rangeText(min, max),
      `${count(path.minutes, 'minute')}`,
    );
  }
  if (moreThanTools) {
    const planned = path.beyondTools === 0 ? 'none' : count(path.beyondTools, 'session');
    add(
      'moreThanTools',
      path.beyondTools > 0 ? 0 : 1,
      'something about customers, and not only tools and processes',
      planned,
    );
  }
  return out;
}

function rangeText(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `at least ${count(min, 'minute')}`;
  return min === 0 ? `at most ${count(max, 'minute')}` : `from ${min} to ${count(max, 'minute')}`;
}

function count(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}
