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

const SEVERAL = new RegExp(`\\b(${DAY})\\s*(?:[,;&]|\\band\\b)\\s*(?=${DAY}\\b)`, 'gi');

/** `Mon, Tue and Thu 8-18` is one stretch: its commas go; `24/7` is the whole day, every day. */
export function joinDays(text: string): string {
  return text.replace(/\b24 ?\/ ?7\b/g, 'daily 00:00-24:00').replace(SEVERAL, '$1 ');
}

/** Reads one stretch of work; undefined where no hours are written. @throws Error for hours that no clock shows */
export function stretchOf(text: string): Stretch | undefined {
  const match = HOURS.exec(text);
  if (!match) return undefined;
  const hours = `${clock(match[1]!, match[2], match[3] ?? match[6])}-${clock(match[4]!, match[5], match[6])}`;
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
