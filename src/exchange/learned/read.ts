/** What was learned in shadowing, customer rooms and talks → rows of the ledger, or every reason why not, with row and column. */
import { type Day, isoDate } from '../../calendar/date.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { namesVeil } from '../../diagnostics/people-names.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Id, Model } from '../../model/model.ts';
import type { Mapping } from '../mapping.ts';
import type { DateOrder } from '../table/dates.ts';
import { readTable } from '../table/table.ts';
import { plainTitle } from '../table/titles.ts';
import type { Row, Table, TableSource } from '../table/types.ts';
import { type Dated, type DatesIn, datesIn } from './dates.ts';
import { LEARNED_FIELDS, statusOf } from './fields.ts';
import { LedgerIds } from './ids.ts';
import { type Origin, originOf } from './origin.ts';
import type { LedgerLine, Say } from './types.ts';

export interface Learned {
  readonly lines: readonly LedgerLine[];
  readonly rows: number;
  /** Whose owner is neither a role nor a department: who that is, nothing shows. */
  readonly unseenOwners: number;
  /** Stories without the date until which the customer agreed. */
  readonly untold: number;
  readonly order: DateOrder | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param plan of which sessions and their days are known; undefined where there is none yet */
export async function readLearned(
  source: TableSource,
  mapping: Mapping,
  model: Model,
  plan: Plan | undefined,
): Promise<Learned> {
  const { table, diagnostics } = await readTable(source, LEARNED_FIELDS, mapping);
  if (!table || diagnostics.length > 0) {
    return { lines: [], rows: 0, unseenOwners: 0, untold: 0, order: undefined, diagnostics };
  }
  return new LearnedReader(table, mapping, model, plan).read();
}

type Named = ReadonlyMap<Id, { readonly id: Id; readonly name: string }>;

class LearnedReader {
  readonly #table: Table;
  readonly #mapping: Mapping;
  readonly #model: Model;
  readonly #plan: Plan | undefined;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #dates: DatesIn;
  readonly #ids: LedgerIds;
  #unseenOwners = 0;
  #untold = 0;

