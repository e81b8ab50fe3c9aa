/**
 * Users of SCIM as CSV text: our columns first, as far as the standard has them, then every other attribute by its name, for
 * `columns:` to choose from. Whoever is not active is left out, as somebody who has gone.
 */
import { isMap } from '../../../collections/is-map.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { attribute, type ScimUser, scimCells, scimUsers, textOf } from '../../../exchange/table/scim.ts';
import type { TableSource } from '../../../exchange/table/types.ts';
import { csvLine } from './lines.ts';
import type { CsvText } from './types.ts';

/** @throws TableProblem */
export function scimAsCsv(source: TableSource, bytes: Buffer): CsvText {
  const users = scimUsers(source);
  const rows = users.map(cellsOf);
  // A manager is named by the id of the server, people by their number where they have one.
  const ids = new Map(users.map((user, i) => [textOf(attribute(user, 'id')), rows[i]!.get('id')!]));
  const titles = new Map(rows.flatMap((row) => [...row.keys()].map((title) => [title, title])));
  const lines = rows.map((row, i) => {
    if (attribute(users[i]!, 'active') === false) return '';
    const manager = row.get('manager') ?? '';
    row.set('manager', ids.get(manager) ?? manager);
    return csvLine([...titles.keys()].map((title) => row.get(title) ?? ''));
  });
  const text = [csvLine([...titles.keys()]), ...lines, ''].join('\n');
  const start = { from: 0, line: 0, delimiter: ',', places: new UserPlaces(source.file, bytes) };
  return { bytes: Buffer.from(text), start, isMade: true, diagnostics: [] };
}

/** Attributes in small letters, as their names are compared without case. */
function cellsOf(user: ScimUser): Map<string, string> {
  const { id, role, site, manager } = scimCells(user);
  const cells = new Map(
    Object.entries({ id, role, site, name: nameOf(user), email: emailOf(user), manager }),
  );
  const extensions = Object.entries(user).flatMap(([key, value]) =>
    /^urn:/i.test(key) && isMap(value) ? [value] : [],
  );
  for (const map of [user, ...extensions]) {
    for (const [key, value] of Object.entries(map)) {
      const name = key.toLowerCase();
      const text = textOf(value);
      if (!cells.has(name) && text !== '' && !/^urn:/.test(name)) cells.set(name, text);
    }
  }
  return cells;
}

function nameOf(user: ScimUser): string {
  const name = attribute(user, 'name');
  const part = (key: string): string => textOf(isMap(name) ? attribute(name, key) : undefined);
  const both = `${part('givenname')} ${part('familyname')}`.trim();
  return textOf(attribute(user, 'displayname')) || part('formatted') || both;
}

/** The primary address, or the first. */
function emailOf(user: ScimUser): string {
  const written = attribute(user, 'emails');
  const emails = (Array.isArray(written) ? written : []).filter(isMap);
  const one = emails.find((email) => attribute(email, 'primary') === true) ?? emails[0];
  return one ? textOf(attribute(one, 'value')) : '';
}

/** Where the userName of a user stands, for every cell of theirs; the file is looked through when first asked. */
class UserPlaces {
  readonly #file: string;
  readonly #bytes: Buffer;
  #found: readonly Place[] | undefined;

  constructor(file: string, bytes: Buffer) {
    this.#file = file;
    this.#bytes = bytes;
  }

  /** @param number of the user, from 1; of the titles 0 */
  of(number: number): Place {
    this.#found ??= this.#look();
    return { ...(this.#found[number - 1] ?? { file: this.#file, line: 1, column: 1 }) };
  }

  lineOf(number: number): number {
    return this.of(number).line;
  }

  #look(): Place[] {
    const places: Place[] = [];
    for (const [i, line] of this.#bytes.toString().split('\n').entries()) {
      // Inside of a text the quotes would be written \".
      for (const { index, 0: word } of line.matchAll(/"userName"(?=\s*:)/gi))
        places.push({ file: this.#file, line: i + 1, column: index + 1, endColumn: index + 1 + word.length });
    }
    return places;
  }
}
