/**
 * What a command may know of the world around it: streams, environment, folder, today's date, which version it is. Tests hand in
 * one of their own. Output is written with plain synchronous writes: nothing is lost when the process ends,
 * a full disk or a closed pipe is noticed where it happens, and Node's stream machinery (4 ms) is not loaded.
 */
import { fstatSync, readFileSync, writeSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };

/** Ctrl-C, and what a scheduler, a container or `kill` sends. */
export type Signal = 'SIGINT' | 'SIGTERM';
/**
 * Those that are heard. SIGTERM is not: it ends the process at once, wherever it is, for nothing that it could leave
 * behind stands in the next run's way. The first process of a container alone would not be ended by it.
 */
const HEARD: readonly Signal[] = process.pid === 1 ? ['SIGINT', 'SIGTERM'] : ['SIGINT'];

export interface Host {
  /** Of this cxplan: `0.1.0`. */
  readonly version: string;
  /** Which program this is, to the last letter; undefined where it runs from its sources and may change any minute. */
  readonly build: string | undefined;
  /** Data, to stdout. */
  readonly out: (text: string) => void;
  /** Words for people, to stderr. */
  readonly err: (text: string) => void;
  /** Whether something could not be written to stdout (a full disk; a closed pipe is no fault). */
  readonly failed: () => boolean;
  /** Everything that comes in on stdin. */
  readonly stdin: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether stdin, stdout, stderr are a terminal. */
  readonly terminal: (stream: 0 | 1 | 2) => Promise<boolean>;
  /** `2026-11-21`, by the clock and zone of this machine. */
  readonly today: () => string;
  /** Cores that this process may use. */
  readonly cores: () => Promise<number>;
  /** Octets that the heap of this process may have. */
  readonly heapLimit: () => Promise<number>;
  /** Has functions run longer before they are compiled to machine code, for the rest of this process. */
  readonly compileLate: () => Promise<void>;
  /** Gives back what calls for the collector: by itself it waits until four times as much is held as is needed. */
  readonly collector: () => Promise<() => void>;
  /** Takes the program as it was compiled in an earlier run, and keeps it for the next. */
  readonly keepCompiled: () => Promise<void>;
  /** Calls back at the first Ctrl-C instead of ending at once; gives back the way to hear no more. */
  readonly onInterrupt: (stop: (signal: Signal) => void) => () => void;
  /** Milliseconds from any fixed point, for progress only. */
  readonly now: () => number;
}

/** The real one. */
export function processHost(): Host {
  let broken: string | undefined;
  const writer = (stream: 1 | 2) => (text: string) => {
    try {
      writeAll(stream, Buffer.from(text));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      if (stream === 1 && code !== 'EPIPE') broken ??= code;
    }
  };
  const err = writer(2);
  return {
    version: manifest.version,
    build: 'build' in manifest ? String(manifest.build) : undefined,
    out: writer(1),
    err,
    failed: () => {
      if (broken) err(`cxplan: cannot write to the standard output (${broken})\n`);
      return broken !== undefined;
    },
    stdin: () => readFileSync(0, 'utf8'),
    env: process.env,
    get cwd() {
      return here();
    },
    terminal: async (stream) => isCharacterDevice(stream) && (await import('node:tty')).isatty(stream),
    today: () => {
      const now = new Date();
      const two = (n: number) => String(n).padStart(2, '0');
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
    cores: async () => (await import('node:os')).availableParallelism(),
    heapLimit: async () => (await import('node:v8')).getHeapStatistics().heap_size_limit,
    compileLate,
    collector,
    keepCompiled: async () => (await import('./compiled.ts')).keepCompiled(process.env, manifest.version),
    onInterrupt: (stop) => {
      const off = () => {
        for (const signal of HEARD) process.off(signal, hear);
      };
      // The second one ends the process at once, whichever it is.
      const hear = (signal: NodeJS.Signals) => {
        off();
        stop(signal as Signal);
      };
      for (const signal of HEARD) process.on(signal, hear);
      return off;
    },
    now: () => performance.now(),
  };
}

/** The folder we stand in, asked for only by the commands that need one: it may have been deleted. */
function here(): string {
  try {
    return process.cwd();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw Object.assign(new Error(code), { code, syscall: 'read', path: 'the folder this runs in' });
  }
}

function writeAll(stream: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(stream, bytes, done);
    } catch (error) {
      // A pipe that someone else made non-blocking is full: wait a moment for its reader.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function isCharacterDevice(stream: number): boolean {
  try {
    return fstatSync(stream).isCharacterDevice();
  } catch {
    return false;
  }
}

/**
 * A run takes a tenth of a second, or some: much of what would be compiled by then never pays (docs/decisions/engine.md).
 * Node 20's V8 only, for others have budgets of their own and may not know the flags.
 */
async function compileLate(): Promise<void> {
  if (!isNode20()) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--interrupt-budget=600000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}

/**
 * Node hands out its collector so (`v8.setFlagsFromString`), in every version that we know. From then on young objects keep to the
 * room that they have: what it grows to otherwise, twice sixteen MiB, saves no time (docs/decisions/engine.md).
 */
async function collector(): Promise<() => void> {
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([
    import('node:v8'),
    import('node:vm'),
  ]);
  if (isNode20()) setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
  return runInNewContext("typeof gc === 'function' ? gc : () => {}");
}

function isNode20(): boolean {
  return process.versions.v8.startsWith('11.');
}
