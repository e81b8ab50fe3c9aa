/** `cxplan watch`: plans again whenever a file of the workspace is saved. While there are mistakes, the last good plan stays. */
import { relative, sep } from 'node:path';
import { causeOf } from '../../output/causes.ts';
import { watchFolder } from '../../workspace/files/watch.ts';
import { remembering } from '../../workspace/load.ts';
import type { Read } from '../../workspace/read.ts';
import { Failure, Interrupted, InvalidWorkspace } from '../failure.ts';
import { explainFailure } from '../faults.ts';
import { outputFolder, shown, workspaceFolder } from '../folders.ts';
import type { Host, Signal } from '../host.ts';
import { type GenerateFlags, generateReading } from './generate.ts';

/** Ends with a signal only, as the shell says of it; 2 where the system cannot tell of changes. */
export async function watch(target: string | undefined, flags: GenerateFlags, host: Host): Promise<number> {
  const root = workspaceFolder(target, host);
  const out = relative(root, outputFolder(root, flags.out, host)).replaceAll(sep, '/');
  // A file that nobody saved is not read again.
  const read = remembering();
  const watching = hearing(root, out === '' || out.startsWith('..') ? undefined : out);
  try {
    await plan(root, flags, host, read);
    for (;;) {
      const saved = await untilSaved(watching, host, () =>
        host.err(`\nWatching ${shown(root, host)}; Ctrl-C ends.\n`),
      );
      host.err(`Saved: ${saved.slice(0, 5).join(', ')}${saved.length > 5 ? ', …' : ''}\n\n`);
      // What an earlier flag asked for once is not asked for again: each save goes on from the plan before it.
      await plan(root, { ...flags, fresh: false }, host, read);
    }
  } finally {
    watching.close();
  }
}

function hearing(root: string, out: string | undefined) {
  try {
    return watchFolder(root, out);
  } catch (error) {
    throw new Failure(
      `cannot hear of changes in ${root}: ${causeOf((error as NodeJS.ErrnoException).code ?? '')}`,
    );
  }
}

/** One round; what goes wrong is told, and the next save may mend it. */
async function plan(root: string, flags: GenerateFlags, host: Host, read: Read): Promise<void> {
  const since = host.now();
  try {
    await generateReading(read, root, flags, host);
    host.err(`\nPlanned and written in ${((host.now() - since) / 1000).toFixed(1)} s.\n`);
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    if (!(error instanceof InvalidWorkspace)) await explainFailure(error, host, false);
    host.err('\nNothing was planned: the last good plan stays.\n');
  }
}

/** @param tell says that it waits: once Ctrl-C is heard, for whoever reads that may press it at once @throws Interrupted */
async function untilSaved(
  watching: ReturnType<typeof watchFolder>,
  host: Host,
  tell: () => void,
): Promise<readonly string[]> {
  let by: Signal = 'SIGINT';
  const off = host.onInterrupt((signal) => {
    by = signal;
    watching.close();
  });
  tell();
  const saved = await watching.next();
  off();
  if (saved === undefined) throw new Interrupted(by);
  return saved;
}
