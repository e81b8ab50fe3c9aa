/** Who works here on a day: rows that have not ended, each person once; and what is wrong with the others. */
import { type Day, isoDate } from '../../calendar/date.ts';
import { decimal } from '../../calendar/say.ts';
import { DateColumn } from '../table/date-order.ts';
import { type DateOrder, dayBy, isNoEnd, readDate } from '../table/dates.ts';
import { plainTitle } from '../table/titles.ts';
import type { Codes } from './columns.ts';
import { isGone, isSet } from './fields.ts';
import type { CodedField, Staff } from './tally.ts';

/** People with one job at one place on one shift, in the words of the export. */
export interface PostCount {
  readonly department: string;
  readonly role: string;
  readonly site: string;
  readonly shift: string;
  people: number;
  /** Of them, those to whom others report. */
  leading: number;
  /** Of them, those who came within the twelve months before. */
  recent: number;
  readonly levels: Map<string, number>;
}

/** What is wrong, with the first line and field of it. */
export interface RowProblem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly field: CodedField;
  readonly fix: string;
}

export interface Count {
  readonly posts: readonly PostCount[];
  readonly people: number;
  /** Rows of those who have left, or come later. */
  readonly gone: number;
  readonly later: number;
  /** Further rows of people who have been counted: second jobs. */
  readonly again: number;
  readonly problems: readonly RowProblem[];
  /** How each column of dates was read, where that had to be decided. */
  readonly order: DateOrder | undefined;
}

export interface CountOptions {
  readonly asOf: Day;
  readonly dates: DateOrder | undefined;
  /** Counts only rows that are whole. */
  readonly skipIncomplete: boolean;
  /** Title of a column in the file. */
  readonly titleOf: (field: CodedField) => string;
}

const YEAR = 365;
/** Who has no first day, or none that means one, has always been here. */
const LONG_AGO = -1_000_000_000;

export function countStaff(staff: Staff, options: CountOptions): Count {
  const problems: RowProblem[] = [];
  const orders = (['joined', 'left'] as const).map((field) =>
    orderOf(staff.codes[field], field, options, problems),
  );
  const order = orders.find((one) => one !== undefined);
  if (problems.length > 0) return { posts: [], people: 0, gone: 0, later: 0, again: 0, problems, order };
  const state = new States(staff, order, options.asOf);
  const twice = idsTwice(staff);
  const seen = new Set<number>();
  const posts = new Posts(staff);
  const incomplete = { department: [] as number[], role: [] as number[] };
  const tally = { people: 0, gone: 0, later: 0, again: 0 };
  for (let row = 0; row < staff.rows; row++) {
    const is = state.of(row);
    if (is !== 'here') {
      tally[is]++;
      continue;
    }
    const id = staff.ids.get(row);
    if (twice.has(id)) {
      if (seen.has(id)) {
        tally.again++;
        continue;
      }
      seen.add(id);
    }
    const lacks = (['department', 'role'] as const).find((field) => staff.columns[field].get(row) === 0);
    if (lacks) incomplete[lacks].push(staff.lines.get(row));
    else {
      tally.people++;
      posts.add(row, staff.managers.has(id) && id !== 0, state.isRecent(row));
    }
  }
  if (!options.skipIncomplete) problems.push(...lacking(incomplete, options));
  return { ...tally, posts: posts.all(), problems, order };
}

/** The order of a column of dates, when it is needed; what is no date is a problem. */
function orderOf(
  codes: Codes,
  field: 'joined' | 'left',
  { dates, titleOf }: CountOptions,
  problems: RowProblem[],
): DateOrder | undefined {
  const column = new DateColumn();
  const wrong: number[] = [];
  codes.texts.forEach((text, code) => {
    if (text === '' || isNoEnd(text)) return;
    if (!column.see(text, codes.lines[code]!)) wrong.push(code);
  });
  const title = titleOf(field);
  if (wrong.length > 0) {
    const [first] = wrong;
    const more = wrong.length > 1 ? `, nor are ${wrong.length - 1} other values of the column` : '';
    problems.push({
      code: 'bad-date',
      message: `"${codes.texts[first!]}" in the column "${title}" is no date${more}`,
      line: codes.lines[first!]!,
      field,
      fix: 'write it as 2027-03-02, or leave the cell empty',
    });
    return undefined;
  }
  const decision = column.decide(title, dates);
  if ('order' in decision) return decision.order;
  const { problem, fix, lines } = decision;
  problems.push({ code: 'ambiguous-date', message: problem, line: lines[0]!, field, fix });
  return undefined;
}

type State = 'here' | 'gone' | 'later';

