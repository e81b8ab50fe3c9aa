/** Is the workspace right, is everybody covered, and what would help. */

import { Option } from 'commander';
import { PIPELINE_FORMATS } from '../gate/formats.ts';
import type { Commands } from './declare.ts';
import { format, out, planning } from './options.ts';
import { collect, score } from './values.ts';

export const JUDGING: Commands = {
  validate: (add) =>
    add(
      'validate [workspace]',
      'check the workspace: syntax, references, contradictions',
      'cxplan validate my-workspace',
      async () => (await import('../commands/validate.ts')).validate,
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
        async () => (await import('../commands/check.ts')).check,
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
        async () => (await import('../commands/gaps.ts')).gaps,
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
      async () => (await import('../commands/walk.ts')).walk,
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
        async () => (await import('../commands/fix.ts')).fix,
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
        async () => (await import('../commands/scenarios/what-if.ts')).whatIf,
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
};
