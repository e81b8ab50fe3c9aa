/**
 * Text with a comma inside `{ }`: YAML ends the text there and takes the rest for keys. What was one sentence
 * becomes a value and keys without one.
 */
import { isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';

export interface TornText {
  /** The key whose text was torn. */
  readonly key: string;
  /** The text as it was meant. */
  readonly text: string;
  /** Whether this piece is the first that was torn off. */
  readonly first: boolean;
}

/**
 * The text that a key of a `{ }` was torn off from; undefined where it is a key of its own.
 *
 * @param isKey whether a word is a key of this map
 */
export function tornText(map: YAMLMap, key: string, isKey: (word: string) => boolean): TornText | undefined {
  if (!map.flow) return undefined;
  const pairs = map.items;
  const here = pairs.findIndex((pair) => nameOf(pair) === key);
  if (here < 1 || !isPiece(pairs[here]!, isKey)) return undefined;
  let start = here - 1;
  while (start > 0 && isPiece(pairs[start]!, isKey)) start--;
  const { value } = pairs[start]!;
  if (!isScalar(value) || value.type !== Scalar.PLAIN || !value.source) return undefined;
  let end = here;
  while (end + 1 < pairs.length && isPiece(pairs[end + 1]!, isKey)) end++;
  const pieces = pairs.slice(start + 1, end + 1).map(textOf);
  return {
    key: nameOf(pairs[start]!),
    text: [value.source, ...pieces].join(', '),
    first: here === start + 1,
  };
}

/** No key of the language, and with nothing behind it, or with spaces in it. */
function isPiece(pair: Pair, isKey: (word: string) => boolean): boolean {
  const name = nameOf(pair);
  return !isKey(name) && (!isFilled(pair) || /\s/.test(name));
}

function isFilled({ value }: Pair): boolean {
  return value !== null && !(isScalar(value) && value.value === null && !value.source);
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.source ?? key.value) : '';
}

function textOf(pair: Pair): string {
  const { value } = pair;
  return isFilled(pair) && isScalar(value) ? `${nameOf(pair)}: ${value.source ?? value.value}` : nameOf(pair);
}
