/** `cxplan complete`: what may stand where the cursor is; one a line, its meaning behind a tab. Shells ask, people do not. */
import { candidates } from '../completion/candidates.ts';
import type { Host } from '../host.ts';
import { allCommands } from '../program.ts';

/** Always 0: a shell that completes nothing must not hear complaints. */
export async function complete(words: readonly string[], host: Host): Promise<number> {
  const found = await candidates(words, allCommands(host), host);
  host.out(found.map(({ value, about }) => `${value}\t${about}\n`).join(''));
  return 0;
}
