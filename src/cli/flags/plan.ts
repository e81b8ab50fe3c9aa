/** The first workspace, the plan, and how it reaches calendars. */

import { Option } from 'commander';
import type { Commands } from './declare.ts';
import { maxMoves, out, planning, port } from './options.ts';
import { list, yearNumber } from './values.ts';

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

export const PLANNING: Commands = {
  init: (add) =>
    add(
      'init [folder]',
      'write a first workspace: by questions, from answers in a file, or from a template',
      'cxplan init my-firm --template retail --yes',
      async () => (await import('../commands/init.ts')).init,
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
        async () => (await import('../commands/generate.ts')).generate,
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
      async () => (await import('../commands/publish.ts')).publish,
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
      'serve the page, and the calendars at addresses to follow, on this machine alone',
      'cxplan serve examples/fernhill',
      async () => (await import('../commands/serve.ts')).serve,
    )
      .addOption(out())
      .addOption(port()),
};
