/** `cxplan complete`: what may stand where the cursor is; one a line, its meaning behind a tab. Shells ask, people do not. */
import type { Command } from 'commander';
import { candidates } from '../completion/candidates.ts';
import type { Host } from '../host.ts';

/** Always 0: a shell that completes nothing must not hear complaints. */
export async function complete(words: readonly string[], program: Command, host: Host): Promise<number> {
  const found = await candidates(words, program, host);
  host.out(found.map(({ value, about }) => `${value}\t${about}\n`).join(''));
  return 0;
}
