/** `cxplan import people`: departments, roles, sites, shifts and heads from an HR export, shown as YAML, then written. */

import { isoDate, toDay } from '../../calendar/date.ts';
import { type Say, sayIn } from '../../calendar/say.ts';
import { append } from '../../collections/lists.ts';
import { mappingText } from '../../exchange/mapping.ts';
import type { Count } from '../../exchange/people/count.ts';
import { PEOPLE_FIELDS } from '../../exchange/people/fields.ts';
import { type Merge, mergeFirm } from '../../exchange/people/merge.ts';
import { NO_FIRM, type Proposal } from '../../exchange/people/proposal.ts';
import { type PeopleImport, readPeople } from '../../exchange/people/read.ts';
import { yamlOf } from '../../exchange/yaml.ts';
import { dateShort } from '../../report/words.ts';
import { counted } from '../../wording/words.ts';
import { findRoot } from '../../workspace/files/root.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { loadValid } from '../load.ts';
import { printDiagnostics, printJson } from '../print.ts';
import { asOfDate } from '../year.ts';
import { foreign, type KeptMapping, mappingFor } from './form.ts';
import { foundJson, foundText, titlesOf } from './found.ts';
import type { ImportFlags } from './types.ts';
import { type Changes, filesOf, sayWritten, writeAll } from './write.ts';

/** In a folder that is no workspace yet it proposes all the same: for the first one. */
export async function importPeople(
  file: string,
  target: string | undefined,
  flags: ImportFlags,
  host: Host,
): Promise<number> {
  const isNew = target === undefined && findRoot(host.cwd) === undefined;
  if (isNew && flags.write) {
    throw new Failure(
      `no workspace here to write into: make one with cxplan init, or keep what is shown: cxplan import people ${file} > people.yaml`,
    );
  }
  const source = foreign(file, host);
  const workspace = isNew ? undefined : await loadValid(target, host, flags);
  const kept = await mappingFor('people', workspace?.root, PEOPLE_FIELDS, flags, host);
  const asOf = asOfDate(flags.asOf, host);
  const day = asOf === undefined ? (workspace?.model.programme.starts ?? toDay(host.today())!) : toDay(asOf)!;
  const read = await readPeople(source, {
    mapping: kept.mapping,
    asOf: day,
    skipIncomplete: flags.skipIncomplete ?? false,
    firm: workspace?.model ?? NO_FIRM,
  });
  const say = sayIn(workspace?.model.programme.locale ?? 'en-GB');
  if (!flags.quiet && !flags.json && read.found)
    host.err(foundText(say, source.file, read.found, read.rows, PEOPLE_FIELDS));
  if (!read.proposal) {
    await printDiagnostics(read.diagnostics, new Map(), host, 2);
    return 1;
  }
  const merge = mergeFirm(read.proposal, workspace?.model);
  const changes = changesOf(read.proposal, merge, source.file);
  tell(read, merge, changes, { asOf: isoDate(day), say }, flags, host);
  if (!workspace) return 0;
  // Whatever it would make of the workspace is tried before anything is written, and before it is asked for.
  const files = await filesOf(workspace, changes, host);
  if (flags.write) {
    const mapping = mappingOf(read, kept, source.file);
    sayWritten(writeAll(workspace.root, files, kept, mapping), flags, host);
  } else if (!flags.quiet) host.err('Nothing was written: --write does.\n');
  return 0;
}

function changesOf({ guessedHours }: Proposal, { added, edits }: Merge, file: string): Changes {
  if (Object.keys(added).length === 0) return { added: '', name: 'people', edits };
  const guesses: Record<string, string> = {};
  for (const [department, shifts] of shiftsByDepartment(guessedHours)) {
    if (added.departments?.[department])
      guesses[department] = `the hours of ${shifts.join(', ')} are guessed from the name`;
  }
  const text = yamlOf(added, { departments: guesses });
  return { added: `# Proposed by cxplan import people from ${named(file)}.\n${text}`, name: 'people', edits };
}

function shiftsByDepartment(guessed: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const one of guessed) {
    const [department, shift] = one.split(' ') as [string, string];
    append(found, department, shift);
  }
  return found;
}

/** The name of a file without its folders. */
function named(file: string): string {
  return file.replace(/^.*[\\/]/, '');
}

/** So many words are worth a line each. */
const MOST_WORDS = 2_000;

function mappingOf({ found, count, proposal }: PeopleImport, { mapping }: KeptMapping, file: string): string {
  const { words } = proposal!;
  const all = Object.values(words).reduce((sum, map) => sum + Object.keys(map).length, 0);
  const dates = count!.order ?? mapping.dates;
  return mappingText(
    `How cxplan import people reads exports such as ${named(file)}: edit what is not so.\nvalues: words of the export → ids of this workspace.`,
    {
      separator: mapping.separator,
      encoding: mapping.encoding,
      sheet: mapping.sheet,
      dates,
      columns: found ? titlesOf(found) : {},
      ...(all <= MOST_WORDS && { values: words }),
    },
  );
}

function tell(
  { found, count, rows, proposal }: PeopleImport,
  { added, edits, unnamed, kept }: Merge,
  { added: text }: Changes,
  { asOf, say }: { readonly asOf: string; readonly say: Say },
  { json, quiet }: ImportFlags,
  host: Host,
): void {
  if (json) {
    const { people, gone, later, again } = count!;
    const changed = edits.map(({ pointer, value }) => ({ pointer: pointer.join('.'), value }));
    printJson(
      {
        rows,
        ...(found && { read: foundJson(found) }),
        asOf,
        people,
        gone,
        later,
        again,
        added,
        changed,
        unnamed,
        kept,
      },
      host,
    );
    return;
  }
  if (!quiet) host.err(countText(say, count!, asOf, proposal!));
  host.out(text);
  for (const { pointer, value } of edits) {
    host.out(`# ${pointer.join('.')}: ${JSON.stringify(value).replaceAll('"', '')}\n`);
  }
  if (quiet) return;
  for (const one of kept) host.err(`${one}\n`);
  if (unnamed.length > 0) {
    const few = unnamed.slice(0, 8).join(', ');
    host.err(
      `Not in the file, and left as they are: ${counted(say, unnamed.length, 'role')} (${few}${unnamed.length > 8 ? ' …' : ''}).\n`,
    );
  }
  if (text === '' && edits.length === 0) host.err('The workspace says so already.\n');
}

function countText(
  say: Say,
  { people, gone, later, again }: Count,
  asOf: string,
  proposal: Proposal,
): string {
  const others = [
    gone > 0 && `${say.number(gone)} gone`,
    later > 0 && `${say.number(later)} to come`,
    again > 0 && `${counted(say, again, 'further job')} of the same people not counted`,
  ].filter((one) => one !== false);
  const more = others.length > 0 ? ` (${others.join(', ')})` : '';
  const [departments, roles, sites] = [proposal.departments, proposal.roles, proposal.sites].map(
    (map) => Object.keys(map).length,
  ) as [number, number, number];
  const places = sites === 0 ? '' : `, ${counted(say, sites, 'site')}`;
  return `${counted(say, people, 'person', 'people')} on ${dateShort(say, asOf)}${more}: ${counted(say, departments, 'department')}, ${counted(say, roles, 'role')}${places}\n\n`;
}
