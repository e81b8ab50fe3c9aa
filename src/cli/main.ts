/**
 * The door. It keeps start-up light: asking for the version loads nothing else, everything more is in
 * `program.ts`, which in turn loads only the command that is asked for.
 */
import { processHost } from './host.ts';

/** Runs one command line (without `node` and the script) and gives its exit code; never throws. */
export async function main(argv: readonly string[], host = processHost()): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    host.out(`${host.version}\n`);
    return host.failed() ? 2 : 0;
  }
  const { run } = await import('./program.ts');
  return run(argv, host);
}
