/** One plan beside another, and beside its workspace. */

import type { Commands } from './declare.ts';
import { format, out } from './options.ts';

export const COMPARING: Commands = {
  diff: (add) =>
    add(
      'diff [old] [new]',
      'two plans: what is new, moved, cancelled, for whom and why (default: the committed plan and that of now)',
      'cxplan diff HEAD~1 --department finance',
      async () => (await import('../commands/diff.ts')).diff,
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
      async () => (await import('../commands/verify.ts')).verify,
    )
      .addOption(out())
      .option('--previous <file>', 'the plan it follows, to check that near sessions were left alone')
      .option('--json', 'print the violations as JSON'),
  'upgrade-check': (add) =>
    add(
      'upgrade-check [workspace]',
      'whether this version of cxplan would change a plan that another one made, and what; writes nothing',
      'cxplan upgrade-check examples/fernhill',
      async () => (await import('../commands/upgrade-check.ts')).upgradeCheck,
    )
      .addOption(out())
      .option('--json', 'print the comparison as JSON'),
};
