/**
 * The flags of every command, and nothing of what they do: each command is a file of its own that is loaded
 * when it is asked for. Wrong usage ends with 2, as everything does that could not do its job.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { explainFailure } from './faults.ts';
import { PIPELINE_FORMATS } from './gate/formats.ts';
import type { Host } from './host.ts';

/**
 * Loads a command. Its flags come from commander; each command names the ones it knows. `about` is what stands
 * before the workspace, where a command takes two words.
 */
type Load = () => Promise<
  (target: string | undefined, flags: never, host: Host, about: string) => Promise<number>
>;

const WELCOME = `cxplan plans a year of customer-experience training for every department, from a few YAML files.

Three things to try:
  cxplan init my-firm       asks about your firm and writes a workspace that plans at once
  cxplan generate my-firm   plans its year; then open my-firm/plan/README.md
  cxplan gaps my-firm       shows who is forgotten, where, and what would close the gap

Everything else: cxplan --help
`;

/** Parses, runs the command that is asked for, and answers with the exit code. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  if (argv.length === 0) {
    host.err(WELCOME);
    return 2;
  }
  const ending = { code: 0 };
  const program = describe(host, ending);
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

function describe(host: Host, ending: { code: number }): Command {
  const columns = Number(host.env.COLUMNS) || 100;
  const program = new Command('cxplan')
    .description('Plans customer-experience training for every department of a firm, from a few YAML files.')
    .version(host.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: host.out,
      writeErr: host.err,
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 fine · 1 findings · 2 could not do the job\n\nExample: cxplan generate examples/fernhill',
    );

  /** Adds a command with the options that all have. */
  const command = (usage: string, text: string, example: string, load: Load): Command => {
    const made = program
      .command(usage)
      .description(text)
      .option('-q, --quiet', 'print nothing but data and errors')
      .addOption(new Option('--debug', 'print stack traces').hideHelp())
      .addHelpText('after', `\nExample: ${example}`)
      .showHelpAfterError(`(For example: ${example}. More: cxplan ${usage.split(' ')[0]} --help.)`);
    made.action(async (...args: unknown[]) => {
      const operands = args.slice(0, -2) as (string | undefined)[];
      ending.code = await (await load())(operands.at(-1), args.at(-2) as never, host, operands[0] ?? '');
    });
    return made;
  };

  command(
    'init [folder]',
    'write a first workspace, by questions or from a template',
    'cxplan init my-firm --template retail --yes',
    async () => (await import('./commands/init.ts')).init,
  )
    .addOption(new Option('--template <template>', 'start from').choices(['retail', 'saas']))
    .option('-y, --yes', 'ask nothing')
    .option('--name <name>', 'what the firm is called')
    .addOption(
      new Option('--year <year>', 'which year is to be planned (default: next year)').argParser(yearNumber),
    )
    .option('--timezone <zone>', 'in which time zone, such as Europe/London (default: that of this machine)');

  planning(
    command(
      'generate [workspace]',
      'plan the year and write plan, calendars and gap report',
      'cxplan generate examples/fernhill',
      async () => (await import('./commands/generate.ts')).generate,
    ),
  )
    .addOption(
      new Option(
        '--only <formats>',
        'render only these, such as md,ics (the plan itself is always written)',
      ).argParser(list),
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--force', 'overwrite files of the output folder that were changed by hand or made by others')
    .option('--json', 'print a summary as JSON');

  command(
    'validate [workspace]',
    'check the workspace: syntax, references, contradictions',
    'cxplan validate my-workspace',
    async () => (await import('./commands/validate.ts')).validate,
  )
    .addOption(format(PIPELINE_FORMATS))
    .option('--json', 'the same as --format json');

  planning(
    command(
      'check [workspace]',
      'the gate: fails on new gaps at error, on coverage below a floor, and on a plan that does not hold',
      'cxplan check --plan --format github --report sarif=cxplan.sarif',
      async () => (await import('./commands/check.ts')).check,
    ),
  )
    .option(
      '--plan',
      'judge the committed plan instead of planning anew; fails when it is out of date or was edited',
    )
    .addOption(
      new Option('--min-coverage <score>', 'floor for the organisation and every department').argParser(
        score,
      ),
    )
    .option(
      '--baseline <file>',
      'let the gaps pass that this file knows (default: .cxplan-baseline.json of the workspace, where there is one)',
    )
    .option('--no-baseline', 'judge every gap, known or not')
    .option('--update-baseline', 'write the gaps of today into the baseline')
    .addOption(format(PIPELINE_FORMATS))
    .addOption(
      new Option(
        '--report <format=file>',
        `write a file besides, such as sarif=cxplan.sarif; may be given again (${PIPELINE_FORMATS.join(', ')})`,
      ).argParser(collect),
    )
    .option('--json', 'the same as --format json');

  planning(
    command(
      'gaps [workspace]',
      'the gap report: coverage and findings, with their places',
      'cxplan gaps --department finance',
      async () => (await import('./commands/gaps.ts')).gaps,
    ),
  )
    .option('--plan', 'judge the committed plan instead of planning anew')
    .option('--department <id>', 'only what concerns this department')
    .option('--rule <id>', 'only this rule')
    .addOption(format())
    .option('--json', 'the same as --format json');

  command(
    'walk <role> [workspace]',
    'tell one employee’s year as a story: what they meet, and when they hear a customer',
    'cxplan walk credit-controller examples/fernhill --joiner',
    async () => (await import('./commands/walk.ts')).walk,
  )
    .option('--group <id>', 'walk with this group of the role (default: its first)')
    .option('--joiner', 'walk with somebody who joins this year')
    .addOption(out())
    .option('--json', 'print it as JSON');

  planning(
    command(
      'fix [workspace]',
      'list changes of the files that close findings, each tried by planning again; apply them',
      'cxplan fix --apply 1,3 --dry-run',
      async () => (await import('./commands/fix.ts')).fix,
    ),
  )
    .option('--apply <numbers>', 'write these patches into the YAML files: all, or numbers such as 1,3')
    .option('--dry-run', 'show the changes (of all patches, or of those of --apply) and write nothing')
    .option('--rule <id>', 'only findings of this rule')
    .option('--json', 'print them as JSON');

  command('rules', 'list the rules that look for gaps', 'cxplan rules --json', async () => {
    const { rules } = await import('./commands/rules.ts');
    return (_target, flags, to) => rules(flags, to);
  }).option('--json', 'print them as JSON');

  command(
    'explain <id>',
    'say why: a rule, a gap by its key, a session or group of the plan, the score of a department, role or site',
    'cxplan explain no-voice:module=read-the-dashboard -w examples/fernhill-gaps',
    async () => (await import('./commands/explain.ts')).explain,
  )
    .option('-w, --workspace <folder>', 'where to look up sessions, groups and departments')
    .addOption(out())
    .option('--json', 'print it as JSON');

  command(
    'verify [workspace]',
    'recompute every hard constraint of the plan, apart from the planner',
    'cxplan verify examples/fernhill',
    async () => (await import('./commands/verify.ts')).verify,
  )
    .addOption(out())
    .option('--previous <file>', 'the plan it follows, to check that near sessions were left alone')
    .option('--json', 'print the violations as JSON');

  return program;
}

/** The options of every command that plans. */
function planning(command: Command): Command {
  return command
    .addOption(out())
    .option(
      '--as-of <date>',
      'plan as of this date, or `today` (default: the previous plan’s, or the day before the start)',
    )
    .addOption(new Option('--seed <number>', 'seed of the search').argParser(whole).default(1))
    .addOption(
      new Option('--effort <effort>', 'how long to search')
        .choices(['quick', 'normal', 'thorough'])
        .default('normal'),
    )
    .option('--fresh', 'forget the previous plan');
}

function out(): Option {
  return new Option('--out <folder>', 'the output folder (default: plan, inside the workspace)');
}

function format(more: readonly string[] = []): Option {
  return new Option('--format <format>', 'how to print')
    .choices(['pretty', 'json', ...more])
    .default('pretty');
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

function list(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number from 0 to 999999999.');
  return Number(text);
}

function score(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!/^\d/.test(text) || !(value >= 0 && value <= 100))
    throw new InvalidArgumentError('It must be a score from 0 to 100.');
  return value;
}

function yearNumber(text: string): number {
  if (!/^(?:20[2-9]\d|21[0-4]\d)$/.test(text))
    throw new InvalidArgumentError('It must be a year from 2020 to 2149.');
  return Number(text);
}
