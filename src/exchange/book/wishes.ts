/**
 * What a planner wants who has filled in the sheet of sessions: sessions pinned as they are or free again, called off
 * on their day, remarked on. Whatever else was changed is told with its cell, and not taken.
 */
import { isoDate } from '../../calendar/date.ts';
import { index } from '../../coverage/context.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Pin } from '../../model/model.ts';
import { type CellChange, cellName, type SheetFault } from './changed.ts';

export type Wish =
  | { readonly kind: 'pin'; readonly reason?: string }
  | { readonly kind: 'unpin'; readonly pin: Pin }
  /** `day`: `2027-03-02`, on which it is not held. */
  | { readonly kind: 'call-off'; readonly day: string; readonly reason?: string; readonly pin?: Pin }
  | { readonly kind: 'reason'; readonly pin: Pin; readonly text: string }
  | { readonly kind: 'note'; readonly text: string };

export interface WishOfRow {
  readonly line: number;
  readonly session: PlanSession;
  readonly wish: Wish;
}

/** What is known of a session. */
export interface Known {
  readonly session: PlanSession;
  readonly pin: Pin | undefined;
  /** It has begun before the plan's day. */
  readonly isHeld: boolean;
}

export interface Wishes {
  readonly wishes: readonly WishOfRow[];
  readonly faults: readonly SheetFault[];
  /** Rows whose other cells are not those of the plan: of a workbook that is older. */
  readonly stale: readonly number[];
}

/** @param isOlder the workbook is of another plan or workspace: what differs need not have been typed */
export function wishesOf(
  cells: readonly CellChange[],
  known: (id: string) => Known,
  isOlder: boolean,
): Wishes {
  const wishes: WishOfRow[] = [];
  const faults: SheetFault[] = [];
  const stale: number[] = [];
  for (const [id, row] of index(cells, (cell) => cell.row)) {
    const about = known(id);
    const others = row.filter(({ key }) => !OPEN.has(key));
    let open = row.filter(({ key }) => OPEN.has(key));
    const { line } = row[0]!;
    if (isOlder) {
      open = open.filter((cell) => isTyped(cell) && !isDone(cell, others, about));
      if (others.length > 0) stale.push(line);
      faults.push(...(open.length > 0 ? others.flatMap((cell) => elsewhere(cell, about)) : []));
    } else faults.push(...others.map((cell) => refused(cell, about)));
    const said = new Row(about, open, faults).wishes();
    wishes.push(...said.map((wish) => ({ line, session: about.session, wish })));
  }
  return { wishes, faults, stale };
}

const OPEN: ReadonlySet<string> = new Set(['status', 'remark', 'pinned']);
const YES: ReadonlySet<string> = new Set(['yes', 'true', 'x']);
const NO: ReadonlySet<string> = new Set(['', 'no', 'false']);
const OFF: ReadonlySet<string> = new Set(['cancelled', 'canceled', 'called off']);

/** An older workbook says nothing where nobody had typed yet. */
function isTyped({ key, after }: CellChange): boolean {
  return key === 'status' ? after !== 'confirmed' : after !== '';
}

/** It was called off on that day before: the same workbook again. */
function isDone({ key }: CellChange, others: readonly CellChange[], { pin }: Known): boolean {
  const day = others.find((cell) => cell.key === 'date')?.after ?? '';
  return key === 'status' && (pin?.notOn ?? []).some((off) => isoDate(off) === day);
}

/** Where an older workbook has the session at another time, nobody knows what was meant of it. */
function elsewhere(cell: CellChange, { session }: Known): SheetFault[] {
  if (cell.key !== 'date' && cell.key !== 'start') return [];
  const now = session.start.replace('T', ' ');
  return [faultAt(cell, `it is on ${now} in the plan of now`, 'take a new workbook, and type it there')];
}

/** The open cells of one session that were changed. */
class Row {
  private readonly about: Known;
  private readonly cells: ReadonlyMap<string, CellChange>;
  private readonly faults: SheetFault[];

  constructor(about: Known, cells: readonly CellChange[], faults: SheetFault[]) {
    this.about = about;
    this.cells = new Map(cells.map((cell) => [cell.key, cell]));
    this.faults = faults;
  }

  wishes(): Wish[] {
    const remark = this.cells.get('remark');
    const isOff = this.calledOff();
    const pinned = this.pinned();
    const { pin, session } = this.about;
    if (isOff && pinned) {
      this.fault('pinned', 'a session cannot be both called off and pinned', 'keep one of the two');
      return [];
    }
    const reason = remark?.after;
    const why = reason ? { reason } : {};
    // What has been written already, and not been planned yet, is no news.
    const isSame = (reason ?? '') === (pin?.reason ?? '');
    const day = session.start.slice(0, 10);
    if (isOff && isSame && pin?.notOn?.some((off) => isoDate(off) === day)) return [];
    if (pinned && isSame && pin && !pin.notOn) return [];
    if (isOff) return [{ kind: 'call-off', day, ...why, ...(pin && { pin }) }];
    if (pinned) return [{ kind: 'pin', ...why }];
    const out: Wish[] = [];
    if (pinned === false && pin) out.push({ kind: 'unpin', pin });
    if (reason === undefined) return out;
    const stays = pin && pinned === undefined ? pin : undefined;
    return [...out, stays ? { kind: 'reason', pin: stays, text: reason } : { kind: 'note', text: reason }];
  }

  private calledOff(): boolean {
    const cell = this.cells.get('status');
    if (!cell) return false;
    const text = cell.after.toLowerCase();
    if (cell.before === 'cancelled')
      this.fault(
        'status',
        'what was cancelled does not come back',
        'leave it cancelled: cxplan generate finds whoever lacks it another place',
      );
    else if (!OFF.has(text))
      this.fault('status', `“${cell.after}” is no status`, 'write confirmed or cancelled');
    else if (this.about.isHeld) this.fault('status', 'it has been held', 'say who was there: cxplan attend');
    else return true;
    return false;
  }

  /** Undefined where nothing was changed. */
  private pinned(): boolean | undefined {
    const cell = this.cells.get('pinned');
    if (!cell) return undefined;
    const text = cell.after.toLowerCase();
    if (!YES.has(text) && !NO.has(text))
      this.fault('pinned', `“${cell.after}” is neither yes nor empty`, 'write yes, or nothing');
    else if (this.about.session.status === 'cancelled')
      this.fault('pinned', 'it is cancelled', 'leave the cell empty');
    else if (this.about.isHeld)
      this.fault('pinned', 'it has been held', 'leave the cell as it was: what is past stands');
    else return YES.has(text);
    return undefined;
  }

  private fault(key: string, message: string, fix: string): void {
    this.faults.push(faultAt(this.cells.get(key)!, message, fix));
  }
}

function faultAt({ line, column, title, row }: CellChange, message: string, fix: string): SheetFault {
  return { line, column, message: `${cellName(column, line)}, ${title} of ${row}: ${message}`, fix };
}

/** What no workbook changes, with the command that does. */
function refused(cell: CellChange, { session }: Known): SheetFault {
  const { key, before, after } = cell;
  const [day, time] = session.start.split('T') as [string, string];
  const at = key === 'date' ? `${after}T${time}` : `${day}T${after}`;
  const moves = (key === 'date' || key === 'start') && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(at);
  return faultAt(
    cell,
    `it was “${short(before)}” and is “${short(after)}” now; only Status, Remark and Pinned come back`,
    moves
      ? `put it back; to move it: cxplan move ${session.id} --at ${at}`
      : 'put it back; it is made from the YAML files',
  );
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
