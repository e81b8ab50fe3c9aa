/**
 * Rows of an HR export → how many people hold which job where. Nobody is kept: of each row there are a few small
 * numbers, so that a million people fit into the memory of a small machine.
 */
import { type Codes, Column } from './columns.ts';
import { PEOPLE_FIELDS } from './fields.ts';

/** Fields of which a row keeps the code of its text. */
export const CODED = [
  'department',
  'role',
  'site',
  'shift',
  'level',
  'joined',
  'left',
  'status',
  'deleted',
] as const;

export type CodedField = (typeof CODED)[number];

/** Rows as columns of codes: `codes[field].texts[columns[field].get(row)]` is the cell. */
export class Staff {
  readonly codes: Readonly<Record<CodedField, Codes>>;
  readonly columns: Readonly<Record<CodedField, Column<Int32Array>>>;
  readonly lines = new Column(Int32Array);
  /** Of each row a number made from its id; 0 without one. */
  readonly ids = new Column(Float64Array);
  readonly managers = new Set<number>();
  readonly #slots = Object.fromEntries(PEOPLE_FIELDS.map(({ id }, slot) => [id, slot])) as Record<
    string,
    number
  >;

  /** @param codesOf makes the dictionary of a field */
  constructor(codesOf: (field: CodedField) => Codes) {
    this.codes = Object.fromEntries(CODED.map((field) => [field, codesOf(field)])) as Record<
      CodedField,
      Codes
    >;
    this.columns = Object.fromEntries(CODED.map((field) => [field, new Column(Int32Array)])) as Record<
      CodedField,
      Column<Int32Array>
    >;
  }

  get rows(): number {
    return this.lines.length;
  }

  /** Takes in a row: its cells by field of {@link PEOPLE_FIELDS}. */
  add(cells: readonly string[], line: number): void {
    for (const field of CODED) {
      this.columns[field].push(this.codes[field].code(cells[this.#slots[field]!]!, line));
    }
    this.lines.push(line);
    this.ids.push(idNumber(cells[this.#slots.id!]!));
    const manager = cells[this.#slots.manager!]!;
    if (manager !== '' && this.managers.size < MOST_MANAGERS) this.managers.add(idNumber(manager));
  }

  /** The text of a field in a row. */
  text(field: CodedField, row: number): string {
    return this.codes[field].texts[this.columns[field].get(row)]!;
  }
}

/** Whoever leads people is one in some; more would be no managers. */
const MOST_MANAGERS = 300_000;

/**
 * 53 bits of an id (two rounds of FNV-1a): enough to tell a million of them apart but once in 18,000 times, and then
 * one person counts as a second row of another.
 */
export function idNumber(id: string): number {
  if (id === '') return 0;
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995) ^ (other >>> 13);
  }
  return (one >>> 0) * 2_097_152 + ((other >>> 0) & 2_097_151);
}
