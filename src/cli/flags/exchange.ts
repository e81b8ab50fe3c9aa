/** Files of other systems, in and out. */

import { Option } from 'commander';
import type { Commands } from './declare.ts';
import { asOf, foreign, out } from './options.ts';
import { date, share } from './values.ts';

export const EXCHANGING: Commands = {
  import: (add) =>
    foreign(
      add(
        'import <what> [file] [workspace]',
        'take over people, modules, busy times, or what was typed into plan.xlsx: shown first, written with --write',
        'cxplan import people workday.csv my-firm',
        async () => (await import('../commands/import.ts')).importFile,
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
      async () => (await import('../commands/export.ts')).exportPlan,
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
        async () => (await import('../commands/attend.ts')).attend,
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
  learned: (add) =>
    foreign(
      add(
        'learned [file] [workspace]',
        'take what was learned, and what is done about it, into the ledger; without a file it asks: shown first, written with --write',
        'cxplan learned shadowing.csv my-firm',
        async () => (await import('../commands/learned.ts')).learned,
      ),
    )
      .addOption(out())
      .option('--write', 'write it into the ledger of the workspace')
      .option('--json', 'print it as JSON'),
};
