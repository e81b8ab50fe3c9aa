/** Titles of columns: comparing them as people do, and finding the row that holds them. */
import { append } from '../../collections/lists.ts';
import type { Field, RawRecord, TableForm } from './types.ts';

/** `E-Mail-Adresse *` → `emailadresse`, `Straße` → `strasse`: no case, blanks, accents, signs. */
export function plainTitle(title: string): string {
  // Most words that are asked for have nothing else.
  if (/^[a-z0-9]*$/i.test(title)) return title.toLowerCase();
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same without what stands in brackets: `Name (Original Name)` → `name`. */
export function bareTitle(title: string): string {
  return plainTitle(title.replace(/[([{][^)\]}]*[)\]}]/g, ''));
}

function hasBracket(title: string): boolean {
  return /[([{]/.test(title);
}

export interface Titles {
  /** Our name of a column → its index. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns whose title stands twice: our name → both indexes. */
  readonly twice: ReadonlyMap<string, readonly [number, number]>;
}

/**
 * Which of the fields these titles name. A field takes the title that stands first in its list of names; a title
 * serves one field, the first that asks for it by a whole title before one that asks without brackets.
 */
export function titlesIn(header: readonly string[], fields: readonly Field[], form: TableForm = {}): Titles {
  const plain = header.map(plainTitle);
  const whole = indexed(plain);
  const bare = header.some(hasBracket)
    ? indexed(header.map((title, i) => (hasBracket(title) ? bareTitle(title) : plain[i]!)))
    : undefined;
  const columns = new Map<string, number>();
  const twice = new Map<string, readonly [number, number]>();
  const taken = new Set<number>();
  const take = (id: string, found: readonly number[]): void => {
    const [first, second] = found.filter((index) => !taken.has(index));
    if (first === undefined) return;
    if (second !== undefined) twice.set(id, [first, second]);
    columns.set(id, first);
    taken.add(first);
  };
  const said = (field: Field): string | undefined => form.columns?.[field.id];
  for (const field of fields) {
    const title = said(field);
    if (title !== undefined) take(field.id, whole.get(plainTitle(title)) ?? []);
  }
  for (const known of bare ? [whole, bare] : [whole]) {
    for (const field of fields) {
      if (columns.has(field.id) || said(field) !== undefined) continue;
      for (const name of plainNames(field)) {
        const found = known.get(name);
        if (!found) continue;
        take(field.id, found);
        if (columns.has(field.id)) break;
      }
    }
  }
  return { columns, twice };
}

const namesOf = new WeakMap<Field, readonly string[]>();

/** What a field is called, ready to be compared: worked out once. */
function plainNames(field: Field): readonly string[] {
  let names = namesOf.get(field);
  if (!names) {
    names = [field.id, ...(field.names ?? [])].map(plainTitle);
    namesOf.set(field, names);
  }
  return names;
}

function indexed(titles: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  titles.forEach((title, i) => {
    if (title === '') return;
    append(found, title, i);
  });
  return found;
}

export interface HeaderRow extends Titles {
  readonly record: RawRecord;
  /** Index of the record. */
  readonly index: number;
}

/**
 * The row that names most of the fields, the first of several; undefined where none names any. Programs write titles,
 * sums and meetings' data before it.
 */
export function headerRow(
  records: readonly RawRecord[],
  fields: readonly Field[],
  form: TableForm = {},
): HeaderRow | undefined {
  let best: HeaderRow | undefined;
  let most = 0;
  records.forEach((record, index) => {
    const titles = titlesIn(record.cells, fields, form);
    const needed = fields.filter(({ id, required }) => required && titles.columns.has(id)).length;
    const score = titles.columns.size + needed * 2;
    if (score <= most) return;
    most = score;
    best = { ...titles, record, index };
  });
  return best;
}
