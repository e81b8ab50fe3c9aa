/**
 * Brings a collection to hold a calendar's events. Nothing is remembered between runs: the server says what it has, and so
 * a run that was cut off anywhere is finished by the next, from any machine. What cxplan did not write is never touched.
 */
import { createHash } from 'node:crypto';
import { calendarOf, linesOf, type PlainEvent, propertyOf } from '../events.ts';
import type { Collection, Outcome } from './client.ts';
import type { ResourceStatus } from './multistatus.ts';

export type Step =
  | {
      readonly kind: 'add' | 'update';
      readonly href: string;
      readonly etag: string | undefined;
      readonly event: PlainEvent;
    }
  | {
      readonly kind: 'delete';
      readonly href: string;
      readonly etag: string | undefined;
      readonly uid: string;
    };

export interface Work {
  readonly steps: readonly Step[];
  /** Ours that stand as they should. */
  readonly same: number;
  /** Of others, left alone. */
  readonly foreign: number;
}

/**
 * What there is to do.
 *
 * @param isOurs whether a UID is one of this programme's
 */
export function compare(
  wanted: ReadonlyMap<string, PlainEvent>,
  found: readonly ResourceStatus[],
  isOurs: (uid: string) => boolean,
): Work {
  const steps: Step[] = [];
  const left = new Map(wanted);
  let [same, foreign] = [0, 0];
  for (const { href, etag, data } of found) {
    const lines = linesOf(data ?? '');
    const uids = new Set(
      lines.filter((line) => /^UID[:;]/.test(line)).map((line) => propertyOf([line], 'UID')),
    );
    const [uid = ''] = uids;
    if (uids.size !== 1 || !isOurs(uid)) {
      foreign += 1;
      continue;
    }
    const event = left.get(uid);
    left.delete(uid);
    if (!event) steps.push({ kind: 'delete', href, etag, uid });
    else if (isSame(event, lines)) same += 1;
    else steps.push({ kind: 'update', href, etag, event });
  }
  for (const event of left.values())
    steps.push({ kind: 'add', href: nameOf(event.uid), etag: undefined, event });
  return { steps, same, foreign };
}

/** Servers put properties in an order of their own, fold lines as they like, and may add some. */
function isSame({ text }: PlainEvent, theirs: readonly string[]): boolean {
  const has = new Set(theirs);
  return (
    linesOf(text).every((line) => has.has(line)) &&
    theirs.filter((line) => line === 'BEGIN:VEVENT').length === 1
  );
}

function nameOf(uid: string): string {
  return `cxplan-${createHash('sha256').update(uid).digest('hex').slice(0, 32)}.ics`;
}

/** So many requests are under way at a time. */
const AT_ONCE = 4;

export interface SyncResult {
  readonly added: number;
  readonly updated: number;
  readonly deleted: number;
  /** UIDs of events that somebody else has changed, or holds elsewhere, meanwhile. */
  readonly conflicts: readonly string[];
}

/**
 * @param tell how many of the steps have been taken
 * @throws CaldavError when the server cannot be used; what was done until then stands
 */
export async function carryOut(
  collection: Collection,
  steps: readonly Step[],
  tell: (taken: number) => void = () => {},
): Promise<SyncResult> {
  const counts = { add: 0, update: 0, delete: 0 };
  const conflicts: string[] = [];
  const queue = steps.values();
  let taken = 0;
  let failure: { readonly error: unknown } | undefined;
  const worker = async () => {
    for (const step of queue) {
      if (failure) return;
      try {
        const outcome = await take(collection, step);
        if (outcome === 'conflict') conflicts.push('uid' in step ? step.uid : step.event.uid);
        else counts[step.kind] += 1;
        tell(++taken);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  // Nothing is under way any more when this ends, however it does.
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failure) throw failure.error;
  return { added: counts.add, updated: counts.update, deleted: counts.delete, conflicts: conflicts.sort() };
}

function take(collection: Collection, step: Step): Promise<Outcome> {
  if (step.kind === 'delete') return collection.remove(step.href, step.etag);
  return collection.put(step.href, calendarOf(step.event), step.etag);
}
