/** The page of a workspace that is watched: served, and told of each plan and of what is wrong. */
import { liveSite, planOf } from '../../publish/live.ts';
import type { Serving } from '../../publish/server.ts';
import type { Site } from '../../publish/site.ts';
import type { Host } from '../host.ts';
import { currentSite, listening } from './served.ts';

export interface LivePage extends Pick<Serving, 'origin' | 'close'> {
  /** Shows the newest plan. @param errors what is wrong, in lines; empty where nothing is */
  readonly show: (errors: string) => void;
}

/** @param folder of the plan, which need not be there yet @throws Failure where the port is not to be had */
export async function livePage(port: number, folder: string, host: Host): Promise<LivePage> {
  const current = currentSite(folder, host);
  const siteNow = (origin: string, atOnce = false): Site | undefined => {
    try {
      return current(origin, atOnce);
    } catch {
      // No plan, or none that can be read: the run that makes one says so.
      return undefined;
    }
  };
  let errors = '';
  let last: readonly [plain: Site | undefined, live: Site] | undefined;
  const live = (origin: string) => {
    const site = siteNow(origin);
    if (!last || last[0] !== site) last = [site, liveSite(site)];
    return last[1];
  };
  const news = (origin: string) => JSON.stringify({ plan: planOf(siteNow(origin, true)), errors });
  const { origin, tell, close } = await listening(port, live, news);
  return {
    origin,
    close,
    show(now) {
      errors = now;
      tell();
    },
  };
}
