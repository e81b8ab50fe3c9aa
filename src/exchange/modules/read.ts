/** A training catalogue → modules as a workspace writes them, or every reason why not, with row and column. */
import { type Day, isoDate } from '../../calendar/date.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Model } from '../../model/model.ts';
import { Ids } from '../ids.ts';
import type { Mapping } from '../mapping.ts';
import { DateColumn } from '../table/date-order.ts';
import { type DateOrder, dayBy, isNoEnd, readDate } from '../table/dates.ts';
import { readTable } from '../table/table.ts';
import { plainTitle } from '../table/titles.ts';
import type { Row, Table, TableFound, TableSource } from '../table/types.ts';
import { audienceNamed, cadenceNamed, formatNamed, isOnce, MODULE_FIELDS } from './fields.ts';
import { lengthOf } from './lengths.ts';

export type ProposedModule = Readonly<Record<string, unknown>>;

export interface Catalogue {
  readonly found?: TableFound;
  readonly modules: Readonly<Record<string, ProposedModule>>;
  /** Trainers that the workspace does not have. */
  readonly facilitators: Readonly<Record<string, unknown>>;
  /** What was not taken, as sentences. */
  readonly notes: readonly string[];
  readonly order: DateOrder | undefined;
  readonly rows: number;
  readonly diagnostics: readonly Diagnostic[];
}

type Firm = Pick<
  Model,
  'departments' | 'roles' | 'sites' | 'themes' | 'modules' | 'facilitators' | 'programme'
>;

export async function readCatalogue(source: TableSource, mapping: Mapping, firm: Firm): Promise<Catalogue> {
  const none = { modules: {}, facilitators: {}, notes: [], order: undefined, rows: 0 };
  const { table, diagnostics } = await readTable(source, MODULE_FIELDS, mapping);
  if (!table || diagnostics.length > 0) return { ...none, ...(table && { found: table.found }), diagnostics };
  const reader = new CatalogueReader(table, mapping, firm);
  return { found: table.found, rows: table.rows.length, ...reader.read() };
}

/** Where a module's dates stand. */
const DATED = ['date', 'from', 'by'] as const;

class CatalogueReader {
  readonly #table: Table;
  readonly #mapping: Mapping;
  readonly #firm: Firm;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #notes = new Map<string, number>();
  readonly #modules: Record<string, ProposedModule> = {};
  readonly #teaches = new Map<string, string[]>();
  readonly #known: ReadonlyMap<
    string,
    { readonly kind: 'departments' | 'roles' | 'sites'; readonly id: string }
  >;
  #order: DateOrder | undefined;

  constructor(table: Table, mapping: Mapping, firm: Firm) {
    this.#table = table;
    this.#mapping = mapping;
    this.#firm = firm;
    const entries = (['sites', 'roles', 'departments'] as const).flatMap((kind) =>
      [...firm[kind].values()].flatMap(({ id, name }) =>
        [id, name].map((word) => [plainTitle(word), { kind, id }] as const),
      ),
    );
    this.#known = new Map(entries);
  }

  read(): Omit<Catalogue, 'found' | 'rows'> {
    this.#order = this.#dateOrder();
    const ids = new Ids('module', this.#firm.modules.keys());
    const there = new Map(
      [...this.#firm.modules.values()].flatMap(({ id, name }) => [
        [plainTitle(id), id],
        [plainTitle(name), id],
      ]),
    );
    for (const row of this.#table.rows) {
      const title = row.cell('title');
      if (title === undefined) {
        this.#say(
          row,
          'title',
          'csv-missing-cell',
          'this row has no title',
          'fill it in, or take the row out',
        );
        continue;
      }
      const code = row.cell('id');
      if (there.has(plainTitle(title)) || (code !== undefined && there.has(plainTitle(code)))) {
        this.#note('modules that the workspace has already were left as they are');
        continue;
      }
      const module = this.#module(row, title);
      const id = ids.of(code ?? title);
      if (this.#modules[id])
        this.#say(
          row,
          code === undefined ? 'title' : 'id',
          'duplicate-id',
          `"${code ?? title}" stands twice`,
          'give each its own code, or take one out',
        );
      else if (module) this.#modules[id] = module;
      this.#teacher(row, id);
    }
    return {
      modules: this.#modules,
      facilitators: this.#facilitators(),
      notes: [...this.#notes].map(([note, count]) => `${count} ${note}`),
      order: this.#order,
      diagnostics: this.#diagnostics,
    };
  }

