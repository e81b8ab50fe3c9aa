/**
 * Findings that differ in time only ("no place in January", "no place in February", …) are told once, with how
 * often and from when to when. Documents keep every one with its key: only what people read is folded.
 */

import { type Day, toDay } from '../calendar/date.ts';
import type { Say } from '../calendar/say.ts';
import { append } from '../collections/lists.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Recurrence } from '../model/made/gaps.ts';
import { people } from './words.ts';

/** So many alike are told together; fewer are told one by one. */
const MANY = 3;

interface AlikeFinding {
  readonly message: string;
  readonly severity: Severity;
  readonly again?: Recurrence | undefined;
}

/** How many it stands for; 1 where it is left out. */
type Times = { readonly times?: number };

/** The findings in their order, those alike as one in the place of the first. `nameOf`: what else tells them apart. */
export function toldOnce<T extends AlikeFinding>(
  all: readonly T[],
  say: Say,
  nameOf: (one: T) => string,
): (T & Times)[] {
  const keyOf = (one: T) => `${one.severity} ${nameOf(one)} ${one.again?.words}`;
  const alike = new Map<string, T[]>();
  for (const one of all) {
    if (!one.again) continue;
    append(alike, keyOf(one), one);
  }
  return all.flatMap((one) => {
    const some = one.again ? alike.get(keyOf(one))! : [];
    if (some.length < MANY) return [one];
    return some[0] === one ? [{ ...one, message: messageOf(some, say), times: some.length }] : [];
  });
}

/** `“Talk” found no place in Nursing: …; 12 times from 1 January to 31 December 2027, for 16 people each time.` */
function messageOf(some: readonly AlikeFinding[], say: Say): string {
  const all = some.map(({ again }) => again!);
  const from = all.map((each) => each.from).sort()[0]!;
  const to = all
    .map((each) => each.to)
    .sort()
    .at(-1)!;
  const heads = all.map((each) => each.people ?? 0);
  const most = Math.max(...heads);
  const upTo = Math.min(...heads) < most ? 'up to ' : '';
  const who = most === 0 ? '' : `, for ${upTo}${people(say, most)} each time`;
  return `${all[0]!.words}; ${all.length} times from ${spanText(say, from, to)}${who}.`;
}

/** `1 January to 31 December 2027` */
function spanText(say: Say, from: string, to: string): string {
  const [first, last] = [toDay(from), toDay(to)] as [Day, Day];
  const sameYear = say.dayFirst && from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? say.dayMonth(first) : say.date(first)} to ${say.date(last)}`;
}
