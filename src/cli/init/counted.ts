/** How many of what, and where: `Driver 80 at North + 65 at South, Duty manager 3 at each`, `3 dentists and 5 assistants per clinic`. */
import { itemsOf, type NamedItem } from './items.ts';
import { inDigits, NUMBER } from './numbers.ts';
import { isPlace, placesOf } from './places.ts';

export interface HeadsBySite {
  readonly name: string;
  /** Site id → how many. */
  readonly at: ReadonlyMap<string, number>;
}

export interface Counted {
  /** What one is called in messages, with an example: `job`, `Driver 12`. */
  readonly kind: string;
  readonly example: string;
  readonly most: number;
  /** What they are where only a number is written: `Drivers team`. */
  readonly unnamed?: string;
}

/** What joins places or things: a plus, or an “and” before a number. */
const JOINT = new RegExp(`\\s*(\\+)\\s*|\\s+(and)\\s+(?=${NUMBER}\\b)`, 'i');

/**
 * Reads a list of things with their numbers and places. Without a place something is where the one before it is; the first
 * where the next is, or at the only site.
 *
 * @throws Error that says what to write
 */
export function countedOf(text: string, sites: readonly NamedItem[], about: Counted): HeadsBySite[] {
  const parts = itemsOf(text).flatMap((item) => partsOf(item, sites, about));
  const found: { name: string; at: Map<string, number> }[] = [];
  let before: readonly string[] = sites.length === 1 ? [sites[0]!.id] : [];
  for (const [i, { item, number, ...part }] of parts.entries()) {
    const name =
      part.name ?? (part.place !== undefined || i === 0 ? (found.at(-1)?.name ?? about.unnamed) : undefined);
    if (name === undefined)
      throw new Error(
        `“${item}” does not say which ${about.kind}: write it before the number, such as ${about.example}`,
      );
    const place = part.place ?? (part.joined || before.length === 0 ? nextPlace(parts, i) : undefined);
    before = place === undefined ? before : placesOf(place, sites);
    if (before.length === 0) {
      const [some = '', other = ''] = sites.map((site) => site.name);
      throw new Error(
        `“${item}” does not say where: ${name} ${number} at ${some}, or ${name} 3 at ${some} + 4 at ${other}, or ${name} 3 at each`,
      );
    }
    if (!(number >= 1 && number <= about.most))
      throw new Error(`“${item}”: from 1 to ${about.most} are possible`);
    if (part.name !== undefined || found.length === 0) found.push({ name, at: new Map() });
    const { at } = found.at(-1)!;
    for (const site of before) at.set(site, (at.get(site) ?? 0) + number);
  }
  return found;
}

interface Part {
  /** What was typed, for messages. */
  readonly item: string;
  /** Undefined where only a number stands: more of the one before. */
  readonly name: string | undefined;
  readonly number: number;
  readonly place: string | undefined;
  /** By an “and” to the next, whose place is its own. */
  readonly joined: boolean;
}

/** Of things in a row the place is written after the last. */
function nextPlace(parts: readonly Part[], from: number): string | undefined {
  const next = parts[from + 1];
  return next?.name === undefined ? undefined : (next.place ?? nextPlace(parts, from + 1));
}

/** `3 dentists and 5 assistants at each`, `Driver 80 at North + 65 at South` */
function partsOf(item: string, sites: readonly NamedItem[], { kind, example }: Counted): Part[] {
  const [first = '', ...more] = item.split(JOINT).filter((part) => part !== undefined);
  const head = headOf(first);
  if (head === undefined)
    throw new Error(`“${item}” does not say how many: write a ${kind} and a number, such as ${example}`);
  const parts: Part[] = [{ item, ...head, joined: false }];
  for (let i = 0; i < more.length; i += 2) {
    const [joint, text] = [more[i]!.toLowerCase(), more[i + 1]!];
    const part = headOf(text);
    if (part === undefined || (joint === '+' && part.name === undefined && part.place === undefined))
      throw new Error(
        `“${text}” after a ${joint} is no number and place: write it as ${example} at A + 5 at B`,
      );
    // `65 South`: what follows the number is a place, when there is such a one.
    const { name, number, place } = part;
    const isWhere = name !== undefined && place === undefined && (joint === '+' || isPlace(name, sites));
    parts.push({ item, ...(isWhere ? { name: undefined, number, place: name } : part), joined: false });
    parts[parts.length - 2] = { ...parts.at(-2)!, joined: joint === 'and' };
  }
  return parts;
}

const AT = /^(.*?)\s+(?:at|in)\s+(?!\d)(.+)$/i;
const PER = new RegExp(`^(.*\\b${NUMBER}\\b.*?)\\s+((?:per|each|every)\\b.*)$`, 'i');

/** `Driver 80 at North`, `Driver: 80`, `Driver (80)`, `80 drivers at North`, `two per clinic`. */
function headOf(text: string): Pick<Part, 'name' | 'number' | 'place'> | undefined {
  const [, written = text, place] = AT.exec(text) ?? PER.exec(text) ?? [];
  const before = inDigits(written);
  const behind = /^(1 |one |an? )?(\D*\S)\s*[: (]\s*(\d+)\)?\s*(?:people|seats)?$/i.exec(before);
  if (behind)
    return {
      name: behind[2]!.replace(/[:(]\s*$|\s+(?:with|for|of)$/i, '').trim(),
      number: Number(behind[3]),
      place,
    };
  const ahead = /^(\d+)(?: ?[x×])?(?: (\D+))?$/.exec(before);
  return ahead ? { name: ahead[2]?.trim(), number: Number(ahead[1]), place } : undefined;
}
