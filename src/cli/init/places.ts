/** Places as people type them: `Depot North, Depot South`, `6 branches`; and which of them are meant: `each`, `per clinic`. */
import { itemsOf, type NamedItem, namesOf, oneOf } from './items.ts';
import { NUMBER, numberOf } from './numbers.ts';

const MANY = new RegExp(`^(${NUMBER}) ((?:\\p{L}+ )*\\p{L}+s)$`, 'iu');
/** `3 depots: North, South, East` names them all. */
const NAMED = new RegExp(`^\\s*${NUMBER} [\\p{L} ]+s ?(?::|\\()([^()]*)\\)?\\s*$`, 'iu');
const BEFORE_NUMBER = new RegExp(` and (?=${NUMBER} )`, 'i');
const MOST = 500;

/** @throws Error when two are the same, or there are too many */
export function sitesOf(text: string): NamedItem[] {
  const names = itemsOf(NAMED.exec(text)?.[1] ?? text)
    .flatMap((item) => item.split(BEFORE_NUMBER))
    .flatMap(spelledOut);
  return namesOf(names.join(', '), 'site');
}

/** `6 branches` → `Branch 1` to `Branch 6`; `12 Elm Gardens` is a name. */
function spelledOut(item: string): string[] {
  const [, count = '', places = ''] = MANY.exec(item) ?? [];
  const isName = places.includes(' ') && places !== places.toLowerCase();
  const number = numberOf(count);
  if (isName || !(number >= 2)) return [item];
  if (number > MOST) throw new Error(`“${item}”: at most ${MOST} places are possible`);
  const one = singular(places.toLowerCase());
  return Array.from({ length: number }, (_, i) => `${one[0]!.toUpperCase()}${one.slice(1)} ${i + 1}`);
}

/** `branches` → `branch`, `libraries` → `library` */
function singular(places: string): string {
  return places
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss|[^o]us)es$/, '$1')
    .replace(/([^su])s$/, '$1');
}

const EVERY = new RegExp(`^(?:each|every|all|per)\\b(?: of)?(?: (?:the|our))?(?: ${NUMBER})?\\s*(.*)$`, 'i');
const KIND =
  /(?:^|\s|\w)(?:place|site|location|branch|depot|clinic|shop|store|office|hub|house|library|school|hospital|station|restaurant|hotel|cent(?:er|re)|terminal|plant|practice|surgery|ward|garage|salon|gym|campus|theatre|yard|building|home|factory|caf[eé]|pharmacy|bank|museum|unit)$/;

/** Whether these words can be places: one of them, or `each`. */
export function isPlace(words: string, sites: readonly NamedItem[]): boolean {
  try {
    return placesOf(words, sites).length > 0;
  } catch {
    return false;
  }
}

/**
 * Ids of the places that are meant: one by its name, or `each`, `per clinic`: those called a clinic, or all if none is.
 *
 * @throws Error that says what to write
 */
export function placesOf(words: string, sites: readonly NamedItem[]): string[] {
  const every = EVERY.exec(words);
  if (!every || sites.some(({ name }) => name.toLowerCase() === words.toLowerCase()))
    return [oneOf(words, sites, 'place').id];
  const kind = singular(every[1]!.toLowerCase());
  if (kind === '' || kind === 'them') return sites.map(({ id }) => id);
  const called = sites.filter(({ name }) => name.toLowerCase().includes(kind));
  if (called.length === 0 && !KIND.test(kind))
    throw new Error(
      `“${words}” is no place: write how many work there in all, and at each if it is so at every place`,
    );
  return (called.length > 0 ? called : sites).map(({ id }) => id);
}