  #module(row: Row, name: string): ProposedModule | undefined {
    const before = this.#diagnostics.length;
    const format = this.#word(row, 'format', formatNamed, 'a form', 'workshop');
    const audience = this.#audience(row);
    const minutes = this.#minutes(row);
    const when = this.#when(row);
    const seats = this.#number(row, 'seats');
    const themes = this.#themes(row);
    const outcome = row.cell('outcome');
    if (this.#diagnostics.length > before) return undefined;
    return {
      name: name.slice(0, 200),
      audience,
      minutes,
      format,
      ...(seats !== undefined && { seats }),
      when,
      ...(themes.length > 0 && { themes }),
      ...(outcome !== undefined && { outcome: outcome.slice(0, 4000) }),
    };
  }

  #audience(row: Row): unknown {
    const text = row.cell('audience');
    if (text === undefined) {
      this.#note('modules without an audience are for everyone');
      return 'everyone';
    }
    const meant = (word: string): string =>
      this.#mapping.values.get('audience')?.get(plainTitle(word)) ?? word;
    const whole = audienceNamed(meant(text));
    if (whole) return whole;
    const words = this.#known.has(plainTitle(meant(text)))
      ? [text]
      : text.split(/[,;/|\n]+/).map((word) => word.trim());
    const parts: Record<string, string[]> = {};
    for (const word of words.filter((one) => one !== '')) {
      const found = this.#known.get(plainTitle(meant(word)));
      if (!found) {
        const near = nearest(
          word,
          [...this.#firm.departments.values(), ...this.#firm.roles.values()].map(({ name }) => name),
        );
        const fix = near
          ? `did you mean "${near}"? Or say in the mapping what it is`
          : 'say in the mapping what it is';
        return this.#say(
          row,
          'audience',
          'unknown-reference',
          `there is no department, job or site "${word}"`,
          `${fix}: values: { audience: { …: finance } }`,
        );
      }
      parts[found.kind] = [...(parts[found.kind] ?? []), found.id];
    }
    if (parts.departments && parts.roles) {
      return this.#say(
        row,
        'audience',
        'mixed-audience',
        `"${text}" names departments and jobs, and whoever is meant would have to be both`,
        'make a row for the departments and another for the jobs',
      );
    }
    return parts;
  }

  #minutes(row: Row): number | undefined {
    const field = (['minutes', 'hours', 'duration'] as const).find((one) => row.cell(one) !== undefined);
    if (field === undefined)
      return this.#say(
        row,
        'minutes',
        'csv-missing-cell',
        `"${row.cell('title')}" has no length`,
        'fill it in, such as 90 min or 1.5 h',
      );
    const text = row.cell(field)!;
    const length = lengthOf(text, field);
    if (typeof length === 'number') return length;
    return this.#say(row, field, 'bad-minutes', length.problem, length.fix);
  }

  #when(row: Row): unknown {
    const { starts, ends } = this.#firm.programme;
    const [date, from, by] = DATED.map((field) => this.#day(row, field));
    const rhythm = row.cell('every');
    const every =
      rhythm === undefined || isOnce(rhythm)
        ? undefined
        : this.#word(row, 'every', cadenceNamed, 'a rhythm', undefined);
    if (date !== undefined) {
      if (date < starts || date > ends) return this.#outside(row, 'date', date);
      return { date: isoDate(date) };
    }
    if (from !== undefined && by !== undefined && by < from)
      return this.#say(
        row,
        'by',
        'window-ends-first',
        `it ends on ${isoDate(by)}, before it begins on ${isoDate(from)}`,
        'correct one of the two',
      );
    if ((from ?? starts) > ends) return this.#outside(row, 'from', from!);
    if ((by ?? ends) < starts) return this.#outside(row, 'by', by!);
    const window = {
      ...(from !== undefined && from > starts && { from: isoDate(from) }),
      ...(by !== undefined && by < ends && { by: isoDate(by) }),
    };
    if (every) return { every, ...window };
    return { from: isoDate(Math.max(from ?? starts, starts)), by: isoDate(Math.min(by ?? ends, ends)) };
  }

  #outside(row: Row, field: string, day: Day): undefined {
    const { starts, ends } = this.#firm.programme;
    return this.#say(
      row,
      field,
      'date-outside',
      `${isoDate(day)} lies outside the programme (${isoDate(starts)} to ${isoDate(ends)})`,
      'take the row out, or plan that year',
    );
  }

  #day(row: Row, field: string): Day | undefined {
    const text = row.cell(field);
    const date = text === undefined || isNoEnd(text) ? undefined : readDate(text);
    return date && dayBy(date, this.#order);
  }

  /** The order of all dates together; what is no date is told. */
  #dateOrder(): DateOrder | undefined {
    const column = new DateColumn();
    const first = new Map<number, { row: Row; field: string }>();
    this.#table.rows.forEach((row, i) => {
      for (const field of DATED) {
        const text = row.cell(field);
        if (text === undefined || isNoEnd(text)) continue;
        if (!first.has(i)) first.set(i, { row, field });
        if (!column.see(text, i))
          this.#say(row, field, 'bad-date', `"${text}" is no date`, 'write it as 2027-03-02');
      }
    });
    const { starts, ends } = this.#firm.programme;
    const titles = DATED.flatMap((field) =>
      this.#table.columns.has(field)
        ? [this.#table.found.header[this.#table.found.columns.get(field)!]!]
        : [],
    );
    const decision = column.decide(
      titles.join('" and "'),
      this.#mapping.dates,
      (day) => day >= starts && day <= ends,
    );
    if ('order' in decision) return decision.order;
    const { row, field } = first.get(decision.lines[0]!)!;
    return this.#say(row, field, 'ambiguous-date', decision.problem, decision.fix);
  }

  #word<T extends string>(
    row: Row,
    field: string,
    named: (text: string) => T | undefined,
    what: string,
    usual: T | undefined,
  ): T | undefined {
    const text = row.cell(field);
    if (text === undefined) return usual;
    const found = named(this.#mapping.values.get(field)?.get(plainTitle(text)) ?? text);
    return (
      found ??
      this.#say(
        row,
        field,
        'wrong-value',
        `"${text}" is not known as ${what}`,
        `say in the mapping what it means: values: { ${field}: { …: ${usual ?? 'month'} } }`,
      )
    );
  }

  #number(row: Row, field: string): number | undefined {
    const text = row.cell(field);
    if (text === undefined || /^(?:-|unlimited|unbegrenzt|illimité|n\/a)$/i.test(text)) return undefined;
    const number = Number(text);
    if (Number.isInteger(number) && number > 0 && number <= 10_000) return number;
    return this.#say(
      row,
      field,
      'wrong-value',
      `"${text}" is no number of people`,
      'write a whole number, or leave it empty',
    );
  }

  #themes(row: Row): string[] {
    const words = (row.cell('themes') ?? '')
      .split(/[,;|]/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
    return words.flatMap((word) => {
      const meant = this.#mapping.values.get('themes')?.get(plainTitle(word)) ?? word;
      const found = [...this.#firm.themes.values()].find(({ id, name }) =>
        [id, name].some((one) => plainTitle(one) === plainTitle(meant)),
      );
      if (found) return found.id;
      this.#note('topics that are no theme of the workspace were left out');
      return [];
    });
  }

  #teacher(row: Row, module: string): void {
    const name = row.cell('trainer');
    if (name === undefined || !this.#modules[module]) return;
    this.#teaches.set(name, [...(this.#teaches.get(name) ?? []), module]);
  }

  /** New trainers teach what the catalogue says; those of the workspace are left as they are. */
  #facilitators(): Record<string, unknown> {
    const known = new Set(
      [...this.#firm.facilitators.values()].flatMap(({ id, name }) => [plainTitle(id), plainTitle(name)]),
    );
    const ids = new Ids('trainer', this.#firm.facilitators.keys());
    const added: Record<string, unknown> = {};
    for (const [name, teaches] of this.#teaches) {
      if (known.has(plainTitle(name)))
        this.#note('trainers that the workspace has already: see to it that they teach what is new');
      else added[ids.of(name)] = { name, kind: 'trainer', teaches };
    }
    return added;
  }

  #note(note: string): void {
    this.#notes.set(note, (this.#notes.get(note) ?? 0) + 1);
  }

  #say(row: Row, field: string, code: string, message: string, fix: string): undefined {
    this.#diagnostics.push({
      code,
      severity: 'error',
      message,
      at: row.place(this.#table.columns.has(field) ? field : undefined),
      fix,
    });
    return undefined;
  }
}
