/** One line on a terminal for work that takes longer than a second; in pipes nothing, or now and then a line of its own. */
import type { Progress } from '../schedule/types.ts';
import { Interrupted } from './failure.ts';
import type { Host, Signal } from './host.ts';

const QUIET_FOR_MS = 1000;
const EVERY_MS = 100;
/** In a pipe, whoever reads a build log. */
const PIPE_EVERY_MS = 5000;
/** How often signals are let through. */
const BREATH_MS = 50;
const WORDS: Readonly<Record<Progress['phase'], string>> = {
  construct: 'placing sessions',
  improve: 'improving the plan',
  explain: 'asking why the rest found no place',
};

export interface ProgressLine {
  /** To be awaited: now and then it lets signals through, and throws when it was told to stop. */
  readonly tell: (progress: Progress) => void | Promise<void>;
  /** Wipes the line. To be awaited: a signal of the last moment counts, and throws too. */
  readonly end: () => Promise<void>;
}

/**
 * A progress line for this run, which Ctrl-C can stop. It is heard only while the plan is searched, where signals are
 * let through: in any other phase it ends the process at once, as it would without us.
 */
export async function progressOn(host: Host, quiet = false): Promise<ProgressLine> {
  const { say, end } = await lineOn(host, quiet);
  let stopped: Signal | undefined;
  let off: (() => void) | undefined;
  const listen = (hear: boolean): void => {
    if (hear === (off !== undefined)) return;
    off?.();
    const hearing = (signal: Signal): void => {
      stopped = signal;
    };
    off = hear ? host.onInterrupt(hearing) : undefined;
  };
  let next = host.now() + BREATH_MS;
  const signals = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const breathe = async (): Promise<void> => {
    await signals();
    next = host.now() + BREATH_MS;
    if (stopped) throw new Interrupted(stopped);
  };
  return {
    tell(progress) {
      say(lineOf(progress));
      if (progress.phase === 'explain') return breathe().then(() => listen(false));
      listen(true);
      return host.now() < next ? undefined : breathe();
    },
    async end() {
      await signals();
      listen(false);
      end();
      if (stopped) throw new Interrupted(stopped);
    },
  };
}

function lineOf({ phase, placed, total, soft }: Progress): string {
  const cost = phase === 'improve' ? `, soft cost ${Math.round(soft)}` : '';
  return `${WORDS[phase]}: ${placed} of ${total}${cost}`;
}

/**
 * A line on a terminal that is written over and over, not before a second has passed.
 * @param inPipes whether a line of its own is written every few seconds where there is no terminal; else nothing
 */
export async function lineOn(
  host: Host,
  quiet = false,
  inPipes = false,
): Promise<{ readonly say: (text: string) => void; readonly end: () => void }> {
  const nothing = { say: () => {}, end: () => {} };
  if (quiet) return nothing;
  if (!(await host.terminal(2))) return inPipes ? { ...nothing, say: nowAndThen(host) } : nothing;
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

function nowAndThen(host: Host): (text: string) => void {
  let next = host.now() + PIPE_EVERY_MS;
  return (text) => {
    if (host.now() < next) return;
    next = host.now() + PIPE_EVERY_MS;
    host.err(`${text}\n`);
  };
}
