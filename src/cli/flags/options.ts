/** Options that several commands share. */

import { type Command, Option } from 'commander';
import { SEPARATOR_WORDS } from '../../exchange/separators.ts';
import { collect, port as portOf, whole } from './values.ts';

/** What a planner may fix of a session. */
export function fixing(command: Command): Command {
  return command
    .option('--at <time>', 'it starts then, such as 2027-05-20T10:00')
    .option('--on <date>', 'on that day, at whatever time')
    .option('--facilitator <id>', 'who leads it')
    .option('--room <id>', 'where it is held')
    .option('--reason <text>', 'why, for everybody who asks')
    .option('--force', 'also against floor, load, notice or closures; needs --reason');
}

/** The options of commands that look at the plan there is. */
export function planned(command: Command): Command {
  return command
    .option('-w, --workspace <folder>', 'whose plan it is')
    .addOption(out())
    .option('--as-of <date>', 'as of this date, or `today` (default: the plan’s)');
}

/** The options of every command that reads a table of another system. */
export function foreign(command: Command): Command {
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

export function asOf(text: string): Option {
  return new Option('--as-of <date>', text);
}

/** The options of every command that plans. */
export function planning(command: Command): Command {
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

export function maxMoves(): Option {
  return new Option(
    '--max-moves <number>',
    'hold so many sessions at another time than before, at most; who finds no place that way is left out, with the reason (default: as many as must)',
  ).argParser(whole);
}

export function out(): Option {
  return new Option('--out <folder>', 'the output folder (default: plan, inside the workspace)');
}

export function port(): Option {
  return new Option('--port <number>', 'where to listen; 0 takes any that is free')
    .argParser(portOf)
    .default(4180);
}

export function format(more: readonly string[] = []): Option {
  return new Option('--format <format>', 'how to print')
    .choices(['pretty', 'json', ...more])
    .default('pretty');
}
