/** The program's own disk, failing when it is told to: whatever a command does goes through it. */
import { DISK, type Disk } from '../../src/output/disk.ts';

export type Fault =
  /** The n-th operation, or it and all that change anything afterwards, are refused; of a write half arrives. */
  | { readonly kind: 'refused'; readonly code: string; readonly stays: boolean }
  /** Half of a write arrives, and nobody says so. */
  | { readonly kind: 'short' }
  | { readonly kind: 'killed'; readonly half: boolean };

/** Stands for a process that is no more. */
export class Killed extends Error {}

const LOOKING: ReadonlySet<string> = new Set([
  'closeSync',
  'fstatSync',
  'lstatSync',
  'readFileSync',
  'readSync',
  'readdirSync',
  'statSync',
]);
type Act = (...args: unknown[]) => unknown;

/** Lets the n-th operation (from 1) fail while `work` runs; answers with the number of operations. */
export async function whileFailing(n: number, fault: Fault, work: () => Promise<void>): Promise<number> {
  const real = { ...DISK };
  let done = 0;
  let dead = false;
  const refusal = (code: string, name: string, args: unknown[]) => {
    const path = typeof args[0] === 'string' ? { path: args[0] } : {};
    return Object.assign(new Error(`${code}: made up, ${name}`), { code, syscall: name, ...path });
  };
  const failing =
    (name: keyof Disk): Act =>
    (...args) => {
      if (dead) throw new Killed();
      const act = real[name] as Act;
      const hit = ++done === n;
      const isLater = done > n && fault.kind === 'refused' && fault.stays && !LOOKING.has(name);
      if (!hit && !isLater) return name === 'flush' || name === 'fsyncSync' ? undefined : act(...args);
      const half = () =>
        name === 'writeFileSync' &&
        act(args[0], (args[1] as Buffer).subarray(0, (args[1] as Buffer).length >> 1));
      if (fault.kind === 'short') return name === 'writeFileSync' ? void half() : act(...args);
      if (fault.kind === 'refused') {
        if (name === 'closeSync') act(...args);
        half();
        throw refusal(fault.code, name, args);
      }
      dead = true;
      if (fault.half) half();
      throw new Killed();
    };
  for (const name of Object.keys(real) as (keyof Disk)[]) {
    Object.assign(DISK, {
      [name]: name === 'flush' ? async (...args: unknown[]) => failing(name)(...args) : failing(name),
    });
  }
  try {
    await work();
  } finally {
    Object.assign(DISK, real);
  }
  return done;
}