  constructor(table: Table, mapping: Mapping, model: Model, plan: Plan | undefined) {
    this.#table = table;
    this.#mapping = mapping;
    this.#model = model;
    this.#plan = plan;
    const { starts, ends } = model.programme;
    this.#dates = datesIn(table, mapping.dates, (day) => day >= starts && day <= ends, this.#say);
    const veiled = namesVeil((model.people ?? []).map(({ name }) => name));
    this.#ids = new LedgerIds(model.actions, veiled, (row, twin, id) => {
      this.#diagnostics.push({
        code: 'duplicate-id',
        severity: 'error',
        message: `"${id}" stands twice`,
        at: row.place('id'),
        related: [{ message: 'the first one', at: twin.place('id') }],
        fix: 'give each an id of its own, or leave the column empty: then they are numbered',
      });
    });
  }

  read(): Learned {
    // Ids that are written are known before those that are left out are numbered.
    for (const row of this.#table.rows) this.#ids.know(row);
    const lines = this.#table.rows.flatMap((row) => this.#line(row) ?? []);
    return {
      lines,
      rows: this.#table.rows.length,
      unseenOwners: this.#unseenOwners,
      untold: this.#untold,
      order: this.#dates.order,
      diagnostics: this.#diagnostics.sort(byPlace),
    };
  }

  #line(row: Row): LedgerLine | undefined {
    const before = this.#diagnostics.length;
    const origin = originOf(row, this.#model, this.#plan, this.#say);
    const department = this.#department(row, origin);
    const stage = this.#id(row, 'stage', this.#model.stages, 'stage');
    const [learning, action] = [this.#text(row, 'learning'), this.#text(row, 'action')];
    const date = this.#day(row, 'date', origin?.date);
    const due = this.#day(row, 'due', dueBy(date, origin));
    const consent = this.#dates.of(row, 'consent');
    const status = this.#status(row);
    const owner = this.#owner(row);
    const story = row.cell('story');
    if (date !== undefined && due !== undefined && due < date) {
      const days = `${isoDate(due)} is before it was learned, ${isoDate(date)}`;
      this.#say(row, 'due', 'due-before-date', days, 'correct one of the two');
    }
    if (this.#diagnostics.length > before) return undefined;
    if (story !== undefined && consent === undefined) this.#untold++;
    const line = { date: isoDate(date!), department: department!, learning: learning!, action: action! };
    return {
      id: this.#ids.of(row, line),
      ...line,
      due: isoDate(due!),
      ...(origin && { session: origin.id }),
      ...(stage !== undefined && { stage }),
      ...(owner !== undefined && { owner }),
      ...(status !== undefined && { status }),
      ...(story !== undefined && { story }),
      ...(consent !== undefined && { consent: isoDate(consent) }),
    };
  }

  #department(row: Row, origin: Origin | undefined): Id | undefined {
    if (row.cell('department') === undefined && origin?.department !== undefined) return origin.department;
    const found = this.#id(row, 'department', this.#model.departments, 'department');
    if (found !== undefined || row.cell('department') !== undefined) return found;
    return this.#empty(row, 'department');
  }

  /** An entry by its id or its name, in any letters. */
  #id(row: Row, field: string, known: Named, what: string): Id | undefined {
    const text = row.cell(field);
    if (text === undefined) return undefined;
    const found = named(this.#meant(field, text), known);
    if (found !== undefined) return found;
    const near = nearest(
      text,
      [...known.values()].flatMap(({ id, name }) => [id, name]),
    );
    const ids = [...known.keys()];
    const fix = near ? `did you mean "${near}"?` : `known are ${ids.slice(0, 12).join(', ')}`;
    return this.#say(row, field, 'unknown-reference', `there is no ${what} "${text}"`, fix);
  }

  /** A role or a department by its id; anybody else as it is written: kept, and shown nowhere. */
  #owner(row: Row): string | undefined {
    const text = row.cell('owner');
    if (text === undefined) return undefined;
    const meant = this.#meant('owner', text);
    const found = named(meant, this.#model.departments) ?? named(meant, this.#model.roles);
    if (found === undefined) this.#unseenOwners++;
    return found ?? meant;
  }

  #status(row: Row): string | undefined {
    const text = row.cell('status');
    if (text === undefined) return undefined;
    return (
      statusOf(this.#meant('status', text)) ??
      this.#say(
        row,
        'status',
        'bad-status',
        `"${text}" is not known as a status`,
        `write open, done or dropped, or say in mappings/learned.yaml what it means: values: { status: { "${text}": open } }`,
      )
    );
  }

  #day(row: Row, field: Dated, usual: Day | undefined): Day | undefined {
    // What stands there and is no date has been told.
    if (row.cell(field) !== undefined) return this.#dates.of(row, field);
    return usual ?? this.#empty(row, field);
  }

  #text(row: Row, field: string): string | undefined {
    return row.cell(field)?.replace(/\s+/g, ' ') ?? this.#empty(row, field);
  }

  #empty(row: Row, field: string): undefined {
    return this.#say(row, field, 'csv-missing-cell', `this row has no ${field}`, FILLED_BY[field] ?? FILL);
  }

  #meant(field: string, text: string): string {
    return this.#mapping.values.get(field)?.get(plainTitle(text)) ?? text;
  }

  readonly #say: Say = (row, field, code, message, fix) => {
    this.#diagnostics.push({ code, severity: 'error', message, at: row.place(field), fix });
    return undefined;
  };
}

const FILL = 'fill it in, or take the row out';

const FILLED_BY: Readonly<Record<string, string>> = {
  date: 'write the day on which it was learned, or the session: then its day is known',
  department: 'write whose learning it is, or a session of one department alone',
  due: 'write the day by which it is to be done, or let the module say followUp: { withinDays: 14 }',
};

function named(text: string, known: Named): Id | undefined {
  const word = plainTitle(text);
  for (const { id, name } of known.values())
    if (plainTitle(id) === word || plainTitle(name) === word) return id;
  return undefined;
}

/** So many days after it was learned, as the module's follow-up says. */
function dueBy(date: Day | undefined, origin: Origin | undefined): Day | undefined {
  return date === undefined || origin?.withinDays === undefined ? undefined : date + origin.withinDays;
}

function byPlace({ at: a }: Diagnostic, { at: b }: Diagnostic): number {
  return a!.line - b!.line || a!.column - b!.column;
}
