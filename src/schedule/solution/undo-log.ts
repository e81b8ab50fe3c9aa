/**
 * What was done to sessions since a mark, so that it can be undone: two lists side by side, as a search writes down
 * half a million changes.
 */
import type { Session } from './session.ts';

export const PLACED = 0;
export const LIFTED = 1;
export const PUT_DOWN = 2;
export const PICKED_UP = 3;
export type Change = typeof PLACED | typeof LIFTED | typeof PUT_DOWN | typeof PICKED_UP;

export class Journal {
  private readonly sessions: Session[] = [];
  private readonly changes: Change[] = [];
  private open = false;
  /** How many changes are written down: what stands in the lists beyond them is over. */
  length = 0;

  /** Begins at nothing. */
  begin(): void {
    this.length = 0;
    this.open = true;
  }

  /** Writes nothing down until it is begun again, and forgets what it knows. */
  close(): void {
    this.length = 0;
    this.open = false;
    this.sessions.length = 0;
    this.changes.length = 0;
  }

  write(session: Session, change: Change): void {
    if (!this.open) return;
    this.sessions[this.length] = session;
    this.changes[this.length] = change;
    this.length++;
  }

  /** Takes the changes after the first `to` off the list, the last one first, and has each of them undone. */
  takeBack(to: number, undo: (session: Session, change: Change) => void): void {
    this.open = false;
    while (this.length > to) {
      this.length--;
      undo(this.sessions[this.length]!, this.changes[this.length]!);
    }
    this.open = true;
  }
}
