/** `cxplan serve`: the page and the calendars of the plan at addresses that can be followed, on this machine alone. */
import { LIST } from '../../publish/site.ts';
import { outputFolder, shown, workspaceFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { currentSite, listening } from '../publish/served.ts';

export interface ServeFlags {
  readonly out?: string;
  readonly port: number;
  readonly quiet?: boolean;
}

/** Serves until Ctrl-C. 0 then. */
export async function serve(target: string | undefined, flags: ServeFlags, host: Host): Promise<number> {
  const folder = outputFolder(workspaceFolder(target, host), flags.out, host);
  const current = currentSite(folder, host);
  // Whoever cannot be served anything is told so before a port is taken.
  current('');
  const stopped = new Promise<void>((stop) => host.onInterrupt(() => stop()));
  const { origin, close } = await listening(flags.port, current);
  if (!flags.quiet) host.out(`${shown(folder, host)} ${addresses([...current(origin).keys()], origin)}`);
  await stopped;
  await close();
  return 0;
}

function addresses(paths: readonly string[], origin: string): string {
  const count = paths.filter((path) => path.startsWith('/feeds/')).length;
  const calendars = `${count} calendars to follow at http://${origin}${LIST}`;
  const page = paths.includes('/index.html')
    ? `: the page at http://${origin}/, ${calendars}`
    : `: ${calendars}`;
  return `is served until Ctrl-C${page}\n`;
}
