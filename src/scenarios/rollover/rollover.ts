/**
 * Next year's workspace: the files as they are, with every date moved by what it means, and without what was agreed for this
 * year alone. Comments and layout stay.
 */
import { parse } from 'yaml';
import { isoDate, toDay } from '../../calendar/date.ts';
import { spliced } from '../../workspace/edit/splice.ts';
import { datesIn, type WrittenDate, withDates } from '../../workspace/yaml/dates.ts';
import { besideOther, type DateShift, moved, sameWeekday } from './move.ts';
import type { YearOf } from './years.ts';

export interface DateChange {
  readonly file: string;
  readonly line: number;
  /** `modules.kind-invoices.when.by` */
  readonly path: string;
  readonly from: string;
  /** Undefined: it is left out of the next year. The same as `from`: it stays, for the reason. */
  readonly to: string | undefined;
  readonly reason: string;
  /** A person ought to look at it. */
  readonly doubtful: boolean;
}

export interface Rollover {
  /** Path → text of every YAML file. */
  readonly files: ReadonlyMap<string, string>;
  /** Every date that moved or went, by file and line. */
  readonly changes: readonly DateChange[];
  /** Dates that say what was: they stay. */
  readonly kept: number;
}

/** What happened once: the next year does not change it. */
const FACTS = new Set(['recorded', 'reviewed', 'joined', 'left', 'hired', 'created']);
/** Where a stretch that is open at one end is of this year all the same. */
const OPEN_ENDED = new Set(['when', 'weeks', 'heads']);
/** What was agreed for this year; key → what to do about it. */
const DROPPED: Readonly<Record<string, string>> = {
  signedOff: 'next year’s plan is to be signed off when there is one',
  reviewBy: 'say when it is to be reviewed next',
};
/** Sections that were accepted or fixed for this year alone. */
const SECTIONS: Readonly<Record<string, string>> = {
  waivers: 'gaps are accepted for a while only: accept it again if it must be',
  pins: 'pinned in this year’s plan',
  notes: 'a remark about a session of this year’s plan',
};

/**
 * @param sources path → text of each file of the workspace
 * @param yearsIn the working days and holidays of the years of a workspace, wherever a date of it holds
 */
export async function rollOver(
  sources: ReadonlyMap<string, string>,
  years: number,
  yearsIn: (sources: ReadonlyMap<string, string>) => Promise<YearOf>,
): Promise<Rollover> {
  const texts = new Map([...sources].filter(([path]) => /\.ya?ml$/.test(path)));
  const found = new Map([...texts].map(([path, text]) => [path, datesIn(text)]));
  const then = await yearsIn(sources);
  const next = await yearsIn(inNextYear(sources, found, years));
  const ends = nextEnd(found, years);
  const changes: DateChange[] = [];
  const files = new Map<string, string>();
  let kept = 0;
  for (const [file, text] of texts) {
    const put: (readonly [WrittenDate, string])[] = [];
    const gone = new Map<string, { readonly date: WrittenDate; readonly reason: string }>();
    const written = new Map(found.get(file)!.map((date) => [date.path.join('\u0000'), date]));
    for (const date of found.get(file)!) {
      const other = otherEnd(date, written);
      const fate = forGood(date, other) ?? fateOf(date, other, years, ends, then, next);
      if (fate === 'kept') kept += 1;
      else {
        const { to, reason, doubtful } = fate;
        const pointer = pointerOf(date.path);
        if (to !== undefined) put.push([date, to]);
        else gone.set(pointer.join('\u0000'), { date, reason });
        if (to === date.text && !doubtful) continue;
        changes.push({
          file,
          line: text.slice(0, date.start).split('\n').length,
          path: date.path.join('.'),
          from: date.text,
          to,
          reason,
          doubtful,
        });
      }
    }
    let now = withDates(text, put);
    for (const key of ['name', 'id']) now = withYear(now, key, years);
    for (const { date } of gone.values()) now = without(now, pointerOf(date.path));
    files.set(file, now);
  }
  return { files, changes, kept };
}

/** Where it is all that its map says, the map stays: there is such a department. */
function without(text: string, pointer: string[]): string {
  const parent = pointer.slice(0, -1);
  const map = parent.reduce((from, key) => from?.[key], parse(text));
  return pointer.length > 1 && Object.keys(map ?? {}).length === 1
    ? spliced(text, { pointer: parent, op: 'set', value: {} })
    : spliced(text, { pointer, op: 'remove' });
}

