/** One line on a terminal for work that takes longer than a second; nothing in pipes. */
import type { Progress } from '../schedule/types.ts';
import type { Host } from './host.ts';

const QUIET_FOR_MS = 1000;
const EVERY_MS = 100;
const WORDS: Readonly<Record<Progress['phase'], string>> = {
  construct: 'placing sessions',
  improve: 'improving the plan',
  explain: 'asking why the rest found no place',
};

export interface ProgressLine {
  readonly tell: (progress: Progress) => void;
  /** Wipes the line. */
  readonly end: () => void;
}

/** A progress line for this run. */
export async function progressOn(host: Host, quiet = false): Promise<ProgressLine> {
  const { say, end } = await lineOn(host, quiet);
  return { tell: ({ phase, placed, total }) => say(`${WORDS[phase]}: ${placed} of ${total}`), end };
}

/** A line on a terminal that is written over and over, not before a second has passed; nothing in pipes. */
export async function lineOn(
  host: Host,
  quiet = false,
): Promise<{ readonly say: (text: string) => void; readonly end: () => void }> {
  if (quiet || !(await host.terminal(2))) return { say: () => {}, end: () => {} };
  let next = host.now() + QUIET_FOR_MS;
  let drawn = false;
  return {
    say: (text) => {
      if (host.now() < next) return;
      next = host.now() + EVERY_MS;
      drawn = true;
      host.err(`\r\x1b[2K${text}`);
    },
    end: () => {
      if (drawn) host.err('\r\x1b[2K');
    },
  };
}
