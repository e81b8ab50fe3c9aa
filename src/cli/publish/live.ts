/** The page of a workspace that is watched: served, and told of each plan and of what is wrong. */
import type { parsePlan } from '../../plan/read.ts';
import { liveSite, planOf, previewed } from '../../publish/live.ts';
import type { Serving } from '../../publish/server.ts';
import type { Page, Site } from '../../publish/site.ts';
import type { Host } from '../host.ts';
import { currentSite, listening } from './served.ts';

export interface LivePage extends Pick<Serving, 'origin' | 'close'> {
  /** Shows the newest plan. @param errors what is wrong, in lines; empty where nothing is */
  readonly show: (errors: string) => void;
  /** Shows a page that is not in the folder yet, until the next {@link show}; comes back when it has been taken. */
  readonly preview: (html: string) => Promise<void>;
}

/** Milliseconds for browsers to come for a page: one that does not gets it a little later. */
const COMES_WITHIN = 500;

/**
 * @param folder of the plan, which need not be there yet
 * @param parse reads a plan's text, and perhaps none that it has read before
 * @throws Failure where the port is not to be had
 */
export async function livePage(
  port: number,
  folder: string,
  host: Host,
  parse?: typeof parsePlan,
): Promise<LivePage> {
  const current = currentSite(folder, host, parse);
  let early: Page | undefined;
  const siteNow = (origin: string, atOnce = false): Site | undefined => {
    try {
      return current(origin, atOnce);
    } catch {
      // No plan, or none that can be read: the run that makes one says so.
      return undefined;
    }
  };
  let errors = '';
  let last: readonly [plain: Site | undefined, early: Page | undefined, live: Site] | undefined;
  const live = (origin: string) => {
    const site = siteNow(origin);
    if (!last || last[0] !== site || last[1] !== early) last = [site, early, liveSite(site, early)];
    return last[2];
  };
  const news = (origin: string) => JSON.stringify({ plan: planOf(siteNow(origin, true), early), errors });
  const { origin, tell, taken, close } = await listening(port, live, news);
  return {
    origin,
    close,
    show(now) {
      errors = now;
      early = undefined;
      tell();
    },
    preview(html) {
      errors = '';
      early = previewed(html);
      tell();
      return taken(COMES_WITHIN);
    },
  };
}
