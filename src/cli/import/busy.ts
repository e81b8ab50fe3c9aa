/** `cxplan import busy`: a trainer's or room's calendar → when they cannot; times only, nothing of what they do. */
import { basename } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import { busyIn } from '../../exchange/busy/busy.ts';
import { CalendarProblem } from '../../exchange/busy/lines.ts';
import { REASON, rangesOf, type WrittenRange } from '../../exchange/busy/ranges.ts';
import { idFrom } from '../../exchange/ids.ts';
import { encodingsFor, headOf, textOf } from '../../exchange/table/bytes.ts';
import { TableProblem, type TableSource } from '../../exchange/table/types.ts';
import { yamlOf } from '../../exchange/yaml.ts';
import type { Model } from '../../model/model.ts';
import { replaceFiles } from '../../output/replace.ts';
import { counted } from '../../wording/words.ts';
import { Editor, type SourceEdit } from '../../workspace/edit/edit.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { mustKnow } from '../known.ts';
import { loadValid } from '../load.ts';
import { printDiagnostics, printJson } from '../print.ts';
import { foreign } from './form.ts';
import type { ImportFlags } from './types.ts';
import { filesOf, sayWritten } from './write.ts';

export async function importBusy(
  file: string,
  target: string | undefined,
  flags: ImportFlags,
  host: Host,
): Promise<number> {
  const source = foreign(file, host);
  const workspace = await loadValid(target, host, flags);
  const owner = await ownerOf(file, flags, workspace.model);
  const { starts, ends } = workspace.model.programme;
  let ranges: WrittenRange[];
  try {
    const text = calendarText(source);
    ranges = rangesOf(busyIn(text, { zone: owner.zone, first: starts, last: ends }), owner.zone);
  } catch (error) {
    return refused(error, source.file, host);
  }
  const pointer = [owner.section, owner.id, owner.key];
  const written = new Editor(workspace.loaded.sources, workspace.loaded.read).written(pointer);
  const before = (Array.isArray(written) ? written : []) as WrittenRange[];
  const all = [...before.filter(({ reason }) => reason !== REASON), ...ranges];
  const isSame = JSON.stringify(all) === JSON.stringify(before);
  const edits: SourceEdit[] = isSame
    ? []
    : [all.length === 0 ? { pointer, op: 'remove' } : { pointer, op: 'set', value: all }];
  const files = await filesOf(workspace, { added: '', name: 'busy', edits }, host);
  if (flags.json) printJson({ [owner.section]: { [owner.id]: { [owner.key]: ranges } } }, host);
  else {
    if (!flags.quiet)
      host.err(
        `${source.file}: ${owner.name} is busy in ${counted(sayIn(workspace.model.programme.locale), ranges.length, 'stretch', 'stretches')} of the programme\n`,
      );
    host.out(yamlOf({ [owner.section]: { [owner.id]: { [owner.key]: ranges } } }));
  }
  if (flags.write) {
    replaceFiles(workspace.root, files);
    sayWritten(
      files.map(({ path }) => path),
      flags,
      host,
    );
  } else if (!flags.quiet) host.err('Nothing was written: --write does.\n');
  return 0;
}

interface Owner {
  readonly section: 'facilitators' | 'rooms';
  readonly key: 'away' | 'closed';
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

/** Whose calendar it is: as `--for` says, else by the name of the file. */
async function ownerOf(
  file: string,
  flags: ImportFlags,
  { facilitators, rooms, sites, programme }: Model,
): Promise<Owner> {
  const id = flags.for ?? idFrom(basename(file).replace(/\.[^.]*$/, ''));
  const facilitator = facilitators.get(id);
  if (facilitator)
    return { section: 'facilitators', key: 'away', id, name: facilitator.name, zone: facilitator.zone };
  const room = rooms.get(id);
  if (room)
    return {
      section: 'rooms',
      key: 'closed',
      id,
      name: room.name,
      zone: sites.get(room.site)?.zone ?? programme.zone,
    };
  if (flags.for === undefined)
    throw new Failure(`whose calendar is ${file}? Say --for with the id of a facilitator or a room`);
  await mustKnow('facilitator or room', id, [...facilitators.keys(), ...rooms.keys()]);
  throw new Failure(`there is no facilitator or room '${id}'`);
}

/** Most bytes of a calendar. */
const MOST = 16_000_000;

function calendarText(source: TableSource): string {
  const head = headOf(source);
  const [encoding] = encodingsFor(head);
  let text = '';
  for (const piece of textOf(source, encoding!)) {
    text += piece;
    if (text.length > MOST) {
      const at = { file: source.file, line: 1, column: 1 };
      throw new TableProblem(
        'file-too-large',
        `${source.file} is larger than ${MOST / 1_000_000} MB`,
        at,
        'export fewer months',
      );
    }
  }
  return text;
}

async function refused(error: unknown, file: string, host: Host): Promise<number> {
  if (error instanceof CalendarProblem) {
    const { message, fix } = error;
    await printDiagnostics(
      [{ code: 'bad-calendar', severity: 'error', message, at: error.place(file), fix }],
      new Map(),
      host,
      2,
    );
  } else if (error instanceof TableProblem) await printDiagnostics([error.diagnostic], new Map(), host, 2);
  else throw error;
  host.err('Nothing was taken.\n');
  return 1;
}
