/**
 * Reads the command line and hands it to the command that is meant. Wrong usage ends with 2, as everything does
 * that could not do its job.
 */
import { Command, CommanderError, Option } from 'commander';
import { sanitise } from '../diagnostics/sanitise.ts';
import { explainFailure } from './faults.ts';
import type { AddCommand } from './flags/declare.ts';
import { COMMANDS } from './flags/index.ts';
import type { Host } from './host.ts';

const WELCOME = `cxplan plans a year of customer-experience training for every department, from a few YAML files.

Three things to try:
  cxplan init my-firm       asks about your firm and writes a workspace that plans at once
  cxplan generate my-firm   plans its year; then open my-firm/plan/index.html
  cxplan gaps my-firm       shows who is forgotten, where, and what would close the gap

Everything else: cxplan --help
`;

/** Commands that load no workspace. */
const WITHOUT_YEAR: ReadonlySet<string> = new Set([
  'init',
  'rules',
  'docs',
  'editor',
  'completion',
  'complete',
]);

/** Commands for programs, not for people; they look at all others. */
const HIDDEN: ReadonlySet<string> = new Set(['complete']);

/** Parses, runs the command that is asked for, and answers with the exit code. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  if (argv.length === 0) {
    host.err(WELCOME);
    return 2;
  }
  const ending = { code: 0 };
  const program = describe(argv[0], host, ending);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    ending.code =
      error instanceof CommanderError
        ? error.exitCode && 2
        : await explainFailure(error, host, argv.includes('--debug'));
  }
  return host.failed() ? 2 : ending.code;
}

/** All commands with their flags, for the manual page; none of them runs. */
export function allCommands(host: Host): Command {
  return describe(undefined, host, { code: 0 });
}

/** Lines of text, each of them safe to print. */
function safe(text: string): string {
  return text.split('\n').map(sanitise).join('\n');
}

/** Only the command that is named is described: all of them, for the help and for mistakes, take two milliseconds. */
function describe(named: string | undefined, host: Host, ending: { code: number }): Command {
  const columns = Number(host.env.COLUMNS) || 100;
  const program = new Command('cxplan')
    .description('Plans customer-experience training for every department of a firm, from a few YAML files.')
    .version(host.version, '-V, --version', 'print the version; with --json also of the zone data')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      // What was typed stands in some of its messages: it is told, not obeyed, like everything else.
      writeOut: (text) => host.out(safe(text)),
      writeErr: (text) => host.err(safe(text)),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 fine · 1 findings · 2 could not do the job\n\nExample: cxplan generate examples/fernhill',
    );

  const add: AddCommand = (usage, text, example, load) => {
    const made = program
      .command(usage, { hidden: HIDDEN.has(usage.split(' ')[0]!) })
      .description(text)
      .option('-q, --quiet', 'print nothing but data and errors')
      .addOption(new Option('--debug', 'print stack traces').hideHelp())
      .addHelpText('after', `\nExample: ${example}`)
      .showHelpAfterError(`(For example: ${example}. More: cxplan ${usage.split(' ')[0]} --help.)`);
    if (!WITHOUT_YEAR.has(usage.split(' ')[0]!)) {
      made.option('--no-limits', 'take a year of any size (policy.limits says what is usual)');
    }
    made.action(async (...args: unknown[]) => {
      const operands = args.slice(0, -2) as (string | undefined)[];
      ending.code = await (await load())(
        operands.at(-1),
        args.at(-2) as never,
        host,
        operands[0] ?? '',
        operands[1] ?? '',
        args.at(-1) as Command,
      );
    });
    return made;
  };

  const all = named === undefined || HIDDEN.has(named);
  const declare = !all && Object.hasOwn(COMMANDS, named) ? COMMANDS[named] : undefined;
  for (const one of declare ? [declare] : Object.values(COMMANDS)) one(add);
  return program;
}
