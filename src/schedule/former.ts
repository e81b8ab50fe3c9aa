/** Where people stood in the previous plan: asked of everybody who gets a new place. */
import type { Req } from './problem.ts';
import type { Before, Seat } from './session.ts';

export class Places {
  /** By the requirement's number; a few ranges each. */
  private readonly ranges = new Map<number, { readonly seat: Seat; readonly before: Before }[]>();

  add(seat: Seat, before: Before): void {
    const list = this.ranges.get(seat.req.index);
    if (list) list.push({ seat, before });
    else this.ranges.set(seat.req.index, [{ seat, before }]);
  }

  of({ index }: Req, member: number): Before | undefined {
    return this.ranges.get(index)?.find(({ seat }) => seat.first <= member && member <= seat.last)?.before;
  }
}
