/** A strict reader of iTIP: of all that it was ever sent, the newest SEQUENCE counts, then the newest DTSTAMP. */
import type { RawEvent } from './raw-events.ts';

export class StrictReader {
  readonly known = new Map<string, RawEvent>();
  /** What it found wrong in what it was sent. */
  readonly faults: string[] = [];

  take(events: readonly RawEvent[]): void {
    const seen = new Set<string>();
    for (const event of events) {
      const { uid, raw, property } = event;
      if (seen.has(uid)) this.faults.push(`twice in one file: ${uid}`);
      seen.add(uid);
      const old = this.known.get(uid);
      const [sequence, before] = [event, old].map((one) => Number(one?.property('SEQUENCE') ?? -1)) as [
        number,
        number,
      ];
      if (sequence < before) this.faults.push(`sequence falls: ${uid}`);
      if (old && sequence === before && raw !== old.raw) this.faults.push(`silent change: ${uid}`);
      if (old?.property('STATUS') === 'CANCELLED' && property('STATUS') !== 'CANCELLED' && sequence <= before)
        this.faults.push(`revived: ${uid}`);
      const newer = sequence === before && property('DTSTAMP') >= (old?.property('DTSTAMP') ?? '');
      if (sequence > before || newer) this.known.set(uid, event);
    }
  }
}
