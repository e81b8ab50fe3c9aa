/** Why a job could not be done, for exit code 2: one line that says what to do about it, no stack. */

import { causeOf } from '../output/causes.ts';
import type { Signal } from './host.ts';

/** Used wrongly, unreadable, busy: the message is all that a person needs. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A workspace that cannot be planned; its errors have been printed already. */
export class InvalidWorkspace extends Error {
  override readonly name = 'InvalidWorkspace';
  /** 1, or 2 when a file could not be read at all. */
  readonly exitCode: number;

  /** The errors once more, without colours, for whoever shows them elsewhere too. */
  readonly told: () => string;

  constructor(exitCode: number, told = () => 'The workspace has errors: the terminal shows them.') {
    super('the workspace has errors');
    this.exitCode = exitCode;
    this.told = told;
  }
}

/** Ctrl-C (or SIGTERM in a container) while nothing had been written yet. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** What a shell says of a program that the signal ended. */
  readonly exitCode: number;

  constructor(signal: Signal) {
    super(signal);
    this.exitCode = signal === 'SIGTERM' ? 143 : 130;
  }
}

/** `cannot write plan/plan.json: no space left on the disk (ENOSPC)`. */
export function cannot(verb: string, what: string, code: string): string {
  return `cannot ${verb} ${what}: ${causeOf(code)}`;
}
