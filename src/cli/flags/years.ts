/** Years that may be, and the next one. */

import { Option } from 'commander';
import type { Commands } from './declare.ts';
import { out } from './options.ts';
import { whole, years } from './values.ts';

export const REHEARSING: Commands = {
  rehearse: (add) =>
    add(
      'rehearse [workspace]',
      'live the plan through many times, with people ill, away or kept at work: coverage at risk, the cheapest reserve',
      'cxplan rehearse examples/fernhill --years 1000',
      async () => (await import('../commands/scenarios/rehearse.ts')).rehearse,
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
      async () => (await import('../commands/scenarios/rollover.ts')).rollover,
    )
      .option('--to <folder>', 'where to write it (default: beside this one, with the year behind its name)')
      .option('--json', 'print the dates as JSON'),
};
