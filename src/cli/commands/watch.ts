/**
 * `cxplan watch`: plans again whenever a file of the workspace is saved, and shows the page to whoever asks for it. While there
 * are mistakes, the last good plan stays.
 */
import { relative, sep } from 'node:path';
import { causeOf } from '../../output/causes.ts';
import { rememberingPlan } from '../../plan/read.ts';
import { watchFolder } from '../../workspace/files/watch.ts';
import { remembering } from '../../workspace/load.ts';
import { Failure, Interrupted, InvalidWorkspace } from '../failure.ts';
import { explainFailure, faultText } from '../faults.ts';
import { outputFolder, shown, workspaceFolder } from '../folders.ts';
import type { Host, Signal } from '../host.ts';
import type { LivePage } from '../publish/live.ts';
import { type GenerateFlags, generateAgain, type Kept } from './generate.ts';

const STAYS = 'Nothing was planned: the last good plan stays.';

export interface WatchFlags extends GenerateFlags {
  readonly serve?: boolean;
  readonly port: number;
}

/** Ends with a signal only, as the shell says of it; 2 where the system cannot tell of changes. */
export async function watch(target: string | undefined, flags: WatchFlags, host: Host): Promise<number> {
  const root = workspaceFolder(target, host);
  const folder = outputFolder(root, flags.out, host);
  const out = relative(root, folder).replaceAll(sep, '/');
  // A file that nobody saved is not read again, nor is a plan that was written here.
  const parse = rememberingPlan();
  const watching = hearing(root, out === '' || out.startsWith('..') ? undefined : out);
  let page: LivePage | undefined;
  try {
    page = flags.serve ? await served(flags.port, folder, host, parse) : undefined;
    const preview = page && { paths: undefined, show: page.preview };
    const kept: Kept = { read: remembering(), parse, preview };
    const round = async (again: GenerateFlags) => {
      const errors = await plan(root, again, host, kept);
      page?.show(errors);
    };
    await round(flags);
    const follows = page ? `; the page at http://${page.origin}/ follows` : '';
    for (;;) {
      const saved = await untilSaved(watching, host, () =>
        host.err(`\nWatching ${shown(root, host)}${follows}; Ctrl-C ends.\n`),
      );
      host.err(`Saved: ${saved.slice(0, 5).join(', ')}${saved.length > 5 ? ', …' : ''}\n\n`);
      // What an earlier flag asked for once is not asked for again: each save goes on from the plan before it.
      await round({ ...flags, fresh: false });
    }
  } finally {
    watching.close();
    await page?.close();
  }
}

async function served(
  port: number,
  folder: string,
  host: Host,
  parse: NonNullable<Kept['parse']>,
): Promise<LivePage> {
  const { livePage } = await import('../publish/live.ts');
  return livePage(port, folder, host, parse);
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

/** One round; what goes wrong is told, and the next save may mend it. Gives what the page is to say of it: nothing when all went well. */
async function plan(root: string, flags: GenerateFlags, host: Host, kept: Kept): Promise<string> {
  const since = host.now();
  try {
    await generateAgain(kept, root, flags, host);
    host.err(`\nPlanned and written in ${((host.now() - since) / 1000).toFixed(1)} s.\n`);
    return '';
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    if (!(error instanceof InvalidWorkspace)) await explainFailure(error, host, false);
    host.err(`\n${STAYS}\n`);
    return `${STAYS}\n\n${faultText(error)}`;
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
