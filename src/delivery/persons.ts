/** People of the roster by what other systems know of them: id, then address, then name; a name of several is nobody's. */
import type { Id, Person } from '../model/model.ts';

export type PersonMatch =
  | { readonly kind: 'person'; readonly id: Id }
  | { readonly kind: 'unknown' | 'several' };

/** What a row says of somebody; '' says nothing. */
export interface PersonClues {
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly names: readonly string[];
}

const UNKNOWN: PersonMatch = { kind: 'unknown' };

export class Persons {
  readonly #byId = new Map<string, Id>();
  readonly #byEmail = new Map<string, Id | undefined>();
  /** Made when somebody is looked for by name. */
  #byName: Map<string, Id | undefined> | undefined;
  readonly #people: readonly Person[];

  constructor(people: readonly Person[]) {
    this.#people = people;
    for (const { id, email } of people) {
      this.#byId.set(id.toLowerCase(), id);
      if (email !== undefined) once(this.#byEmail, email.toLowerCase(), id);
    }
  }

  /** The first of id, address and name that is known decides. */
  find({ ids, emails, names }: PersonClues): PersonMatch {
    for (const id of ids) {
      if (id === '') continue;
      const found = this.#byId.get(id.toLowerCase());
      if (found !== undefined) return { kind: 'person', id: found };
    }
    return (
      known(emails, (email) => email.toLowerCase(), this.#byEmail) ??
      (names.some((name) => name !== '')
        ? known(names.flatMap(namesIn), plainName, this.#names())
        : undefined) ??
      UNKNOWN
    );
  }

  #names(): ReadonlyMap<string, Id | undefined> {
    if (this.#byName) return this.#byName;
    const found = new Map<string, Id | undefined>();
    for (const { id, name } of this.#people) if (name !== undefined) once(found, plainName(name), id);
    this.#byName = found;
    return found;
  }
}

/** The first of these words that is known: of one person, or of several. */
function known(
  words: readonly string[],
  plain: (word: string) => string,
  map: ReadonlyMap<string, Id | undefined>,
): PersonMatch | undefined {
  for (const word of words) {
    const key = plain(word);
    if (key === '' || !map.has(key)) continue;
    const id = map.get(key);
    return id === undefined ? { kind: 'several' } : { kind: 'person', id };
  }
  return undefined;
}

/** Whatever two people have is nobody's. */
function once(known: Map<string, Id | undefined>, word: string, id: Id): void {
  if (word === '') return;
  known.set(word, known.has(word) && known.get(word) !== id ? undefined : id);
}

/** `Ada (Ada Quill)` → both; `Ada Quill (Unverified)` → the first alone. */
function namesIn(text: string): string[] {
  if (!/[([]/.test(text)) return [text];
  const bare = text.replace(
    /\s*[([](?:unverified|external|guest|extern|gast|nicht überprüft|non vérifié|invité|externo|invitado)[^)\]]*[)\]]/gi,
    '',
  );
  const inner = /[([]([^)\]]+)[)\]]/.exec(bare)?.[1];
  const outer = bare.replace(/\s*[([][^)\]]*[)\]]/g, '');
  return inner === undefined ? [outer] : [inner, outer];
}

/** Words of a name in one order, small, without accents: `Quill, Ada` is `Ada Quill`. */
export function plainName(name: string): string {
  const small = /^[ -~]*$/.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{M}+/gu, '')
        .replaceAll('ß', 'ss');
  return small
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}
