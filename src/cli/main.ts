/**
 * The door. It keeps start-up light: asking for the version loads nothing else, everything more is in
 * `program.ts`, which in turn loads only the command that is asked for.
 */
import { processHost } from './host.ts';

/** Commands that end with Ctrl-C. */
const LASTING = new Set(['watch', 'serve']);
const VERSION = ['--version', '-V'];

/** Runs one command line (without `node` and the script) and gives its exit code; never throws. */
export async function main(argv: readonly string[], host = processHost()): Promise<number> {
  if (argv.length === 1 && VERSION.includes(argv[0]!)) {
    host.out(`${host.version}\n`);
    return host.failed() ? 2 : 0;
  }
  if (argv.length === 2 && argv.includes('--json') && argv.some((flag) => VERSION.includes(flag))) {
    const { ZONE_RELEASE } = await import('../calendar/zone.ts');
    host.out(`${JSON.stringify({ name: 'cxplan', version: host.version, zones: ZONE_RELEASE }, null, 2)}\n`);
    return host.failed() ? 2 : 0;
  }
  // What runs for hours is compiled as soon as that pays.
  if (!LASTING.has(argv[0] ?? '')) await host.compileLate();
  await host.keepCompiled();
  const { run } = await import('./program.ts');
  return run(argv, host);
}
