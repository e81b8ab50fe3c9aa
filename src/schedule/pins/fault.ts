/** What is wrong with a pin. */

import type { PlanSession } from '../../model/made/plan.ts';
import type { Pin } from '../../model/model.ts';

export interface PinFault {
  readonly pin: Pin;
  /** A sentence without its full stop. */
  readonly message: string;
  /** What would do, where somebody knows. */
  readonly fix?: string;
  /** The constraint that it breaks, if it is that. */
  readonly constraint?: string;
  /** The same in words, where nothing more exact is known. */
  readonly reason?: string;
  /** The session as it was asked for: who looks for the line that is in its way needs it. */
  readonly session?: PlanSession;
  /** The nearest starts that would do: `2027-05-20T10:00`, on the clock of its place. */
  readonly nearest?: readonly string[];
}

/** Pins that cannot be kept: nothing is planned then. */
export class PinsBroken extends Error {
  override readonly name = 'PinsBroken';
  readonly faults: readonly PinFault[];

  constructor(faults: readonly PinFault[]) {
    super(
      faults
        .map(({ message, reason }) => `${message}${reason === undefined ? '' : `: ${reason}`}`)
        .join('\n'),
    );
    this.faults = faults;
  }
}
