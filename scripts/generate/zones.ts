/**
 * The zone table of `src/calendar`: the IANA data as moment-timezone packs them, cut to what a plan can ask for.
 * Of each zone: its offset when 1970 began, the changes since, and the rule by which they go on.
 */
import moment from 'moment-timezone';
import packed from 'moment-timezone/data/packed/latest.json' with { type: 'json' };
import { civilOf, dayOf, MINUTES_A_DAY, weekday } from '../../src/calendar/date.ts';

/** A change of clocks: from `utc` on the zone is `offset` minutes east of UTC. */
interface Change {
  readonly utc: number;
  readonly offset: number;
}

/** A rule that is followed for so many years was seen with every weekday on the day it counts from. */
const YEARS_THAT_TELL = 12;
/** Until then the data are written out. */
const WRITTEN_OUT = 2037;

/** `src/calendar/zones.gen.ts`. @throws Error where a zone's changes go on without a rule that could be told */
export function makeZones(): string {
  const { version, zones, links } = packed;
  const lines = [
    ...zones.map(zoneLine),
    ...links.map((link) => {
      const [target, name] = link.split('|');
      return `${name} =${target}`;
    }),
  ].sort((a, b) => (a < b ? -1 : 1));
  return `// Made by \`npm run generate\` from moment-timezone ${moment.tz.version} (scripts/generate/zones.ts). Do not edit.

/** Release of the IANA time zone database. */
export const RELEASE = '${version}';

/** A zone a line; zone.ts reads them. */
export const ZONES = \`
${lines.join('\n')}
\`;
`;
}

/** `Europe/Berlin 60 5e9vw:120 … 1981-1995/3-25.7.60.120/9-24.7.60.60 1996-/3-25.7.60.120/10-25.7.60.60` */
function zoneLine(text: string): string {
  const { name, untils, offsets } = moment.tz.unpack(text);
  const all = offsets.map((west, i) => ({
    utc: i === 0 ? Number.NEGATIVE_INFINITY : Math.round(untils[i - 1]! / 60_000),
    // No minus zero; and Monrovia was 44½ minutes behind until 1972.
    offset: 0 - Math.round(west),
  }));
  const since = all.findLastIndex(({ utc }) => utc <= 0);
  const changes = all.slice(since + 1).filter(({ offset }, i) => offset !== all[since + i]!.offset);
  return [name, all[since]!.offset, ...words(name, changes)].join(' ');
}

/** Years that repeat one pair of changes as one word, any other change as a word of its own. */
function words(name: string, changes: readonly Change[]): string[] {
  const years = new Map<number, Change[]>();
  for (const change of changes) {
    const year = yearOf(change.utc);
    years.set(year, [...(years.get(year) ?? []), change]);
  }
  const out: string[] = [];
  const last = Math.max(...years.keys());
  for (let year = Math.min(...years.keys()); year <= last; ) {
    const run = repeated(years, year);
    const goesOn = year + Math.max(1, run.length) > last && last >= WRITTEN_OUT;
    if (goesOn && run.length < YEARS_THAT_TELL) throw new Error(`${name}: its changes follow no rule`);
    if (run.length > 1) {
      const pair = [0, 1].map((i) => ruleText(run.map((both) => both[i]!)));
      out.push([`${year}-${goesOn ? '' : year + run.length - 1}`, ...pair].join('/'));
      year += run.length;
    } else {
      for (const { utc, offset } of years.get(year) ?? []) out.push(`${utc.toString(36)}:${offset}`);
      year++;
    }
  }
  return out;
}

/** The pairs of changes of this year and of those after it that follow the same rules. */
function repeated(years: ReadonlyMap<number, readonly Change[]>, first: number): (readonly Change[])[] {
  const run: (readonly Change[])[] = [];
  for (let year = first; years.get(year)?.length === 2; year++) {
    const both = [...run, years.get(year)!];
    if (![0, 1].every((i) => isOneRule(both.map((pair) => pair[i]!)))) break;
    run.push(years.get(year)!);
  }
  return run;
}

/** Whether all are the first such weekday on or after one day of the year, at one time of UTC's day. */
function isOneRule(changes: readonly Change[]): boolean {
  const keys = new Set(
    changes.map(({ utc, offset }) => `${weekday(dayAt(utc))} ${utc % MINUTES_A_DAY} ${offset}`),
  );
  const days = changes.map(({ utc }) => ordinal(utc));
  return keys.size === 1 && Math.max(...days) - Math.min(...days) < 7;
}

/** `3-25.7.60.120`: from the first Sunday from 25 March on, 01:00 UTC, two hours east. */
function ruleText(changes: readonly Change[]): string {
  const first = changes.reduce((a, b) => (ordinal(b.utc) < ordinal(a.utc) ? b : a));
  const { month, date } = civilOf(dayAt(first.utc));
  return `${month}-${date}.${weekday(dayAt(first.utc))}.${first.utc % MINUTES_A_DAY}.${first.offset}`;
}

/** The same number on the same date of each year; NaN in February, in which rules would have to know leap years. */
function ordinal(utc: number): number {
  const { month, date } = civilOf(dayAt(utc));
  return month === 2 ? Number.NaN : dayOf(2001, month, date);
}

function dayAt(utc: number): number {
  return Math.floor(utc / MINUTES_A_DAY);
}

function yearOf(utc: number): number {
  return civilOf(dayAt(utc)).year;
}
