/** People of the roster by what other systems know of them: id, then address, then name; a name of several is nobody's. */
import type { Id, Person } from '../model/model.ts';

export type Who = { readonly kind: 'person'; readonly id: Id } | { readonly kind: 'unknown' | 'several' };

/** What a row says of somebody. */
export interface Told {
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly names: readonly string[];
}

const UNKNOWN: Who = { kind: 'unknown' };

export class Persons {
  readonly #byId = new Map<string, Id>();
  readonly #byEmail = new Map<string, Id | undefined>();
  readonly #byName = new Map<string, Id | undefined>();

  constructor(people: readonly Person[]) {
    for (const { id, email, name } of people) {
      this.#byId.set(id.toLowerCase(), id);
      if (email !== undefined) once(this.#byEmail, email.toLowerCase(), id);
      if (name !== undefined) once(this.#byName, plainName(name), id);
    }
  }

  /** The first of id, address and name that is known decides. */
  find({ ids, emails, names }: Told): Who {
    for (const id of ids) {
      const found = this.#byId.get(id.toLowerCase());
      if (found !== undefined) return { kind: 'person', id: found };
    }
    for (const [words, known] of [
      [emails.map((email) => email.toLowerCase()), this.#byEmail],
      [names.flatMap(namesIn).map(plainName), this.#byName],
    ] as const) {
      for (const word of words) {
        if (word === '' || !known.has(word)) continue;
        const id = known.get(word);
        return id === undefined ? { kind: 'several' } : { kind: 'person', id };
      }
    }
    return UNKNOWN;
  }
}

/** Whatever two people have is nobody's. */
function once(known: Map<string, Id | undefined>, word: string, id: Id): void {
  if (word === '') return;
  known.set(word, known.has(word) && known.get(word) !== id ? undefined : id);
}

/** `Ada (Ada Quill)` → both; `Ada Quill (Unverified)` → the first alone. */
function namesIn(text: string): string[] {
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
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}
