/** What is meant in one place alone: remedies that look at the key, and at what else the workspace says. */
import { isMap } from '../../collections/is-map.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { valueAt } from '../value-at.ts';
import { suggestEdge } from './suggest-edge.ts';
import { NUMBERS } from './suggest-number.ts';
import { fromShare } from './suggest-share.ts';

/** What to write at a pointer instead of a value; undefined where nothing is known of it there. */
export function suggestHere(value: unknown, pointer: Pointer, root: unknown): string | undefined {
  const [section, id, key] = pointer;
  if (section === 'roles' && key === 'joiners')
    return shareOf(value, id!, root) ?? joinersInMonths(value) ?? joinersEach(value);
  if (section === 'modules' && pointer.length === 3) {
    const remedy = MODULE[String(key)]?.(value, root);
    if (remedy !== undefined) return remedy;
  }
  return typeof value === 'string' ? suggestEdge(value, pointer, root) : undefined;
}

const MODULE: Readonly<Record<string, (value: unknown, root: unknown) => string | undefined>> = {
  led: leaderOf,
  format: twoFormats,
  parts: partsOf,
  minutes: minutesInParts,
};

/** A share of a role's people, where their number is due. */
function shareOf(value: unknown, role: string | number, root: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const heads = valueAt(root, ['roles', role, 'heads']);
  const numbers = typeof heads === 'object' && heads !== null ? Object.values(heads) : [heads];
  const sum = numbers.reduce((total: number, one) => total + (typeof one === 'number' ? one : 0), 0);
  return fromShare(value, sum, `${sum} heads`);
}

/** `2027-09`, `[2027-09, 2027-10]`: when they come, and not how many. */
function joinersInMonths(value: unknown): string | undefined {
  const months = [value].flat();
  if (months.length === 0 || !months.every((one) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(String(one))))
    return undefined;
  const each = months.map((month) => `${month}: 1`).join(', ');
  return `write { ${each} }, if one comes in ${months.length === 1 ? 'that month' : 'each of them'}`;
}

const TIMES_A_YEAR: Readonly<Record<string, number>> = {
  week: 52,
  fortnight: 26,
  month: 12,
  quarter: 4,
  'half-year': 2,
};

/** `1 per month`, `two a quarter`, `3/month`, `monthly`, where the number of a year is due. */
function joinersEach(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match =
    /^(?:(\d{1,5}|[a-z]{2,6})\s*(?:people|persons?|joiners?|new)?\s*)?(?:(?:an?|per|each|every|\/)\s*)?(week|fortnight|month|quarter|half-year)(?:ly)?$/.exec(
      value.trim().toLowerCase(),
    );
  const count = match?.[1] === undefined ? 1 : (NUMBERS[match[1]] ?? Number(match[1]));
  if (!match || !(count > 0)) return undefined;
  return `write ${count * TIMES_A_YEAR[match[2]!]!}: the number is that of a year`;
}

/** `led: ann`, the id of a facilitator, where it is said which kind leads. */
function leaderOf(value: unknown, root: unknown): string | undefined {
  const known = valueAt(root, ['facilitators']);
  if (typeof value !== 'string' || !isMap(known) || !Object.hasOwn(known, value)) return undefined;
  return `write facilitators: [${value}]: "led" says which kind leads`;
}

/** What is two things elsewhere is two modules here. */
function twoFormats(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^(?:hybrid|mixed)$/i.test(value.trim()))
    return 'write workshop or virtual: people in a room and people online are two modules';
  if (/^blended(?:[ -]learning)?$/i.test(value.trim()))
    return 'write workshop or self-paced: each piece is a module, one after the other';
  return undefined;
}

/** `2x30`, `2 x 30 minutes`, `2 parts`, `[30, 30]`, where the number of parts is due. */
function partsOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    if (value.length < 2 || !value.every((one) => Number.isInteger(one) && one > 0)) return undefined;
    const length = value.every((one) => one === value[0]) ? `minutes: ${value[0]}` : 'minutes';
    return `write ${value.length}: all parts are of one length (${length})`;
  }
  const [count, length] = timesOf(value) ?? [];
  if (count === undefined) return undefined;
  return length === undefined
    ? `write ${count}`
    : `write ${count}: each is of one length (minutes: ${length})`;
}

/** The same where the length of one of them is due. */
function minutesInParts(value: unknown): string | undefined {
  const [count, length] = timesOf(value) ?? [];
  return length === undefined ? undefined : `write ${length}: how many there are is said by parts: ${count}`;
}

/** How many, and of how many minutes each where that is said. */
function timesOf(value: unknown): readonly [count: number, length: number | undefined] | undefined {
  const match =
    typeof value === 'string'
      ? /^(\d{1,2})\s*(?:parts?|(?:times|sessions? of|parts? of|of|[x×*])\s*(\d{1,3})\s*(?:m|min|mins|minutes)?)$/i.exec(
          value.trim(),
        )
      : null;
  return match ? [Number(match[1]), match[2] === undefined ? undefined : Number(match[2])] : undefined;
}
