/** Lists as people type them, and what is named in them. Everything here throws plain errors; `firm.ts` says which answer. */
import { nearest } from '../../diagnostics/nearest.ts';

/** Something with the id under which the workspace will know it. */
export interface NamedItem {
  readonly id: string;
  readonly name: string;
}

/** `a, b; c` → its parts, the empty ones left out. */
export function itemsOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
}

export function isNone(text: string): boolean {
  return /^(?:none|no|nobody|nothing|-)?\.?$/i.test(text.trim());
}

/** What Windows keeps for itself, and what the language has built in. */
const RESERVED =
  /^(?:con|prn|aux|nul|com\d|lpt\d|online|everyone|leaders|customer-facing|behind-the-scenes)$/;
const LONGEST_ID = 48;

/** Gives ids to names, no two the same: `Café "Süd"` is `cafe-sud`; a name without Latin letters is `site-2`. */
export function giveIds(kind: string): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const plain = plainId(name);
    const id = plain === '' ? `${kind}-${taken.size + 1}` : RESERVED.test(plain) ? `${plain}-${kind}` : plain;
    let free = id;
    for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
    taken.add(free);
    return free;
  };
}

/** `Süd & Co.` → `sud-co`; empty when nothing of it can stand in an id. */
export function plainId(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
}

/** Names → named things. @throws Error when there are none, or two are the same */
export function namesOf(text: string, kind: string): NamedItem[] {
  const id = giveIds(kind);
  const names = itemsOf(text);
  const twice = names.find((name, i) => names.slice(0, i).some((other) => fold(other) === fold(name)));
  if (twice !== undefined) throw new Error(`“${twice}” is named twice`);
  return names.map((name) => ({ id: id(name), name }));
}

/**
 * The one that a word means: by name or id, or by a part of its name that no other has.
 *
 * @throws Error that names the known ones
 */
export function oneOf<T extends NamedItem>(word: string, known: readonly T[], kind: string): T {
  const wanted = fold(word);
  const same = known.find(({ id, name }) => fold(name) === wanted || id === plainId(word));
  if (same) return same;
  const like = known.filter(({ name }) => fold(name).includes(wanted));
  if (like.length === 1) return like[0]!;
  const meant = nearest(
    word,
    known.map(({ name }) => name),
  );
  const names = known.map(({ name }) => name);
  throw new Error(
    `“${word}” is no ${kind} you named: ${meant === undefined ? orList(names) : `did you mean “${meant}”?`}`,
  );
}

/** `North, South or East`; of many the first. */
export function orList(names: readonly string[]): string {
  if (names.length > 8) return `${names.slice(0, 7).join(', ')}, …`;
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}
