/**
 * The commands and their flags, and nothing of what they do: each command is a file of its own that is loaded
 * when it is asked for.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { SEPARATOR_WORDS } from '../exchange/separators.ts';
import { PIPELINE_FORMATS } from './gate/formats.ts';
import type { Host } from './host.ts';

/**
 * Loads a command. Its flags come from commander; each command names the ones it knows. `about` is what stands
 * before the workspace, where a command takes two words; `file` what stands between, where it takes three;
 * `command` the command as it was declared.
 */
export type Load = () => Promise<
  (
    target: string | undefined,
    flags: never,
    host: Host,
    about: string,
    file: string,
    command: Command,
  ) => Promise<number>
>;

/** Adds a command with the options that all have. */
export type AddCommand = (usage: string, text: string, example: string, load: Load) => Command;

/** The folders of `templates/` that are whole firms. */
export const TEMPLATES = [
  'retail',
  'saas',
  'healthcare',
  'logistics',
  'services',
  'transport',
  'public-sector',
];

/** Name → declares that command, in the order of the help. */
export const COMMANDS: Readonly<Record<string, (add: AddCommand) => Command>> = {
  init: (add) =>
    add(
      'init [folder]',
      'write a first workspace: by questions, from answers in a file, or from a template',
      'cxplan init my-firm --template retail --yes',
      async () => (await import('./commands/init.ts')).init,
    )
      .addOption(new Option('--template <template>', 'start from a whole example firm').choices(TEMPLATES))
      .option('--answers <file>', 'take the answers from a YAML file instead of asking')
      .option('-y, --yes', 'ask nothing')
      .option('--name <name>', 'what the firm is called')
      .addOption(
        new Option('--year <year>', 'which year is to be planned (default: next year)').argParser(yearNumber),
      )
      .option(
        '--timezone <zone>',
        'in which time zone, such as Europe/London (default: that of this machine)',
      )
      .option('--holidays <region>', 'public holidays of which region, such as GB-ENG'),
  generate: (add) =>
    planning(
      add(
        'generate [workspace]',
        'plan the year and write plan, calendars and gap report',
        'cxplan generate examples/fernhill',
        async () => (await import('./commands/generate.ts')).generate,
      ),
    )
      .addOption(maxMoves())
      .addOption(
        new Option(
          '--only <formats>',
          'render only these: html, xlsx, sheets, md, csv, ics, json (default: all but sheets; the plan itself is always written)',
        ).argParser(list),
      )
      .addOption(
        new Option(
          '--csv <form>',
          'CSV for people, as their spreadsheet opens it, or plain, for programs (default: people)',
        ).choices(['people', 'plain']),
      )
      .addOption(
        new Option(
          '--csv-separator <sign>',
          'what parts cells in CSV for people (default: as the locale has it)',
        ).choices(['comma', 'semicolon', 'tab']),
      )
      .option(
        '--people <folder>',
        'write also what names people into a folder of its own: calendars, paths, sheets to sign, a mail-merge table (needs a roster)',
      )
      .option(
        '--pdf [chromium]',
        'make PDFs of the sheets, the first page and the wall planner, by Chromium or Chrome (default: the one on the path)',
      )
      .option('--patches', 'try what would close the gaps, and show on the page what it brings')
      .option('--dry-run', 'say what would be written, and write nothing')
      .option('--force', 'overwrite files of the output folder that were changed by hand or made by others')
      .option('--verbose', 'say also what the plan was made with: version, zone data, seed')
      .option('--json', 'print a summary as JSON'),
  publish: (add) =>
    add(
      'publish [workspace]',
      'note that the plan is agreed: from then on notice holds; bring it to calendars of a server',
      'cxplan publish --caldav https://cal.example.org/ana/training/ --user ana --dry-run',
      async () => (await import('./commands/publish.ts')).publish,
    )
      .addOption(out())
      .option('--as-of <date>', 'the day on which it was agreed, or `today` (default: that of the plan)')
      .option(
        '--caldav <url>',
        'bring a calendar of a server to what the plan has, and touch nothing else in it',
      )
      .option(
        '--user <name>',
        'who writes there; the password comes from CXPLAN_CALDAV_PASSWORD, or is asked for',
      )
      .option('--calendar <id>', 'which calendar, such as departments/finance', 'all')
      .option('--google <folder>', 'write each calendar as the CSV that Google Calendar imports')
      .option('--invitations <folder>', 'write an invitation for each person and session; nothing is mailed')
      .option('--dry-run', 'say what would be done, and do nothing'),
  serve: (add) =>
    add(
      'serve [workspace]',
      'serve the calendars of the plan at addresses to follow, on this machine alone',
      'cxplan serve examples/fernhill',
      async () => (await import('./commands/serve.ts')).serve,
    )
      .addOption(out())
      .addOption(
        new Option('--port <number>', 'where to listen; 0 takes any that is free')
          .argParser(port)
          .default(4180),
      ),
  validate: (add) =>
    add(
      'validate [workspace]',
      'check the workspace: syntax, references, contradictions',
      'cxplan validate my-workspace',
      async () => (await import('./commands/validate.ts')).validate,
    )
      .addOption(format(PIPELINE_FORMATS))
      .option('--stdin', 'take the text of --file from stdin instead of the disk, as an editor has it')
      .option('--file <name>', 'which file of the workspace stdin is')
      .option('--json', 'the same as --format json'),
  check: (add) =>
    planning(
      add(
        'check [workspace]',
        'the gate: fails on new gaps at error, on coverage below a threshold, and on a plan that does not hold',
        'cxplan check --plan --format github --report sarif=cxplan.sarif',
        async () => (await import('./commands/check.ts')).check,
      ),
    )
      .option(
        '--plan',
        'judge the committed plan instead of planning anew; fails when it is out of date or was edited',
      )
      .addOption(
        new Option('--min-coverage <score>', 'threshold for the organisation and every department').argParser(
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
      .option('--json', 'the same as --format json'),
  gaps: (add) =>
    planning(
      add(
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
      .option('--json', 'the same as --format json'),
  walk: (add) =>
    add(
      'walk <role> [workspace]',
      'tell one employee’s year as a story: what they meet, and when they hear a customer',
      'cxplan walk credit-controller examples/fernhill --joiner',
      async () => (await import('./commands/walk.ts')).walk,
    )
      .option('--group <id>', 'walk with this group of the role (default: its first)')
      .option('--joiner', 'walk with somebody who joins this year')
      .addOption(out())
      .option('--json', 'print it as JSON'),
  fix: (add) =>
    planning(
      add(
        'fix [workspace]',
        'list changes of the files that close findings, each tried by planning again; apply them',
        'cxplan fix --apply 1,3 --dry-run',
        async () => (await import('./commands/fix.ts')).fix,
      ),
    )
      .option('--apply <numbers>', 'write these patches into the YAML files: all, or numbers such as 1,3')
      .option('--dry-run', 'show the changes (of all patches, or of those of --apply) and write nothing')
      .option('--rule <id>', 'only findings of this rule')
      .option('--json', 'print them as JSON'),
  'what-if': (add) =>
    planning(
      add(
        'what-if [workspace]',
        'plan variants of the year and show them side by side: score, seats, hours, costs, who leads',
        'cxplan what-if --set departments.stores.maxAway=12%',
        async () => (await import('./commands/scenarios/what-if.ts')).whatIf,
      ),
    )
      .addOption(
        new Option(
          '--variant <file>',
          'a YAML file to lay over the workspace; may be given again (default: those in its folder variants)',
        ).argParser(collect),
      )
      .addOption(
        new Option(
          '--set <path=value>',
          'a variant with this value; given again, one with all of them',
        ).argParser(collect),
      )
      .option('--sweep <path=from..to>', 'a variant for each step of a range, such as 8%..20% or 30..60:15')
      .option('--json', 'print it as JSON'),
  import: (add) =>
    foreign(
      add(
        'import <what> [file] [workspace]',
        'take over people, modules, busy times, or what was typed into plan.xlsx: shown first, written with --write',
        'cxplan import people workday.csv my-firm',
        async () => (await import('./commands/import.ts')).importFile,
      ),
    )
      .addOption(asOf('count people as of this date, or `today` (default: the first day of the programme)'))
      .option('--skip-incomplete', 'of people: leave out rows without department or job')
      .option('--for <id>', 'of busy times: the facilitator or room whose calendar it is')
      .option('--write', 'write what is shown into the workspace, and keep the mapping')
      .option('--json', 'print it as JSON'),
  export: (add) =>
    add(
      'export <format> [workspace]',
      'write the sessions as another system takes them: moodle-attendance, docebo, google-csv, json and others',
      'cxplan export moodle-attendance my-firm --to sessions.csv',
      async () => (await import('./commands/export.ts')).exportPlan,
    )
      .addOption(out())
      .option('--to <file>', 'write into this file (default: print it)')
      .option('--module <id>', 'only sessions of this module')
      .option('--department <id>', 'only sessions with people of this department')
      .addOption(
        new Option(
          '--from <date>',
          'only sessions from this day on (default: the day of the plan)',
        ).argParser(date),
      )
      .option(
        '--timezone <zone>',
        'all times on this clock (default: each on its own; Google and Outlook: the programme’s)',
      )
      .option(
        '--mapping <file>',
        'which columns (default: mappings/<format>.yaml of the workspace, else the shipped one)',
      )
      .option('--show-mapping', 'print the shipped mapping, to be edited')
      .option('--people', 'allow names and addresses in it'),
  attend: (add) =>
    foreign(
      add(
        'attend <file> [workspace]',
        'take in who came, from Teams, Zoom, Moodle or a list: shown first, written with --write',
        'cxplan attend teams.csv my-firm --session kind-invoices.once.credit-controller.leeds.day.1.1',
        async () => (await import('./commands/attend.ts')).attend,
      ),
    )
      .addOption(out())
      .option(
        '--session <id>',
        'the session that the whole file is about (default: found by module and time)',
      )
      .option('--module <id>', 'the module that the whole file is about')
      .option('--timezone <zone>', 'of times without one (default: that of each session)')
      .addOption(
        new Option(
          '--attended-from <share>',
          'least part of its minutes that counts as attended (default: policy.attendedFrom, 80%)',
        ).argParser(share),
      )
      .option('--people', 'show also who: their ids, with what came of them')
      .option('--write', 'write it into the attendance file of the workspace')
      .option('--json', 'print it as JSON'),
  rehearse: (add) =>
    add(
      'rehearse [workspace]',
      'live the plan through many times, with people ill, away or kept at work: coverage at risk, the cheapest reserve',
      'cxplan rehearse examples/fernhill --years 1000',
      async () => (await import('./commands/scenarios/rehearse.ts')).rehearse,
    )
      .addOption(new Option('--years <number>', 'how many years').argParser(years).default(200))
      .addOption(new Option('--seed <number>', 'seed of chance').argParser(whole).default(1))
      .option('--shard <i/n>', 'rehearse only part i of n, and print it for --merge')
      .option('--merge <files...>', 'put all the parts of a run together (after the workspace)')
      .addOption(out())
      .option('--json', 'print it as JSON'),
  rollover: (add) =>
    add(
      'rollover <year> [workspace]',
      'write next year’s workspace: every date moved by what it means, each of them listed',
      'cxplan rollover 2028 examples/fernhill --to fernhill-2028',
      async () => (await import('./commands/scenarios/rollover.ts')).rollover,
    )
      .option('--to <folder>', 'where to write it (default: beside this one, with the year behind its name)')
      .option('--json', 'print the dates as JSON'),
  rules: (add) =>
    add('rules', 'list the rules that look for gaps', 'cxplan rules --json', async () => {
      const { rules } = await import('./commands/rules.ts');
      return (_target, flags, to) => rules(flags, to);
    }).option('--json', 'print them as JSON'),
  explain: (add) =>
    add(
      'explain <id>',
      'say why: a rule, a gap by its key, a session or group of the plan, the score of a department, role or site',
      'cxplan explain no-voice:module=read-the-dashboard -w examples/fernhill-gaps',
      async () => (await import('./commands/explain.ts')).explain,
    )
      .option('-w, --workspace <folder>', 'where to look up sessions, groups and departments')
      .addOption(out())
      .option('--json', 'print it as JSON'),
  pin: (add) =>
    fixing(
      planned(
        add(
          'pin <session>',
          'fix a session: its time, day, room or who leads it; the search will not touch it',
          'cxplan pin kind-invoices.once.credit-controller --at 2027-05-20T10:00 --reason "Asked for by Finance"',
          async () => {
            const { pin } = await import('./commands/pin.ts');
            return pin;
          },
        ),
      ),
    ).option('--keep', 'just as it is now'),
  unpin: (add) =>
    add('unpin <session>', 'let a pinned session go again', 'cxplan unpin kind-invoices.once', async () => {
      const { unpin } = await import('./commands/pin.ts');
      return unpin;
    }).option('-w, --workspace <folder>', 'where it is pinned'),
  move: (add) =>
    fixing(
      planning(
        add(
          'move <session>',
          'pin a session to another time, plan again, and say what else moved',
          'cxplan move kind-invoices.once.credit-controller --at 2027-05-20T10:00',
          async () => {
            const { move } = await import('./commands/pin.ts');
            return move;
          },
        ),
      )
        .addOption(maxMoves())
        .option('-w, --workspace <folder>', 'whose plan it is'),
    ),
  when: (add) =>
    planned(
      add(
        'when <session> [group]',
        'list the nearest starts at which a session (or a module of a group) could be held, and what each would cost',
        'cxplan when kind-invoices.once.credit-controller.leeds.day.1.1',
        async () => {
          const { when } = await import('./commands/when.ts');
          return (group, flags, host, session) => when(session, group, flags, host);
        },
      ),
    )
      .addOption(new Option('--most <number>', 'how many starts').argParser(whole).default(10))
      .option('--json', 'print them as JSON'),
  diff: (add) =>
    add(
      'diff [old] [new]',
      'two plans: what is new, moved, cancelled, for whom and why (default: the committed plan and that of now)',
      'cxplan diff HEAD~1 --department finance',
      async () => (await import('./commands/diff.ts')).diff,
    )
      .option('-w, --workspace <folder>', 'whose plans they are')
      .addOption(out())
      .option('--since <date>', 'the old plan: as it was committed before this date, or `published`')
      .option('--department <id>', 'only what concerns this department')
      .option('--site <id>', 'only what concerns this site')
      .option('--facilitator <id>', 'only what concerns this facilitator')
      .addOption(format(['markdown', 'mail']))
      .option('--json', 'the same as --format json'),
  verify: (add) =>
    add(
      'verify [workspace]',
      'recompute every hard constraint of the plan, apart from the planner',
      'cxplan verify examples/fernhill',
      async () => (await import('./commands/verify.ts')).verify,
    )
      .addOption(out())
      .option('--previous <file>', 'the plan it follows, to check that near sessions were left alone')
      .option('--json', 'print the violations as JSON'),
  'upgrade-check': (add) =>
    add(
      'upgrade-check [workspace]',
      'whether this version of cxplan would change a plan that another one made, and what; writes nothing',
      'cxplan upgrade-check examples/fernhill',
      async () => (await import('./commands/upgrade-check.ts')).upgradeCheck,
    )
      .addOption(out())
      .option('--json', 'print the comparison as JSON'),
  docs: (add) =>
    add(
      'docs <word>',
      'print what the reference says of a section, a key or a word of the glossary',
      'cxplan docs maxAway',
      async () => {
        const { docs } = await import('./commands/docs.ts');
        return (word, flags, host) => docs(word!, flags, host);
      },
    ).option('--json', 'print it as JSON'),
  watch: (add) =>
    planning(
      add(
        'watch [workspace]',
        'plan again whenever a file is saved; with mistakes in it, the last good plan stays',
        'cxplan watch my-workspace',
        async () => (await import('./commands/watch.ts')).watch,
      ),
    ),
  editor: (add) =>
    add(
      'editor [workspace]',
      'write what editors need: the schema for completion and hover, and tasks for VS Code',
      'cxplan editor my-workspace',
      async () => (await import('./commands/editor.ts')).editor,
    ),
  completion: (add) =>
    add(
      'completion <shell>',
      'print what makes bash, zsh or fish complete commands, flags and ids of the workspace',
      'source <(cxplan completion bash)',
      async () => {
        const { completion } = await import('./commands/completion.ts');
        return (shell, _flags, host) => completion(shell!, host);
      },
    ),
  complete: (add) =>
    add(
      'complete [words...]',
      'print what may stand where the cursor is, for the shells',
      'cxplan complete -- explain no-',
      async () => {
        const { complete } = await import('./commands/complete.ts');
        return (_word, _flags, host, words, _file, { parent }) =>
          complete(words as unknown as readonly string[], parent!, host);
      },
    ),
};

/** What a planner may fix of a session. */
function fixing(command: Command): Command {
  return command
    .option('--at <time>', 'it starts then, such as 2027-05-20T10:00')
    .option('--on <date>', 'on that day, at whatever time')
    .option('--facilitator <id>', 'who leads it')
    .option('--room <id>', 'where it is held')
    .option('--reason <text>', 'why, for everybody who asks')
    .option('--force', 'also against floor, load, notice or closures; needs --reason');
}

/** The options of commands that look at the plan there is. */
function planned(command: Command): Command {
  return command
    .option('-w, --workspace <folder>', 'whose plan it is')
    .addOption(out())
    .option('--as-of <date>', 'as of this date, or `today` (default: the plan’s)');
}

/** The options of every command that reads a table of another system. */
function foreign(command: Command): Command {
  return command
    .addOption(
      new Option('--column <name=title>', 'which column is which; may be given again').argParser(collect),
    )
    .addOption(
      new Option('--dates <order>', 'in dates such as 03/04/2027').choices(['day-first', 'month-first']),
    )
    .addOption(new Option('--separator <sign>', 'what parts cells (default: found)').choices(SEPARATOR_WORDS))
    .option('--sheet <name>', 'of a workbook: which sheet (default: the first)')
    .option('--mapping <file>', 'how the file is read (default: the one in mappings/ of the workspace)');
}

function asOf(text: string): Option {
  return new Option('--as-of <date>', text);
}

/** The options of every command that plans. */
function planning(command: Command): Command {
  return command
    .addOption(out())
    .addOption(
      asOf(
        'plan (with --plan: judge) as of this date, or `today` (default: the previous plan’s, or the day before the start)',
      ),
    )
    .addOption(new Option('--seed <number>', 'seed of the search').argParser(whole).default(1))
    .addOption(
      new Option('--effort <effort>', 'how long to search')
        .choices(['quick', 'normal', 'thorough'])
        .default('normal'),
    )
    .option('--fresh', 'forget when things were planned; identities, and what has been held, go on');
}

function maxMoves(): Option {
  return new Option(
    '--max-moves <number>',
    'hold so many sessions at another time than before, at most; who finds no place that way is left out, with the reason (default: as many as must)',
  ).argParser(whole);
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

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('It must be a port from 0 to 65535.');
  return Number(text);
}

function years(text: string): number {
  const value = whole(text);
  if (value < 1 || value > 1_000_000)
    throw new InvalidArgumentError('It must be a number of years from 1 to 1,000,000.');
  return value;
}

function score(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!/^\d/.test(text) || !(value >= 0 && value <= 100))
    throw new InvalidArgumentError('It must be a score from 0 to 100.');
  return value;
}

function date(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new InvalidArgumentError('It must be a date such as 2027-03-02.');
  return text;
}

function share(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!/^\d{1,3}(?:\.\d{1,2})?%$/.test(text) || value > 100)
    throw new InvalidArgumentError('It must be a share such as 80%.');
  return value / 100;
}

function yearNumber(text: string): number {
  if (!/^(?:20[2-9]\d|21[0-4]\d)$/.test(text))
    throw new InvalidArgumentError('It must be a year from 2020 to 2149.');
  return Number(text);
}
