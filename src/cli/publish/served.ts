/** What is served of a plan folder, as it stands now; and how to begin. */

import type { Plan } from '../../model/made/plan.ts';
import { readSnapshot, stampOf } from '../../output/snapshot.ts';
import { PlanError, parsePlan } from '../../plan/read.ts';
import { type Serving, serve } from '../../publish/server.ts';
import { isNeeded, isServed, type Site, siteOf } from '../../publish/site.ts';
import { Failure } from '../failure.ts';
import { shown } from '../folders.ts';
import type { Host } from '../host.ts';

/** Milliseconds until a folder is looked at again that was not whole. */
const PATIENCE = 200;

/** Serves on this machine, to its end. @throws Failure where the port is not to be had */
export async function listening(...[port, ...more]: Parameters<typeof serve>): Promise<Serving> {
  try {
    return await serve(port, ...more);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`cannot listen on port ${port} (${code}): name another with --port`);
  }
}

/**
 * The site of the newest whole plan. Between the first and the last file of a run the plan before is served on. All of it is
 * read at once, when the manifest, which a run writes last, is another. `atOnce` is for whoever knows that a run has ended.
 * @param parse reads a plan's text, and perhaps none that it has read before
 */
export function currentSite(
  folder: string,
  host: Host,
  parse = parsePlan,
): (origin: string, atOnce?: boolean) => Site {
  let site: Site | undefined;
  let known = '';
  let askAgain = 0;
  // Requests that came together are answered from one look at the folder.
  let looked = false;
  const renewed = (stamp: string, origin: string) => {
    try {
      const next = siteIn(folder, origin, host.today(), parse);
      if (next) [site, known] = [next, stamp];
    } catch (error) {
      // Whoever follows a calendar keeps what there was.
      if (!site) throw error;
    }
    if (known !== stamp) askAgain = host.now() + PATIENCE;
  };
  return (origin, atOnce = false) => {
    if (looked && site && !atOnce) return site;
    looked = true;
    setImmediate(() => {
      looked = false;
    });
    const stamp = `${stampOf(folder)} ${origin}`;
    if (stamp !== known && (atOnce || host.now() >= askAgain)) renewed(stamp, origin);
    if (site) return site;
    throw new Failure(
      `${shown(folder, host)} is not as cxplan generate left it: run it again (--force overwrites what was changed by hand)`,
    );
  };
}

function siteIn(folder: string, origin: string, today: string, parse: typeof parsePlan): Site | undefined {
  const files = readSnapshot(folder, isServed, isNeeded);
  const text = files?.get('plan.json');
  if (!files || !text) return undefined;
  return siteOf(planIn(text.bytes.toString('utf8'), parse), files, origin, today);
}

function planIn(text: string, parse: typeof parsePlan): Plan {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof PlanError) throw new Failure(`plan.json: ${error.message}`);
    throw error;
  }
}
