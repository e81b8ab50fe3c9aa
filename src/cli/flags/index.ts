/**
 * The commands and their flags, and nothing of what they do: each command is a file of its own that is loaded
 * when it is asked for.
 */

import { COMPARING } from './compare.ts';
import type { Commands } from './declare.ts';
import { EXCHANGING } from './exchange.ts';
import { EXPLAINING } from './explain.ts';
import { JUDGING } from './gate.ts';
import { PINNING } from './pins.ts';
import { PLANNING } from './plan.ts';
import { HELPING } from './shell.ts';
import { REHEARSING } from './years.ts';

/** All commands, in the order of the help. */
export const COMMANDS: Commands = {
  ...PLANNING,
  ...JUDGING,
  ...EXCHANGING,
  ...REHEARSING,
  ...EXPLAINING,
  ...PINNING,
  ...COMPARING,
  ...HELPING,
};
