/** How many of what, and where: `Driver 80 at North + 65 at South, Duty manager 3 at each`. */
import { itemsOf, type NamedItem, oneOf } from './items.ts';

export interface HeadsBySite {
  readonly name: string;
  /** Site id → how many. */
  readonly at: ReadonlyMap<string, number>;
}

const EACH = /^(?:each|every|all)(?: (?:place|site|of them))?s?$/i;
/** What joins places of one thing: a plus, or an “and” before a number. */
const JOINT = /\s*\+\s*|\s+and\s+(?=\d)/;

/**
 * Reads a list of things with their numbers and places. Without a place something is where the one before it is; the
 * first at `home`, or at the only site.
 *
 * @param kind what one is called in messages, with an example: `job`, `Driver 12`
 * @throws Error that says what to write
 */
export function countedOf(
  text: string,
  sites: readonly NamedItem[],
  { kind, example, most }: { readonly kind: string; readonly example: string; readonly most: number },
): HeadsBySite[] {
  let before: readonly string[] = sites.length === 1 ? [sites[0]!.id] : [];
  return itemsOf(text).map((item) => {
    const at = new Map<string, number>();
    const [first = '', ...more] = item.split(JOINT);
    const head = headOf(first);
    if (head === undefined)
      throw new Error(`“${item}” does not say how many: write a ${kind} and a number, such as ${example}`);
    for (const { number, place } of [head, ...more.map((part) => placeOf(part, example))]) {
      before = place === undefined ? before : placesOf(place, sites);
      if (before.length === 0) {
        const [some = '', other = ''] = sites.map((site) => site.name);
        throw new Error(
          `“${item}” does not say where: ${head.name} ${number} at ${some}, or ${head.name} 3 at ${some} + 4 at ${other}, or ${head.name} 3 at each`,
        );
      }
      if (!(number >= 1 && number <= most)) throw new Error(`“${item}”: from 1 to ${most} are possible`);
      for (const site of before) at.set(site, (at.get(site) ?? 0) + number);
    }
    return { name: head.name, at };
  });
}

function placesOf(place: string, sites: readonly NamedItem[]): string[] {
  if (EACH.test(place)) return sites.map(({ id }) => id);
  return [oneOf(place, sites, 'place').id];
}

interface Head {
  readonly name: string;
  readonly number: number;
  readonly place: string | undefined;
}

/** `Driver 80 at North`, `Driver: 80`, `Driver (80)`, `80 drivers at North`. */
function headOf(text: string): Head | undefined {
  const [before = '', ...rest] = text.split(/\s+(?:at|in)\s+(?!\d)/i);
  const place = rest.length === 0 ? undefined : rest.join(' at ');
  const behind = /^(\D*\S)\s*[: (]\s*(\d+)\)?\s*(?:people|seats)?$/.exec(before);
  if (behind) return { name: behind[1]!.replace(/[:(]\s*$/, '').trim(), number: Number(behind[2]), place };
  const ahead = /^(\d+)(?: ?[x×])? (\D+)$/.exec(before);
  return ahead ? { name: ahead[2]!.trim(), number: Number(ahead[1]), place } : undefined;
}

/** `65 at South`, `65 South` */
function placeOf(text: string, example: string): Pick<Head, 'number' | 'place'> {
  const match = /^(\d+)(?: (?:at|in))? (.+)$/i.exec(text);
  if (!match)
    throw new Error(`“${text}” after a + is no number and place: write it as ${example} at A + 5 at B`);
  return { number: Number(match[1]), place: match[2]! };
}
