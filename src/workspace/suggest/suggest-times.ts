/** Times, hours and days of the week as people write them. */
import { daysNamed } from '../../calendar/names.ts';

/** `9:30` → `09:30`, `9-17`, `9:00 – 17:30` → `09:00-17:30` */
export function suggestTimes(text: string, form: string): string | undefined {
  const clock = '(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(uhr|[ap]\\.?m\\.?)?';
  const named =
    NAMED[
      text
        .trim()
        .toLowerCase()
        .replace(/^(?:in the |at )/, '')
    ];
  if (form.startsWith('a time')) {
    if (named !== undefined && !named.includes('-')) return `write ${named}`;
    const match = new RegExp(`^${clock}$`, 'i').exec(text.trim());
    const time = match && clockText(match[1], match[2], match[3]);
    return time ? `write ${time}` : undefined;
  }
  if (!form.startsWith('hours')) return undefined;
  if (named?.includes('-')) return `write hours such as ${named}`;
  const length = /^(\d{1,2})\s*(?:h|hrs?|hours?)(?: (?:a|per) day)?$/i.exec(text.trim())?.[1];
  if (length && Number(length) > 0 && Number(length) <= 15)
    return `write hours such as 09:00-${String(9 + Number(length)).padStart(2, '0')}:00: when they begin and when they end`;
  if (new RegExp(`^(?:from |since |after )?${clock}(?: onwards?)?$`, 'i').test(text.trim()))
    return 'write when they begin and when they end';
  const match = new RegExp(`^${clock}\\s*(?:-|–|—|to)\\s*${clock}$`, 'i').exec(text.trim());
  const from = match && clockText(match[1], match[2], match[3]);
  // Nobody who says "9 to 5" means the night.
  const isAfternoon =
    match && !match[3] && !match[6] && Number(match[4]) <= 7 && Number(match[4]) < Number(match[1]);
  const isShort = match && /^\d$/.test(match[4]!) && /^\d{1,2}$/.test(match[1]!) && Number(match[1]) <= 12;
  const to = match && clockText(match[4], match[5], isAfternoon && isShort ? 'pm' : match[6]);
  return from && to ? `write ${from}-${to}` : undefined;
}

/** Times and parts of the day that have a name. */
const NAMED: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  midnight: '00:00',
  morning: '09:00-12:00',
  mornings: '09:00-12:00',
  lunch: '12:00-14:00',
  lunchtime: '12:00-14:00',
  afternoon: '13:00-17:00',
  afternoons: '13:00-17:00',
  evening: '17:00-21:00',
  evenings: '17:00-21:00',
  night: '22:00-06:00',
  nights: '22:00-06:00',
  'all day': '00:00-24:00',
  'office hours': '09:00-17:00',
  'business hours': '09:00-17:00',
};

function clockText(hours = '', minutes = '00', half = ''): string | undefined {
  const isHalf = /^[ap]/i.test(half);
  if (Number(hours) > (isHalf ? 12 : 23) || Number(minutes) > 59) return undefined;
  const hour = isHalf ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

const FULL_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `Monday` → `mon`, `Mon–Fri`, `1-5` and `weekdays` → `mon-fri`, `Dienstag` → `tue` */
export function suggestDays(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (/^(?:week|work|working |business )days|^m(?:-f|twtf)$/.test(word)) return 'write mon-fri';
  if (word === 'weekend' || word === 'weekends') return 'write sat-sun';
  if (word === 'everyday' || word === 'every day' || word === 'all') return 'write daily';
  const without = /^(.*?)(?:not|no|never|without|except(?: for)?|but(?: not)?) (?:on )?(.+)$/.exec(word);
  if (without) return suggestOthers(without[1]!.trim(), without[2]!);
  const parts = word.split(/\s*(?:-|–|—|to|,|\s)\s*/).filter((part) => part !== '');
  const days = parts.map(daysMeant);
  if (days.length === 0 || days.some((meant) => meant.length === 0)) return undefined;
  if (days.length === 1)
    return `write ${days[0]!.join(' or ')}${/^[1-7]$/.test(word) ? ', if the week begins on Monday' : ''}`;
  const names = days.map(([first]) => first);
  return /,/.test(word) || days.length > 2 ? `write [${names.join(', ')}]` : `write ${names.join('-')}`;
}

/** `not friday`, `mon-fri except wed`, `all but sun`: the days that are left. */
function suggestOthers(all: string, not: string): string | undefined {
  const gone = daysIn(not);
  const among = /^(?:all|any|every|daily|(?:all|any|every) ?days?|)$/.test(all) ? DAYS : daysIn(all);
  if (!gone || !among) return undefined;
  const left = (days: readonly string[]) => stretches(days.filter((day) => !gone.includes(day)));
  const rest = left(among);
  if (rest === '[]') return undefined;
  // Who says only which working day is out may not have thought of weekends.
  const isOpen = all === '' && !gone.includes('sat') && !gone.includes('sun');
  return isOpen ? `write ${left(DAYS.slice(0, 5))} or ${rest}, if weekends are meant too` : `write ${rest}`;
}

/** `mon-fri`, `sat and sun` → the days one by one, as the week has them. */
function daysIn(text: string): readonly string[] | undefined {
  const days = text.split(/\s*(?:,|&|\/|\band\b|\bor\b|\s)\s*/).filter((part) => part !== '');
  const found = days.map((part) => {
    const [first, last = first] = part.split(/[-–—]/).map((word) => DAYS.indexOf(daysMeant(word)[0] ?? ''));
    if (first === undefined || last === undefined || first < 0 || last < 0) return undefined;
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => DAYS[(first + i) % 7]!);
  });
  if (found.length === 0 || found.includes(undefined)) return undefined;
  const all = new Set(found.flat());
  return DAYS.filter((day) => all.has(day));
}

/** Days of one week as stretches: `mon-thu`, `[mon-tue, thu]`. */
function stretches(days: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && DAYS.indexOf(run[1]) + 1 === DAYS.indexOf(day)) run[1] = day;
    else runs.push([day, day]);
  }
  const words = runs.map(([first, last]) => (first === last ? first : `${first}-${last}`));
  return words.length === 1 ? words[0]! : `[${words.join(', ')}]`;
}

/** The days of the week that a word or a number means, by its own letters before other languages. */
export function daysMeant(word: string): readonly string[] {
  if (/^[0-7]$/.test(word)) return [DAYS[(Number(word) + 6) % 7]!];
  const one = word.replace(/s$/, '');
  const ours = DAYS.find(
    (_, i) => word.length >= 2 && FULL_DAYS[i]!.startsWith(one.length >= 2 ? one : word),
  );
  const theirs = daysNamed(word).map((number) => DAYS[number - 1]!);
  return theirs.length > 0 ? theirs : [ours ?? []].flat();
}
