/** When each of some things could be needed: in whole weeks, and a day or two on either side, since zones differ. */
import { type Day, isoDate, mondayOf } from '../../calendar/date.ts';
import type { Id } from '../../model/model.ts';

export interface Window {
  readonly from: Day;
  /** Inclusive. */
  readonly by: Day;
}

export class Windows {
  private readonly windows = new Map<Id, Window>();
  /** As the beginnings of local times. */
  private readonly texts = new Map<Id, { readonly from: string; readonly end: string }>();

  /** One more window of a thing: what lies between two counts too. */
  widen(id: Id, { from, by }: Window): void {
    const known = this.windows.get(id);
    if (known && known.from <= from && known.by >= by) return;
    const window = known ? { from: Math.min(from, known.from), by: Math.max(by, known.by) } : { from, by };
    this.windows.set(id, window);
    // Load and hours a week go by whole weeks.
    this.texts.set(id, { from: isoDate(mondayOf(window.from) - 2), end: isoDate(mondayOf(window.by) + 9) });
  }

  /** A thing is needed whenever another one is. */
  widenAs(id: Id, others: Windows, other: Id): void {
    const window = others.windows.get(other);
    if (window) this.widen(id, window);
  }

  /** @param start local time of a session */
  hold(id: Id, start: string): boolean {
    const window = this.texts.get(id);
    return window !== undefined && start >= window.from && start < window.end;
  }
}
