/** Turns whatever was thrown into one helpful line and an exit code; stacks only with `--debug`. */

import { sanitise } from '../diagnostics/sanitise.ts';
import { cannot, Failure, Interrupted, InvalidWorkspace } from './failure.ts';
import type { Host } from './host.ts';

/** Faults that other houses explain in words of their own. */
const EXPLAINED = new Set(['OutputError', 'PlanError', 'PinsBroken']);

/** Says what went wrong on stderr and gives the exit code: 2, but for an invalid workspace and a signal. */
export async function explainFailure(error: unknown, host: Host, debug: boolean): Promise<number> {
  const fault = asError(error);
  if (fault.name === 'ExitPromptError' || fault instanceof Interrupted) {
    host.err('\nStopped; nothing was written.\n');
    return fault instanceof Interrupted ? fault.exitCode : 130;
  }
  if (fault instanceof InvalidWorkspace) return fault.exitCode;
  host.err(`cxplan: ${sanitise(words(fault))}\n`);
  if (debug) host.err(`${fault.stack ?? ''}\n`);
  return 2;
}

/** The same as text: of a workspace its errors. */
export function faultText(error: unknown): string {
  return error instanceof InvalidWorkspace ? error.told() : sanitise(words(asError(error)));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function words(fault: NodeJS.ErrnoException): string {
  if (fault instanceof Failure || EXPLAINED.has(fault.name)) return fault.message;
  if (fault.syscall && fault.code) return cannot(verb(fault.syscall), fault.path ?? 'a file', fault.code);
  return `a fault of our own, sorry: ${fault.message} (run it again with --debug to see where)`;
}

function verb(syscall: string): string {
  return syscall === 'mkdir' ? 'create' : syscall === 'scandir' ? 'read' : syscall;
}
