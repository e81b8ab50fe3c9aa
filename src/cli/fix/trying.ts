/** How patches are tried: each planned quickly, with a line that says how many are done; in a pipe every few seconds. */
import type { TrialOptions } from '../../fix/trial.ts';
import type { Host } from '../host.ts';
import { lineOn } from '../progress.ts';

/** What `work` gives. @param what `trying patches` */
export async function whileTrying<T>(
  what: string,
  { seed, quiet }: { readonly seed: number; readonly quiet?: boolean },
  host: Host,
  work: (options: TrialOptions, onProgress: (done: number, of: number) => void) => Promise<T>,
): Promise<T> {
  const line = await lineOn(host, quiet, true);
  try {
    return await work({ tool: `cxplan ${host.version}`, seed, effort: 'quick' }, (done, of) =>
      line.say(`${what}: ${done} of ${of}`),
    );
  } finally {
    line.end();
  }
}
