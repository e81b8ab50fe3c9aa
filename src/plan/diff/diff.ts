/**
 * What one plan has otherwise than another, as data: nothing here knows how it is told. Sessions are the same where they
 * have the same id, which outlives replans; so it is linear in their number.
 */
import { append } from '../../collections/lists.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type {
  Attendees,
  Plan,
  PlanRitual,
  PlanSession,
  PlanTheme,
  PlanUnscheduled,
} from '../../model/made/plan.ts';
import { without } from '../../model/seat-ranges.ts';

/**
 * `moved`: another time. `people`, `leader`, `place`: at its time, with other people, led by somebody else, held elsewhere.
 * `words`: calendars say something else of it, such as a new name.
 */
export type ChangeKind = 'moved' | 'cancelled' | 'added' | 'people' | 'leader' | 'place' | 'words';

/** A session that is not as it was. */
export interface SessionChange {
  readonly id: string;
  /** The first that holds, in the order of {@link ChangeKind}. */
  readonly kind: ChangeKind;
  /** Everything that holds. */
  readonly kinds: ReadonlySet<ChangeKind>;
  /** As the old plan had it; undefined of what is new. */
  readonly before: PlanSession | undefined;
  /** As the new plan has it; undefined of what is cancelled. */
  readonly after: PlanSession | undefined;
  /** People who are in it now and were not, and the other way round; ranges sorted by group. */
  readonly joined: readonly Attendees[];
  readonly left: readonly Attendees[];
}

/** A message, a recognition, the run of a theme that is not as it was. */
export interface ItemChange<Item extends PlanRitual | PlanTheme> {
  readonly kind: 'moved' | 'cancelled' | 'added' | 'words';
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

export interface PlanDiff {
  /** Sorted by when it is (or was, where it is cancelled), then id. */
  readonly sessions: readonly SessionChange[];
  readonly rituals: readonly ItemChange<PlanRitual>[];
  readonly themes: readonly ItemChange<PlanTheme>[];
  /** Confirmed sessions that stand as they stood. */
  readonly same: number;
  /** People-requirements that have no place now and had one, or were not asked for; and the other way round. */
  readonly leftOut: readonly PlanUnscheduled[];
  readonly placed: readonly PlanUnscheduled[];
}

/** Compares two plans in the same ids ({@link renamed}). */
export function diffPlans(before: Plan, after: Plan): PlanDiff {
  const old = confirmedById(before.sessions);
  const sessions: SessionChange[] = [];
  let same = 0;
  for (const session of after.sessions) {
    if (session.status === 'cancelled') continue;
    const was = old.get(session.id);
    old.delete(session.id);
    const change = was === session ? undefined : compared(was, session);
    if (change) sessions.push(change);
    else same++;
  }
  // A plan lists what was held on without end; what is gone without having been cancelled was held before this one began.
  for (const was of old.values()) sessions.push(compared(was, undefined)!);
  return {
    sessions: sessions.sort(byTime),
    rituals: items(before.rituals, after.rituals, ({ date }) => date),
    themes: items(before.themes, after.themes, ({ from, to }) => `${from} ${to}`),
    same,
    leftOut: missingIn(after.unscheduled, before.unscheduled),
    placed: missingIn(before.unscheduled, after.unscheduled),
  };
}

/** Whether there is nothing to tell. */
export function isNothing({ sessions, rituals, themes, leftOut, placed }: PlanDiff): boolean {
  return [sessions, rituals, themes, leftOut, placed].every(({ length }) => length === 0);
}

function confirmedById<Item extends { readonly id: string; readonly status: string }>(
  items: readonly Item[],
): Map<string, Item> {
  const byId = new Map<string, Item>();
  for (const item of items) if (item.status === 'confirmed') byId.set(item.id, item);
  return byId;
}

const NOBODY: readonly Attendees[] = [];

/** Undefined where both are the same. One of the two is there. */
function compared(
  before: PlanSession | undefined,
  after: PlanSession | undefined,
): SessionChange | undefined {
  const { id } = (after ?? before)!;
  if (!before || !after) {
    const kind = before ? 'cancelled' : 'added';
    const [joined, left] = [after?.attendees ?? NOBODY, before?.attendees ?? NOBODY];
    return { id, kind, kinds: new Set([kind]), before, after, joined, left };
  }
  const stays = sameSeats(before.attendees, after.attendees);
  const joined = stays ? NOBODY : without(after.attendees, before.attendees);
  const left = stays ? NOBODY : without(before.attendees, after.attendees);
  const kinds = kindsOf(before, after, joined.length + left.length > 0);
  const [kind] = kinds;
  return kind && { id, kind, kinds: new Set(kinds), before, after, joined, left };
}

/** In the order in which they matter. */
function kindsOf(before: PlanSession, after: PlanSession, others: boolean): ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (before.startUtc !== after.startUtc || before.endUtc !== after.endUtc) kinds.push('moved');
  if (others) kinds.push('people');
  if (ledBy(before).join() !== ledBy(after).join() || before.led !== after.led) kinds.push('leader');
  if (before.room !== after.room || before.site !== after.site) kinds.push('place');
  // What calendars show is what the hash is made of.
  if (kinds.length === 0 && before.hash !== after.hash && before.sequence !== after.sequence)
    kinds.push('words');
  return kinds;
}

function sameSeats(a: readonly Attendees[], b: readonly Attendees[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ group, first, last }, i) => {
      const other = b[i]!;
      return group === other.group && first === other.first && last === other.last;
    })
  );
}

function byTime(a: SessionChange, b: SessionChange): number {
  const [x, y] = [(a.after ?? a.before)!.startUtc, (b.after ?? b.before)!.startUtc];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}

function items<Item extends PlanRitual | PlanTheme>(
  before: readonly Item[],
  after: readonly Item[],
  timeOf: (item: Item) => string,
): ItemChange<Item>[] {
  const old = confirmedById(before);
  const changes: ItemChange<Item>[] = [];
  for (const item of confirmedById(after).values()) {
    const was = old.get(item.id);
    old.delete(item.id);
    if (!was) changes.push({ kind: 'added', before: undefined, after: item });
    else if (timeOf(was) !== timeOf(item)) changes.push({ kind: 'moved', before: was, after: item });
    // As for sessions: another version may hash the same words otherwise.
    else if (was.hash !== item.hash && was.sequence !== item.sequence) {
      changes.push({ kind: 'words', before: was, after: item });
    }
  }
  for (const was of old.values()) changes.push({ kind: 'cancelled', before: was, after: undefined });
  return changes.sort((a, b) => (timeOf((a.after ?? a.before)!) < timeOf((b.after ?? b.before)!) ? -1 : 1));
}

/** Entries of `list`, cut to the people who are not in `others`. */
function missingIn(list: readonly PlanUnscheduled[], others: readonly PlanUnscheduled[]): PlanUnscheduled[] {
  const known = new Map<string, PlanUnscheduled[]>();
  for (const one of others) append(known, keyOf(one), one);
  return list.flatMap((one) =>
    without([one], known.get(keyOf(one)) ?? []).map(({ first, last }) => ({ ...one, first, last })),
  );
}

function keyOf({ module, occurrence, group }: PlanUnscheduled): string {
  return `${module} ${occurrence} ${group}`;
}