/** Whether the person of a row works here: worked out once for each different cell. */
class States {
  readonly #staff: Staff;
  readonly #gone: Readonly<Record<'status' | 'deleted' | 'left', Uint8Array>>;
  readonly #joined: Int32Array;
  readonly #asOf: Day;

  constructor(staff: Staff, order: DateOrder | undefined, asOf: Day) {
    const { status, deleted, left, joined } = staff.codes;
    const dayIn = (text: string): Day | undefined => {
      const date = text === '' || isNoEnd(text) ? undefined : readDate(text);
      return date && dayBy(date, order);
    };
    this.#staff = staff;
    this.#asOf = asOf;
    this.#gone = {
      status: Uint8Array.from(status.texts, (text) => (isGone(plainTitle(text)) ? 1 : 0)),
      deleted: Uint8Array.from(deleted.texts, (text) => (isSet(plainTitle(text)) ? 1 : 0)),
      left: Uint8Array.from(left.texts, (text) => ((dayIn(text) ?? asOf) < asOf ? 1 : 0)),
    };
    this.#joined = Int32Array.from(joined.texts, (text) => dayIn(text) ?? LONG_AGO);
  }

  of(row: number): State {
    const { columns } = this.#staff;
    const { status, deleted, left } = this.#gone;
    if (status[columns.status.get(row)] || deleted[columns.deleted.get(row)] || left[columns.left.get(row)])
      return 'gone';
    return this.#dayOf(row) > this.#asOf ? 'later' : 'here';
  }

  /** Whether the person came within the year before. */
  isRecent(row: number): boolean {
    const code = this.#staff.columns.joined.get(row);
    return code !== 0 && this.#dayOf(row) > this.#asOf - YEAR;
  }

  #dayOf(row: number): Day {
    const code = this.#staff.columns.joined.get(row);
    return code === 0 ? Number.NEGATIVE_INFINITY : this.#joined[code]!;
  }
}

/** Numbers of ids that stand in several rows. */
function idsTwice(staff: Staff): Set<number> {
  const sorted = staff.ids.sorted();
  const twice = new Set<number>();
  for (let i = 1; i < sorted.length; i++)
    if (sorted[i] === sorted[i - 1] && sorted[i] !== 0) twice.add(sorted[i]!);
  return twice;
}

/** People by department, role, site and shift. */
class Posts {
  readonly #staff: Staff;
  readonly #posts = new Map<number, PostCount>();
  readonly #sizes: readonly [number, number, number];

  constructor(staff: Staff) {
    this.#staff = staff;
    const { role, site, shift } = staff.codes;
    this.#sizes = [role.texts.length, site.texts.length, shift.texts.length];
  }

  add(row: number, leads: boolean, recent: boolean): void {
    const { columns } = this.#staff;
    const [roles, sites, shifts] = this.#sizes;
    // Below 2^53, for each column has a limit.
    const key =
      ((columns.department.get(row) * roles + columns.role.get(row)) * sites + columns.site.get(row)) *
        shifts +
      columns.shift.get(row);
    let post = this.#posts.get(key);
    if (!post) {
      const [department, role, site, shift] = (['department', 'role', 'site', 'shift'] as const).map(
        (field) => this.#staff.text(field, row),
      ) as [string, string, string, string];
      post = { department, role, site, shift, people: 0, leading: 0, recent: 0, levels: new Map() };
      this.#posts.set(key, post);
    }
    post.people++;
    if (leads) post.leading++;
    if (recent) post.recent++;
    const level = columns.level.get(row);
    if (level !== 0) {
      const text = this.#staff.codes.level.texts[level]!;
      post.levels.set(text, (post.levels.get(text) ?? 0) + 1);
    }
  }

  all(): PostCount[] {
    return [...this.#posts.values()];
  }
}

function lacking(
  rows: Readonly<Record<'department' | 'role', readonly number[]>>,
  { titleOf, asOf }: CountOptions,
): RowProblem[] {
  return (['department', 'role'] as const).flatMap((field) => {
    const lines = rows[field];
    if (lines.length === 0) return [];
    const many = lines.length === 1 ? 'one person has' : `${decimal(lines.length)} people have`;
    const where = lines.length > 5 ? `${lines.slice(0, 5).join(', ')} …` : lines.join(', ');
    return {
      code: 'incomplete-rows',
      message: `${many} nothing in the column "${titleOf(field)}" (${lines.length === 1 ? 'row' : 'rows'} ${where}) on ${isoDate(asOf)}`,
      line: lines[0]!,
      field,
      fix: 'fill it in, or leave such rows out with --skip-incomplete',
    };
  });
}
