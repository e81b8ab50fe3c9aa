/** Times, hours and days of the week as people write them. */

/** `9:30` → `09:30`, `9-17`, `9:00 – 17:30` → `09:00-17:30` */
export function suggestTimes(text: string, form: string): string | undefined {
  const clock = '(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(uhr|[ap]\\.?m\\.?)?';
  if (form.startsWith('a time')) {
    const match = new RegExp(`^${clock}$`, 'i').exec(text.trim());
    const time = match && clockText(match[1], match[2], match[3]);
    return time ? `write ${time}` : undefined;
  }
  if (!form.startsWith('hours')) return undefined;
  const match = new RegExp(`^${clock}\\s*(?:-|–|—|to)\\s*${clock}$`, 'i').exec(text.trim());
  const from = match && clockText(match[1], match[2], match[3]);
  const to = match && clockText(match[4], match[5], match[6]);
  return from && to ? `write ${from}-${to}` : undefined;
}

function clockText(hours = '', minutes = '00', half = ''): string | undefined {
  const isHalf = /^[ap]/i.test(half);
  if (Number(hours) > (isHalf ? 12 : 23) || Number(minutes) > 59) return undefined;
  const hour = isHalf ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `Monday` → `mon`, `Mon–Fri` → `mon-fri`, `weekdays` → `mon-fri` */
export function suggestDays(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'weekdays') return 'write mon-fri';
  if (word === 'weekend' || word === 'weekends') return 'write sat-sun';
  if (word === 'everyday' || word === 'every day' || word === 'all') return 'write daily';
  const parts = word.split(/\s*(?:-|–|—|to|,|\s)\s*/).filter((part) => part !== '');
  const days = parts.map((part) =>
    DAYS.find((day) => part.length >= 2 && (part.startsWith(day) || day.startsWith(part))),
  );
  if (days.length === 0 || days.includes(undefined)) return undefined;
  if (days.length === 1) return `write ${days[0]}`;
  return /,/.test(word) || days.length > 2 ? `write [${days.join(', ')}]` : `write ${days.join('-')}`;
}
