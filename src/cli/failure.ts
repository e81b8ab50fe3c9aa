/** Why a job could not be done, for exit code 2: one line that says what to do about it, no stack. */

import { causeOf } from '../output/causes.ts';

/** Used wrongly, unreadable, busy: the message is all that a person needs. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** `cannot write plan/plan.json: no space left on the disk (ENOSPC)`. */
export function cannot(verb: string, what: string, code: string): string {
  return `cannot ${verb} ${what}: ${causeOf(code)}`;
}
