/** How a command is declared: its usage, a line about it, an example, and the file that does it. */
import type { Command } from 'commander';
import type { Host } from '../host.ts';

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

/** Name → declares that command. */
export type Commands = Readonly<Record<string, (add: AddCommand) => Command>>;
