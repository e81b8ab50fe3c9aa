/** Hours that several shifts share: `8-20 in two shifts` → `08:00-14:00`, `14:00-20:00`. */
import { NUMBER, numberOf } from './numbers.ts';
import { lengthOf, minuteOf, type Stretch, stretchOf, timeOf } from './times.ts';

const IN_SHIFTS = new RegExp(`(?:\\bin )?\\b(${NUMBER})[ -](?:equal )?shifts?\\b(?: system\\b)?:?`, 'i');
const ALONE = new RegExp(`^${IN_SHIFTS.source}$`, 'i');
const DAY = 24 * 60;
/** When the first of several shifts begins that work round the clock. */
const FIRST = 6 * 60;
const QUARTER = 15;
const MOST = 6;
/** Nobody's hours are longer, so these are several people's. */
const LONGEST = 10 * 60;

/** Each shift as an item of its own. @throws Error that says what to write */
export function inShifts(items: readonly string[]): string[] {
  const whole = together(items);
  return whole.flatMap((item) => {
    const match = IN_SHIFTS.exec(item);
    const hours = item.replace(match?.[0] ?? '', ' ').trim();
    const stretch = match && stretchOf(hours.replace(SHARE, ' '));
    if (!stretch) {
      if (/\bshifts\b/i.test(item)) throw new Error(`“${item}”: ${REMEDY}`);
      return [item];
    }
    const number = numberOf(match[1]!);
    if (/[+/]/.test(hours) || !(number >= 1 && number <= MOST)) throw new Error(`“${item}”: ${REMEDY}`);
    // `two shifts: 6-14, 14-22` says each already.
    const told = number === 1 || (whole.length === number && lengthOf(stretch.hours) <= LONGEST);
    return told ? [hours] : partsOf(stretch, number, SHARE.exec(hours)?.[1]);
  });
}

const SHARE = /\(?(\d+(?:\.\d+)?) ?%\)?/;
const REMEDY =
  'write how many shifts share which hours, such as 8-20 in 2 shifts, or each with its own: early 8-14, late 14-20';

/** `mon-sat 8-20, two shifts` and `two shifts, 8-20` are one item. */
function together(items: readonly string[]): string[] {
  const all: string[] = [];
  let ahead = '';
  for (const item of items) {
    if (!ALONE.test(item)) {
      all.push(`${ahead}${item}`);
      ahead = '';
    } else if (all.length > 0) all.push(`${all.pop()} ${item}`);
    else ahead = `${item} `;
  }
  return ahead === '' ? all : [...all, ahead.trim()];
}

function partsOf(stretch: Stretch, number: number, share: string | undefined): string[] {
  const length = lengthOf(stretch.hours);
  const from = length === DAY ? FIRST : minuteOf(stretch.hours);
  const start = (i: number) =>
    from + (i === number ? length : Math.round((length * i) / number / QUARTER) * QUARTER);
  const days = [stretch.days ?? []].flat().join(' ');
  return Array.from({ length: number }, (_, i) => {
    const end = start(i + 1) % DAY === 0 ? '24:00' : timeOf(start(i + 1));
    const part = share === undefined ? '' : `${Number(share) / number}%`;
    const words = [stretch.rest, stretch.everyOther ? 'every other' : '', days];
    return [...words, `${timeOf(start(i))}-${end}`, part].filter((word) => word !== '').join(' ');
  });
}
