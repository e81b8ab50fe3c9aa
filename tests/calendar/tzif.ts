/**
 * Reads the zone files of the system (TZif, RFC 9636) by a road of its own: big-endian seconds, then the rule of the
 * last line for everything later. Nothing of src/calendar is used.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where the system's zone files are; `ZONEINFO` names others. */
export const ZONEINFO = process.env.ZONEINFO ?? '/usr/share/zoneinfo';

/** `2026f`; undefined where the system has no zone files, or does not say which. */
export function systemRelease(): string | undefined {
  for (const name of ['tzdata.zi', '+VERSION']) {
    const path = join(ZONEINFO, name);
    const found = existsSync(path) && /(\d{4}[a-z]+)/.exec(readFileSync(path, 'utf8').slice(0, 40));
    if (found) return found[1];
  }
  return undefined;
}

/** Every zone there is a file of. */
export function systemZones(folder = ''): string[] {
  return readdirSync(join(ZONEINFO, folder)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (/^(posix|right|localtime|posixrules|Factory)$/.test(path)) return [];
    if (statSync(join(ZONEINFO, path)).isDirectory()) return systemZones(path);
    const head = readFileSync(join(ZONEINFO, path)).subarray(0, 4).toString('latin1');
    return head === 'TZif' ? [path] : [];
  });
}

export interface SystemZone {
  /** Instants of change in seconds since 1970, of the list in the file. */
  readonly changes: readonly number[];
  /** Seconds east of UTC. */
  offsetAt(second: number): number;
}

export function systemZone(name: string): SystemZone {
  const data = readFileSync(join(ZONEINFO, name));
  // The first block has 32 bits a time: skipped by its own counts.
  const first = counts(data, 0);
  const at = 44 + first.times * 5 + first.types * 6 + first.chars + first.leaps * 8 + first.std + first.ut;
  const { times, types, chars, leaps, std, ut } = counts(data, at);
  let next = at + 44;
  const changes = Array.from({ length: times }, (_, i) => Number(data.readBigInt64BE(next + 8 * i)));
  next += 8 * times;
  const kinds = [...data.subarray(next, next + times)];
  next += times;
  const offsets = Array.from({ length: types }, (_, i) => data.readInt32BE(next + 6 * i));
  next += 6 * types + chars + leaps * 12 + std + ut;
  const rule = posix(data.subarray(next).toString('latin1').trim());
  return {
    changes,
    offsetAt(second) {
      let i = -1;
      while (i + 1 < changes.length && changes[i + 1]! <= second) i++;
      if (i === -1) return offsets[0]!;
      return i === changes.length - 1 ? rule(second) : offsets[kinds[i]!]!;
    },
  };
}

function counts(data: Buffer, at: number) {
  const [ut, std, leaps, times, types, chars] = [20, 24, 28, 32, 36, 40].map((i) =>
    data.readUInt32BE(at + i),
  );
  return { ut: ut!, std: std!, leaps: leaps!, times: times!, types: types!, chars: chars! };
}

/** `EET-2EEST,M3.4.4/50,M10.4.4/50`: seconds east of UTC at an instant. */
function posix(text: string): (second: number) => number {
  const name = '(?:<[^>]+>|[A-Za-z]+)';
  const time = '([-+]?[\\d:]+)';
  const match = new RegExp(`^${name}${time}(?:${name}${time}?,([^,]+),([^,]+))?$`).exec(text);
  if (!match) throw new Error(`"${text}" is no rule`);
  const standard = -seconds(match[1]!);
  if (match[3] === undefined) return () => standard;
  const summer = match[2] === undefined ? standard + 3600 : -seconds(match[2]);
  return (second) => {
    const year = new Date(second * 1000).getUTCFullYear();
    const begins = dayOfRule(year, match[3]!) - standard;
    const ends = dayOfRule(year, match[4]!) - summer;
    const on = begins < ends ? second >= begins && second < ends : second >= begins || second < ends;
    return on ? summer : standard;
  };
}

/** `2`, `-1:30`, `50` hours as seconds. */
function seconds(text: string): number {
  const [hours, minutes = '0', rest = '0'] = text.replace(/^[-+]/, '').split(':');
  return (text.startsWith('-') ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(rest));
}

/** `M3.5.0/2`: the last Sunday of March, 02:00, as seconds since 1970 of a clock without offset. */
function dayOfRule(year: number, text: string): number {
  const [rule, at = '2'] = text.split('/');
  const match = /^M(\d+)\.(\d)\.(\d)$/.exec(rule!);
  if (!match) throw new Error(`"${text}" is a kind of rule that no zone had`);
  const [month, week, weekday] = match.slice(1).map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1, 1));
  let date = 1 + ((weekday - first.getUTCDay() + 7) % 7) + (week - 1) * 7;
  while (date > new Date(Date.UTC(year, month, 0)).getUTCDate()) date -= 7;
  return Date.UTC(year, month - 1, date) / 1000 + seconds(at);
}