/** The programme's own name and id with the year that they say, where they say one: `Training 2027`. */
function withYear(text: string, key: string, years: number): string {
  const { programme } = (parse(text) ?? {}) as { programme?: Record<string, unknown> };
  const [value, starts] = [programme?.[key], programme?.starts];
  if (typeof value !== 'string' || typeof starts !== 'string') return text;
  const year = Number(starts.slice(0, 4)) - years;
  const now = value.replaceAll(String(year), String(year + years));
  return now === value ? text : spliced(text, { pointer: ['programme', key], op: 'set', value: now });
}

interface Fate {
  readonly to: string | undefined;
  readonly reason: string;
  readonly doubtful: boolean;
}

/** The keys that begin a stretch, and those that end it. */
const BEGIN = ['from'];
const END = ['to', 'by'];

function otherEnd({ path }: WrittenDate, written: ReadonlyMap<string, WrittenDate>): WrittenDate | undefined {
  const key = String(path.at(-1));
  const others = BEGIN.includes(key) ? END : END.includes(key) ? BEGIN : [];
  return others.flatMap((one) => written.get([...path.slice(0, -1), one].join('\u0000')) ?? [])[0];
}

/** Of a stretch with one end only: what has begun, or ended, for good does not do so again a year later. */
function forGood({ path, text }: WrittenDate, other: WrittenDate | undefined): Fate | undefined {
  const key = path.at(-1);
  if ((key !== 'from' && key !== 'to') || path.some((part) => OPEN_ENDED.has(String(part)))) return undefined;
  if (other) return undefined;
  return { to: text, reason: key === 'from' ? 'began for good' : 'ended for good', doubtful: true };
}

function fateOf(
  date: WrittenDate,
  other: WrittenDate | undefined,
  years: number,
  ends: string,
  then: YearOf,
  next: YearOf,
): Fate | 'kept' {
  const { path, text } = date;
  const key = keyOf(path);
  const section = SECTIONS[String(path[0])];
  if (section !== undefined) return { to: undefined, reason: section, doubtful: true };
  if (FACTS.has(key) || path.includes('weeks') || path.includes('heads')) return 'kept';
  if (key === 'consentUntil')
    return text >= ends
      ? 'kept'
      : { to: undefined, reason: 'ask again: the consent ends before the programme does', doubtful: true };
  const dropped = DROPPED[key];
  if (dropped !== undefined) return { to: undefined, reason: dropped, doubtful: true };
  if (/^\d{4}-\d{2}$/.test(text))
    return {
      to: `${Number(text.slice(0, 4)) + years}${text.slice(4)}`,
      reason: 'the same month',
      doubtful: false,
    };
  const own = movedOf(date, years, then, next);
  const end = other && dayOf(other);
  const {
    day,
    reason,
    doubtful = false,
  } = end === undefined ? own : besideOther(own, movedOf(other!, years, then, next), dayOf(date)! - end);
  return { to: isoDate(day) + text.slice(10), reason, doubtful };
}

function movedOf({ path, text }: WrittenDate, years: number, then: YearOf, next: YearOf): DateShift {
  const day = dayOf({ text })!;
  if (path[0] === 'programme' && path.length === 2) return sameWeekday(day, years);
  const key = keyOf(path);
  // A day off is none on which something happens.
  const meant = key === 'date' && path.includes('holidays') ? 'dates' : key;
  return moved(day, meant, years, then(path), next(path));
}

/** Undefined for a month. */
const dayOf = ({ text }: Pick<WrittenDate, 'text'>) => toDay(text.slice(0, 10));

/** The key that a value stands under, in a list or not. */
function keyOf(path: WrittenDate['path']): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '');
}

/** What goes with a date that goes: of waivers and pins the whole section. */
function pointerOf(path: WrittenDate['path']): string[] {
  return (String(path[0]) in SECTIONS ? path.slice(0, 1) : path).map(String);
}

/** The last day of the next programme. */
function nextEnd(found: ReadonlyMap<string, readonly WrittenDate[]>, years: number): string {
  const end = [...found.values()].flat().find(({ path }) => path.join('.') === 'programme.ends');
  return end ? isoDate(sameWeekday(toDay(end.text)!, years).day) : '';
}

/** The same files with every date on the same weekday of the same week: near enough to ask what is closed then. */
function inNextYear(
  sources: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, readonly WrittenDate[]>,
  years: number,
): Map<string, string> {
  const now = new Map(sources);
  for (const [file, dates] of found) {
    const changes = dates.map((date) => {
      const day = toDay(date.text.slice(0, 10));
      const to = day === undefined ? yearsOn(date.text, years) : isoDate(sameWeekday(day, years).day);
      return [date, to + date.text.slice(10)] as const;
    });
    now.set(file, withDates(sources.get(file)!, changes));
  }
  return now;
}

/** `2027-03` → `2028-03` */
function yearsOn(month: string, years: number): string {
  return `${Number(month.slice(0, 4)) + years}${month.slice(4, 7)}`;
}
