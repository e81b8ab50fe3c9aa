/** Names of other systems → ids of the language. */
import { plainTitle } from './table/titles.ts';

const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const LONGEST = 64;
/** Letters that do not fall apart into a Latin one and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

/** `Küche & Service (Nord)` → `kuche-service-nord`; '' for a name without a Latin letter or digit. */
export function idFrom(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[ßæœøđłþðı]/g, (letter) => LETTERS[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return RESERVED.test(id) ? `${id}-1` : id;
}

/** Gives each name an id of its own; names that differ only in case, blanks and signs are one. */
export class Ids {
  readonly #word: string;
  readonly #byName = new Map<string, string>();
  readonly #taken: Set<string>;

  /** @param word what something without a Latin name is called: `role` → `role-1` @param taken ids that are others' */
  constructor(word: string, taken: Iterable<string> = []) {
    this.#word = word;
    this.#taken = new Set(taken);
  }

  /** Says which id a name has. */
  know(name: string, id: string): void {
    this.#byName.set(plainTitle(name), id);
    this.#taken.add(id);
  }

  /** @param wanted the id to take, where it is free; by default made from the name */
  of(name: string, wanted = idFrom(name)): string {
    const key = plainTitle(name) || name;
    const known = this.#byName.get(key);
    if (known !== undefined) return known;
    let id = wanted || `${this.#word}-1`;
    for (let n = 2; this.#taken.has(id); n++) id = `${(wanted || this.#word).slice(0, LONGEST - 7)}-${n}`;
    this.#byName.set(key, id);
    this.#taken.add(id);
    return id;
  }
}
