/**
 * Which names of time zones may be written: `Area/City` as IANA has them, and `UTC`. Short names mean several
 * places (BST is London's summer, Bougainville's and Bangladesh's time, and `EST` never changes its clocks), so
 * they are refused, and here stands what was meant.
 */
import { nearest } from '../diagnostics/nearest.ts';
import { allZones, isZone, mainName } from './zone.ts';

const AREAS = 'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific';
const PLACE = new RegExp(`^(?:${AREAS})/`);

/** Short names by what people mean by them, of several the commonest first. IANA's own old names are in the data. */
const MEANT: ReadonlyMap<string, string> = new Map(
  [
    ['Europe/London', 'BST GMT/BST UK'],
    ['Europe/Dublin', 'IRELAND'],
    ['Asia/Kolkata Europe/Dublin Asia/Jerusalem', 'IST'],
    ['UTC Europe/London', 'GMT'],
    ['UTC', 'Z UCT'],
    ['Europe/Lisbon', 'WEST WET'],
    ['Europe/Berlin Europe/Paris', 'CEST CET MESZ MET MEST MEZ'],
    ['Europe/Athens Europe/Helsinki', 'EEST EET OESZ OEZ'],
    ['Europe/Moscow', 'MSK'],
    ['Europe/Istanbul', 'TRT'],
    ['America/New_York', 'EDT EST EST5EDT ET EASTERN'],
    ['America/Chicago', 'CDT CST CST6CDT CT CENTRAL'],
    ['America/Denver America/Phoenix', 'MDT MST MST7MDT MT MOUNTAIN'],
    ['America/Los_Angeles', 'PDT PST PST8PDT PT PACIFIC'],
    ['America/Anchorage', 'AKDT AKST'],
    ['Pacific/Honolulu', 'HST'],
    ['America/Halifax', 'ADT AST ATLANTIC'],
    ['America/St_Johns', 'NDT NST NEWFOUNDLAND'],
    ['America/Sao_Paulo', 'BRT'],
    ['America/Argentina/Buenos_Aires', 'ART'],
    ['Africa/Johannesburg', 'SAST'],
    ['Africa/Nairobi', 'EAT'],
    ['Africa/Lagos', 'WAT'],
    ['Africa/Maputo', 'CAT'],
    ['Asia/Dubai', 'GST'],
    ['Asia/Karachi', 'PKT'],
    ['Asia/Kathmandu', 'NPT'],
    ['Asia/Bangkok', 'ICT'],
    ['Asia/Jakarta', 'WIB'],
    ['Asia/Hong_Kong', 'HKT'],
    ['Asia/Singapore', 'SGT'],
    ['Asia/Manila', 'PHT PHST'],
    ['Asia/Tokyo', 'JST'],
    ['Asia/Seoul', 'KST'],
    ['Australia/Perth', 'AWST'],
    ['Australia/Adelaide Australia/Darwin', 'ACDT ACST'],
    ['Australia/Sydney Australia/Brisbane', 'AEDT AEST'],
    ['Pacific/Auckland', 'NZDT NZST'],
  ].flatMap(([zones, names]) => names!.split(' ').map((name): [string, string] => [name, zones!])),
);

/** Whether a workspace may name its zone so: `Europe/London`, `Asia/Calcutta`, `UTC`. Neither `BST` nor `Etc/GMT+5`. */
export function isZoneName(name: string): boolean {
  return name === 'UTC' || (PLACE.test(name) && isZone(name));
}

/** Every name that may be written, sorted. */
export function zoneNames(): string[] {
  return [...allZones()].filter(isZoneName);
}

/**
 * What was probably meant by a name that may not be written, most likely first: of a short or an old name its places
 * (`BST`, `US/Pacific`), of Windows' name its zone (`GMT Standard Time`), of a city its zone (`london`), of the cities
 * that Windows shows theirs, of other letters the same name or city. Empty where nothing is known: a city that IANA
 * does not list (`Munich`) is near none.
 */
export async function zonesMeant(name: string): Promise<readonly string[]> {
  const short = MEANT.get(name.toUpperCase());
  if (short !== undefined) return short.split(' ');
  const main = mainName(name);
  if (isZoneName(main)) return [main];
  if (/ time\b/i.test(name)) {
    const { windowsZone } = await import('./windows-zones.ts');
    const zone = windowsZone(name.trim());
    if (zone !== undefined) return [zone];
  }
  const shown = /^\(UTC[^)]*\)(.*)$/i.exec(name)?.[1];
  return shown === undefined ? named(name) : shown.split(',').flatMap(named).slice(0, 3);
}

/** The zone of a name or a city, however it is spelt. */
function named(name: string): readonly string[] {
  const all = zoneNames();
  const cities = new Map(all.map((zone) => [plain(zone.slice(zone.lastIndexOf('/') + 1)), zone]));
  const wanted = plain(name);
  const city = plain(name.slice(name.lastIndexOf('/') + 1));
  const found = all.find((zone) => plain(zone) === wanted) ?? cities.get(city);
  if (found !== undefined) return [found];
  // Nobody misspells the first letter; without this Munich would be Zurich.
  const near = nearest(
    city,
    [...cities.keys()].filter((known) => known[0] === city[0]),
  );
  return near === undefined ? [] : [cities.get(near)!];
}

/** Letters, digits and signs alone, small: what people keep of a name. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9+]/g, '');
}

/** What to write where nobody can tell which zone was meant. */
export function zoneAdvice(name: string): string {
  return /^(?:UTC|GMT)?\s*[+-]\s*\d/i.test(name)
    ? 'write the place, such as Europe/Berlin: a difference to UTC knows no summer time'
    : 'write the place, such as Europe/London, or UTC';
}

/** Undefined for a name that may be written, else what is wrong with it and what was meant, as one sentence. */
export async function zoneFault(name: string): Promise<string | undefined> {
  if (isZoneName(name)) return undefined;
  const meant = await zonesMeant(name);
  const instead = meant.length === 0 ? zoneAdvice(name) : `did you mean ${either(meant)}?`;
  return `"${name}" is no time zone of the form Area/City: ${instead}`;
}

/** `a, b or c` */
export function either(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
