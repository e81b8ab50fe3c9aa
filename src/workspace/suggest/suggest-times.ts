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
  if (new RegExp(`^${clock}$`, 'i').test(text.trim())) return 'write when they begin and when they end';
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
  const parts = word.split(/\s*(?:-|–|—|to|,|\s)\s*/).filter((part) => part !== '');
  const days = parts.map(daysMeant);
  if (days.length === 0 || days.some((meant) => meant.length === 0)) return undefined;
  if (days.length === 1)
    return `write ${days[0]!.join(' or ')}${/^[1-7]$/.test(word) ? ', if the week begins on Monday' : ''}`;
  const names = days.map(([first]) => first);
  return /,/.test(word) || days.length > 2 ? `write [${names.join(', ')}]` : `write ${names.join('-')}`;
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
