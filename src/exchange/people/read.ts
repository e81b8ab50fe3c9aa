/** An HR export, whatever wrote it → the firm as it proposes it, or every reason why not. */
import type { Day } from '../../calendar/date.ts';
import { decimal } from '../../calendar/say.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Mapping } from '../mapping.ts';
import { headOf } from '../table/bytes.ts';
import { Places } from '../table/places.ts';
import { scanTable } from '../table/read.ts';
import { isJson } from '../table/scim.ts';
import { type TableFound, TableProblem, type TableSource } from '../table/types.ts';
import { Codes } from './columns.ts';
import { type Count, countStaff } from './count.ts';
import { PEOPLE_FIELDS } from './fields.ts';
import { type KnownFirm, type Proposal, proposeFirm } from './proposal.ts';
import { scanScim } from './scim.ts';
import { type CodedField, Staff } from './tally.ts';

export interface PeopleImport {
  /** Undefined for SCIM, and where nothing could be read. */
  readonly found?: TableFound;
  readonly count?: Count;
  readonly proposal?: Proposal;
  readonly rows: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PeopleOptions {
  readonly mapping: Mapping;
  /** The day on which people are counted. */
  readonly asOf: Day;
  readonly skipIncomplete: boolean;
  readonly firm: KnownFirm;
}

/** Different words that a column may hold; the product of these is below 2^53. */
const MOST: Readonly<Record<CodedField, number>> = {
  department: 10_000,
  role: 50_000,
  site: 10_000,
  shift: 1_000,
  level: 5_000,
  joined: 60_000,
  left: 60_000,
  status: 5_000,
  deleted: 5_000,
};

export async function readPeople(source: TableSource, options: PeopleOptions): Promise<PeopleImport> {
  const { mapping, asOf, skipIncomplete, firm } = options;
  let places = new Places(source);
  const codesOf = (field: CodedField): Codes =>
    new Codes(MOST[field], (line) => tooMany(field, places, line));
  let staff = new Staff(codesOf);
  const read = await scanned(
    source,
    mapping,
    () => staff,
    () => {
      staff = new Staff(codesOf);
    },
  );
  places = read.places;
  if (read.diagnostics.length > 0 || read.rows === 0) {
    const none = read.diagnostics.length > 0 ? [] : [nobody(source)];
    return { ...read, diagnostics: [...read.diagnostics, ...none] };
  }
  const count = countStaff(staff, {
    asOf,
    dates: mapping.dates,
    skipIncomplete,
    titleOf: (field) => places.named(field),
  });
  if (count.problems.length > 0) {
    const diagnostics = count.problems.map(
      ({ line, field, ...said }): Diagnostic => ({ severity: 'error', ...said, at: places.of(line, field) }),
    );
    return { ...read, count, diagnostics };
  }
  const leads = [...Array(staff.rows).keys()].some(
    (row) => staff.managers.has(staff.ids.get(row)) && staff.ids.get(row) !== 0,
  );
  return { ...read, count, proposal: proposeFirm(count.posts, mapping, firm, leads), diagnostics: [] };
}

interface Reading {
  readonly found?: TableFound;
  readonly rows: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly places: Places;
}

/** @param staffNow takes in rows @param again forgets them, where the file is read anew */
async function scanned(
  source: TableSource,
  mapping: Mapping,
  staffNow: () => Staff,
  again: () => void,
): Promise<Reading> {
  if (!isJson(headOf(source))) {
    const { found, rows, diagnostics, places } = await scanTable(
      source,
      PEOPLE_FIELDS,
      mapping,
      (cells, line) => staffNow().add(cells, line),
      again,
    );
    return { ...(found && { found }), rows, diagnostics, places };
  }
  const places = new Places(source);
  try {
    return { rows: scanScim(source, (cells, line) => staffNow().add(cells, line)), diagnostics: [], places };
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    return { rows: 0, diagnostics: [error.diagnostic], places };
  }
}

function tooMany(field: CodedField, places: Places, line: number): TableProblem {
  return new TableProblem(
    'too-many-values',
    `the column "${places.named(field)}" holds more than ${decimal(MOST[field])} different values by line ${line}: is it the ${field}?`,
    places.of(line, field),
    `say which column it is: --column ${field}="<its title>"`,
  );
}

function nobody({ file }: TableSource): Diagnostic {
  return {
    code: 'csv-empty',
    severity: 'error',
    message: `${file} names its columns, and nobody stands below them`,
    at: { file, line: 1, column: 1 },
    fix: 'export it again with its rows',
  };
}
