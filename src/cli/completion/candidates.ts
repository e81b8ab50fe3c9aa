/** What may stand at the last of the words of a command line: commands, flags, their choices, ids of the workspace. */
import type { Command, Option } from 'commander';
import type { Host } from '../host.ts';
import { type IdKind, idsFor } from './ids.ts';
import type { Candidate } from './types.ts';

/** Flag → ids of which kind it takes, where the flags themselves do not say. */
const FLAG_IDS: Readonly<Record<string, IdKind>> = {
  department: 'departments',
  rule: 'rules',
  group: 'groups',
};
/** Command → ids of which kind stand first. */
const OPERAND_IDS: Readonly<Record<string, IdKind>> = { walk: 'roles', explain: 'anything', docs: 'words' };
const SHELLS = ['bash', 'zsh', 'fish'];

/**
 * Those that begin as the last word does, sorted as the help is. Empty where files are meant.
 *
 * @param words everything behind `cxplan`, the last one unfinished (perhaps empty)
 */
export async function candidates(
  words: readonly string[],
  program: Command,
  host: Host,
): Promise<Candidate[]> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const known = await offered(typed, before, program, host);
  return known.filter(({ value }) => value.startsWith(typed));
}

async function offered(
  typed: string,
  before: readonly string[],
  program: Command,
  host: Host,
): Promise<Candidate[]> {
  const [name] = before;
  if (name === undefined) return typed.startsWith('-') ? program.options.flatMap(flags) : commandsOf(program);
  const command = program.commands.find((one) => one.name() === name);
  if (!command) return name === 'help' && before.length === 1 ? commandsOf(program) : [];
  const asking = valueAsked(before.at(-1)!, command);
  if (asking) return valuesOf(asking, before, host);
  if (typed.startsWith('-')) return command.options.filter(({ hidden }) => !hidden).flatMap(flags);
  if (operands(before.slice(1), command) > 0) return [];
  if (name === 'completion') return SHELLS.map((value) => ({ value, about: `for ${value}` }));
  const kind = OPERAND_IDS[name];
  return kind ? idsFor(kind, before, host) : [];
}

function commandsOf(program: Command): Candidate[] {
  const shown = program.createHelp().visibleCommands(program);
  return shown.map((command) => ({ value: command.name(), about: command.description() }));
}

function flags({ long, description }: Option): Candidate[] {
  return long ? [{ value: long, about: description }] : [];
}

/** The flag whose value is to follow. */
function valueAsked(word: string, command: Command): Option | undefined {
  const option = command.options.find(({ long, short }) => word === long || word === short);
  return option && (option.required || option.optional) ? option : undefined;
}

async function valuesOf(option: Option, before: readonly string[], host: Host): Promise<Candidate[]> {
  if (option.argChoices) return option.argChoices.map((value) => ({ value, about: '' }));
  const kind = FLAG_IDS[option.attributeName()];
  return kind ? idsFor(kind, before, host) : [];
}

/** How many operands stand there already. */
function operands(words: readonly string[], command: Command): number {
  return words.filter((word, i) => !word.startsWith('-') && !(i > 0 && valueAsked(words[i - 1]!, command)))
    .length;
}
