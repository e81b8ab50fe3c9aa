/** The manual page, from the commands and flags as they are declared. */
import type { Command, Option } from 'commander';
import { processHost } from '../../src/cli/host.ts';
import { allCommands } from '../../src/cli/program.ts';

export function makeManual(): string {
  const program = allCommands(processHost());
  const commands = program
    .createHelp()
    .visibleCommands(program)
    .filter((one) => one.name() !== 'help');
  return [
    `.\\" Generated from the commands by npm run generate.`,
    `.TH CXPLAN 1 "" "cxplan" "User Commands"`,
    '.SH NAME',
    `cxplan \\- ${roff('plan a year of customer-experience training from a few YAML files')}`,
    '.SH SYNOPSIS',
    '.B cxplan',
    '.I command',
    '[\\fIworkspace\\fR] [\\fIoptions\\fR]',
    '.SH DESCRIPTION',
    roff(program.description()),
    roff(
      'A workspace is a folder of YAML files; without one the folder you are in, or the nearest above it with a programme, is meant.',
    ),
    '.SH COMMANDS',
    ...commands.flatMap(section),
    '.SH EXIT STATUS',
    ...tagged('0', 'fine'),
    ...tagged('1', 'findings: errors in the workspace, gaps at error, coverage below a floor, a stale plan'),
    ...tagged('2', 'could not do the job: used wrongly, unreadable, busy'),
    '.SH ENVIRONMENT',
    ...tagged('NO_COLOR', 'no colours'),
    '.SH SEE ALSO',
    roff(
      'cxplan docs <word> prints what the reference says of a key; cxplan explain <id> why something is so.',
    ),
    '',
  ].join('\n');
}

function section(command: Command): string[] {
  const usage = `cxplan ${command.name()} ${command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`)).join(' ')}`;
  return [
    `.SS ${quoted(usage.trim())}`,
    roff(`${command.description()}.`),
    ...command.options.filter(({ hidden }) => !hidden).flatMap(option),
  ];
}

function option({ flags, description, argChoices, defaultValue }: Option): string[] {
  const choices = argChoices ? ` (one of ${argChoices.join(', ')})` : '';
  const usual =
    defaultValue === undefined || typeof defaultValue === 'boolean' ? '' : ` (default: ${defaultValue})`;
  return tagged(flags, `${description}${choices}${usual}`);
}

function tagged(word: string, text: string): string[] {
  return ['.TP', `.B ${quoted(word)}`, roff(text)];
}

function quoted(text: string): string {
  return `"${roff(text).replaceAll('"', '\\(dq')}"`;
}

/** Signs that mean something to roff. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('’', '\\(cq')
    .replaceAll('–', '\\(en')
    .replace(/^(['.])/, '\\&$1');
}
