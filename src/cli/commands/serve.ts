/** `cxplan serve`: the calendars of the plan at addresses that can be followed, on this machine alone. */

import type { Plan } from '../../model/made/plan.ts';
import { readSnapshot, stampOf } from '../../output/snapshot.ts';
import { PlanError, parsePlan } from '../../plan/read.ts';
import { serve as listen } from '../../publish/server.ts';
import { isServed, type Site, siteOf } from '../../publish/site.ts';
import { Failure } from '../failure.ts';
import { outputFolder, shown, workspaceFolder } from '../folders.ts';
import type { Host } from '../host.ts';

export interface ServeFlags {
  readonly out?: string;
  readonly port: number;
  readonly quiet?: boolean;
}

/** Milliseconds until a folder is looked at again that was not whole. */
const PATIENCE = 200;

/** Serves until Ctrl-C. 0 then. */
export async function serve(target: string | undefined, flags: ServeFlags, host: Host): Promise<number> {
  const folder = outputFolder(workspaceFolder(target, host), flags.out, host);
  const current = currentSite(folder, host);
  // Whoever cannot be served anything is told so before a port is taken.
  current('');
  const stopped = new Promise<void>((stop) => host.onInterrupt(() => stop()));
  const { origin, close } = await listen(flags.port, current).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`cannot listen on port ${flags.port} (${error.code}): name another with --port`);
  });
  const count = [...current(origin).keys()].filter((path) => path.startsWith('/feeds/')).length;
  if (!flags.quiet)
    host.out(`${count} calendars of ${shown(folder, host)} at http://${origin}/ until Ctrl-C.\n`);
  await stopped;
  await close();
  return 0;
}

/**
 * The site of the newest whole plan. Between the first and the last file of a run the plan before is served on. All of it is
 * read at once, when the manifest, which a run writes last, is another.
 */
function currentSite(folder: string, host: Host): (origin: string) => Site {
  let site: Site | undefined;
  let known = '';
  let askAgain = 0;
  // Requests that came together are answered from one look at the folder.
  let looked = false;
  const renewed = (stamp: string, origin: string) => {
    try {
      const next = siteIn(folder, origin, host.today());
      if (next) [site, known] = [next, stamp];
    } catch (error) {
      // Whoever follows a calendar keeps what there was.
      if (!site) throw error;
    }
    if (known !== stamp) askAgain = host.now() + PATIENCE;
  };
  return (origin) => {
    if (looked && site) return site;
    looked = true;
    setImmediate(() => {
      looked = false;
    });
    const stamp = `${stampOf(folder)} ${origin}`;
    if (stamp !== known && host.now() >= askAgain) renewed(stamp, origin);
    if (site) return site;
    throw new Failure(
      `${shown(folder, host)} is not as cxplan generate left it: run it again (--force overwrites what was changed by hand)`,
    );
  };
}

function siteIn(folder: string, origin: string, today: string): Site | undefined {
  const files = readSnapshot(folder, (path) => path === 'plan.json' || isServed(path));
  const text = files?.get('plan.json');
  if (!files || !text) return undefined;
  const plan = planIn(text.bytes.toString('utf8'));
  return siteOf(plan, new Map([...files].filter(([path]) => isServed(path))), origin, today);
}

function planIn(text: string): Plan {
  try {
    return parsePlan(text);
  } catch (error) {
    if (error instanceof PlanError) throw new Failure(`plan.json: ${error.message}`);
    throw error;
  }
}
