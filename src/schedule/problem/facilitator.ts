import type { Spans } from '../../calendar/spans.ts';
import type { Facilitator } from '../../model/model.ts';
import type { ZoneClock } from './clock.ts';

/** Somebody who leads, or several who lead together, as numbers. */
export interface FacilitatorInfo {
  readonly index: number;
  readonly facilitator: Facilitator;
  readonly clock: ZoneClock;
  /** UTC stretches of work. */
  readonly works: Spans;
  /** That they speak, as bits. */
  readonly languages: number;
  /** Of the role they hold among ours; −1 else. */
  readonly role: number;
  /** Pools that they could lead: the fewer, the sooner they are used. */
  readonly range: number;
  /** Who leads together with them, by number; nobody but in a crew. */
  readonly coFacilitators: readonly FacilitatorInfo[];
  /** All of a crew, each as they are alone; empty where they lead alone. */
  readonly members: readonly FacilitatorInfo[];
}
