/** Days and hours as people type them: `mon-fri 9-17:30`, `Sat 9am-1pm`, `every other sat 10:00-14:00`, `daily 22-6`. */

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const DAY = '(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|rsday|nesday|urday)?s?';
const RANGE = new RegExp(`^(${DAY})\\s?(?:-|–|to)\\s?(${DAY})$`, 'i');
const ONE = new RegExp(`^${DAY}$`, 'i');
const HOUR = '(\\d{1,2})(?:[:.](\\d{2}))?\\s?(am|pm)?';
const HOURS = new RegExp(`${HOUR}\\s?(?:-|–|to)\\s?${HOUR}`, 'i');
/** Days that people write in several words, or with signs between them, become one word. */
const TOGETHER: readonly (readonly [RegExp, string])[] = [
  [/\bevery day\b|\b7 days\b/gi, 'daily'],
  [/\bweekdays\b|\bworking days\b/gi, 'mon-fri'],
  [/\bweekends?\b/gi, 'sat-sun'],
  [new RegExp(`\\b(${DAY}) ?(?:-|–|to) ?(${DAY})\\b`, 'gi'), '$1-$2'],
];
const EVERY_OTHER = /\bevery (?:other|second|2nd)\b|\balternate\b/i;

export interface Stretch {
  /** `mon-fri`, `sat`, `daily`, or a list of days; undefined where none is written. */
  readonly days: string | readonly string[] | undefined;
  /** `06:00-14:00`; may run past midnight. */
  readonly hours: string;
  readonly everyOther: boolean;
  /** What else stands there: a name. */
  readonly rest: string;
}

/** Where a further stretch begins after an “and”. */
export const STRETCH = `(?=\\d|every (?:other|second)\\b|alternate\\b|weekends?\\b|${DAY}\\b)`;
const SEVERAL = new RegExp(`\\b(${DAY})\\s*(?:[,;&]|\\band\\b)\\s*(?=${DAY}\\b)`, 'gi');

/** `Mon, Tue and Thu 8-18` is one stretch: its commas go; `24/7` is the whole day, every day. */
export function joinDays(text: string): string {
  return text
    .replace(/\b24 ?\/ ?7\b|\b(?:a?round[- ]the[- ]clock)\b/gi, 'daily 00:00-24:00')
    .replace(SEVERAL, '$1 ');
}

/** Reads one stretch of work; undefined where no hours are written. @throws Error for hours that no clock shows */
export function stretchOf(text: string): Stretch | undefined {
  const match = HOURS.exec(text);
  if (!match) return undefined;
  const hours = hoursOf(match, text);
  if (hours.slice(0, 5) === hours.slice(6)) throw new Error(`“${match[0]}” begins when it ends`);
  const everyOther = EVERY_OTHER.test(text);
  const words = TOGETHER.reduce((all, [form, word]) => all.replace(form, word), text.replace(match[0], ' '))
    .replace(EVERY_OTHER, ' ')
    .split(/[\s&]+/)
    .filter((word) => word !== '' && word !== 'and');
  const dayWords = words.filter((word) => word === 'daily' || daysOf(word) !== undefined);
  const rest = words.filter((word) => !dayWords.includes(word)).join(' ');
  const all = dayWords.flatMap((word) => (word === 'daily' ? ['daily'] : [daysOf(word)!]));
  const days = all.length === 0 ? undefined : all.length === 1 ? all[0]! : all;
  return { days, hours, everyOther, rest: rest.replace(/[:(),]+$/, '').trim() };
}

/** `Mondays` → `mon`, `Mon-Fri` → `mon-fri`; undefined for other words. */
function daysOf(word: string): string | undefined {
  const range = RANGE.exec(word);
  if (range) return `${short(range[1]!)}-${short(range[2]!)}`;
  return ONE.test(word) ? short(word) : undefined;
}

/** Nobody works longer at a stretch: `9-5` is not until five in the morning. */
const LONGEST = 14 * 60;
const NIGHT = /\bnights?\b/i;
const LATE = /\b(?:lates?|evenings?|afternoons?)\b/i;

/** On the clock of 24 hours: `9-5` is 09:00-17:00, `night 9-5` 21:00-05:00, `late 2-10` 14:00-22:00, `9-5pm` 09:00-17:00. */
function hoursOf(match: RegExpExecArray, text: string): string {
  const [, from = '', fromMinute, fromHalf, to = '', toMinute, toHalf] = match;
  const plain = (half: string, last = half) =>
    `${clock(from, fromMinute, half || undefined)}-${clock(to, toMinute, last || undefined)}`;
  if (fromHalf || toHalf) {
    const end = toHalf ?? '';
    const same = plain(fromHalf ?? end, end);
    if (fromHalf || lengthOf(same) <= LONGEST) return same;
    return plain(end.toLowerCase() === 'pm' ? 'am' : 'pm', end);
  }
  const written = plain('');
  if ([from, to].some((hour) => Number(hour) > 12 || Number(hour) === 0 || hour.startsWith('0')))
    return written;
  if (NIGHT.test(text) && Number(from) >= 6) return plain(Number(from) === 12 ? 'am' : 'pm', 'am');
  if (LATE.test(text)) return Number(to) === 12 ? plain('pm', 'am') : plain('pm');
  return lengthOf(written) > LONGEST && Number(from) < 12 ? plain('am', 'pm') : written;
}

/** In minutes; what ends before it begins ends on the day after. */
export function lengthOf(hours: string): number {
  const length = minuteOf(hours.slice(6)) - minuteOf(hours);
  return length < 0 ? length + 1440 : length;
}

const short = (day: string): string => day.slice(0, 3).toLowerCase();

function clock(hour: string, minute = '00', half?: string): string {
  const twelve = half?.toLowerCase();
  const written = Number(hour);
  const value = twelve === undefined ? written : (written % 12) + (twelve === 'pm' ? 12 : 0);
  if (
    value > 24 ||
    (twelve !== undefined && written > 12) ||
    Number(minute) > 59 ||
    (value === 24 && minute !== '00')
  )
    throw new Error(`${hour}:${minute}${half ?? ''} is no time of the day`);
  return `${String(value).padStart(2, '0')}:${minute}`;
}

/** The days of a written form, Monday 0: `sat-mon` is 5, 6, 0. */
export function dayNumbers(days: string | readonly string[]): number[] {
  if (typeof days !== 'string') return [...new Set(days.flatMap(dayNumbers))].sort((a, b) => a - b);
  if (days === 'daily') return [0, 1, 2, 3, 4, 5, 6];
  const [first = 0, last = first] = days.split('-').map((day) => DAYS.indexOf(day as never));
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, i) => (first + i) % 7);
}

export function dayName(day: number): string {
  return DAYS[day]!;
}

/** `06:30` → 390 */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** 390 → `06:30`; of the next day too. */
export function timeOf(minute: number): string {
  const day = minute % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
}
