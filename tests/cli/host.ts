/** A host that remembers what was printed, and a way to run a command line on it. */
import type { Host } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `cxplan …argv` in a folder, without a terminal unless told otherwise. */
export async function run(argv: readonly string[], options: Partial<Host> = {}): Promise<Ran> {
  const printed = { out: '', err: '' };
  const host: Host = {
    version: '0.0.0',
    build: undefined,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    failed: () => false,
    stdin: () => '',
    env: {},
    cwd: process.cwd(),
    terminal: async () => false,
    today: () => '2027-02-01',
    cores: async () => 1,
    heapLimit: async () => 4 * 2 ** 30,
    compileLate: async () => {},
    collector: async () => () => {},
    keepCompiled: async () => {},
    onInterrupt: () => () => {},
    now: () => 0,
    ...options,
  };
  const code = await main(argv, host);
  return { code, ...printed };
}
