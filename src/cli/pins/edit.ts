/** Pins written into the YAML files and taken out again; everything else keeps its bytes. */
import { replaceFiles } from '../../output/replace.ts';
import type { Replacement } from '../../output/types.ts';
import { EditError, Editor, type SourceEdit } from '../../workspace/edit/edit.ts';
import { rawTexts } from '../../workspace/files/raw.ts';
import { loadSources } from '../../workspace/load.ts';
import type { Loaded } from '../../workspace/types.ts';
import { Failure } from '../failure.ts';
import type { Workspace } from '../load.ts';

/** A pin as it is written. */
export interface WrittenPin {
  readonly session?: string;
  readonly module?: string;
  readonly group?: string;
  readonly occurrence?: string;
  readonly at?: string;
  readonly on?: string;
  readonly keep?: true;
  readonly facilitator?: string;
  readonly room?: string;
  readonly reason?: string;
  readonly force?: true;
}

export interface PinEdit {
  readonly loaded: Loaded;
  readonly files: readonly Replacement[];
}

/** Where the pin of a session stands: its file, and its number there. */
interface Home {
  readonly file: string;
  readonly index: number;
  readonly count: number;
}

/** A session is pinned once: what was said of it before is replaced. */
export function pinned(workspace: Workspace, session: string, pin: WrittenPin): Promise<PinEdit> {
  const home = homeOf(workspace, (one) => one.session === session);
  if (!home) return edited(workspace, [{ op: 'add', pointer: ['pins'], value: pin }]);
  const { file, index } = home;
  const before = pinsIn(workspace, file)[index] as Record<string, unknown>;
  const gone = Object.keys(before).filter((key) => !(key in pin));
  return edited(workspace, [
    ...Object.entries(pin).map(
      ([key, value]): SourceEdit => ({ op: 'set', pointer: ['pins', index, key], value, file }),
    ),
    ...gone.map((key): SourceEdit => ({ op: 'remove', pointer: ['pins', index, key], file })),
  ]);
}

/** @throws Failure where the session is not pinned */
export function unpinned(
  workspace: Workspace,
  isMeant: (pin: WrittenPin) => boolean,
  what: string,
): Promise<PinEdit> {
  const home = homeOf(workspace, isMeant);
  if (!home) throw new Failure(`${what} is not pinned`);
  const { file, index, count } = home;
  return edited(workspace, [
    count === 1
      ? { op: 'set', pointer: ['pins'], value: [], file }
      : { op: 'remove', pointer: ['pins', index], file },
  ]);
}

/** Writes the files, if each is still as it was read. */
export function write(workspace: Workspace, { files }: PinEdit): void {
  replaceFiles(workspace.root, files);
}

function homeOf(workspace: Workspace, isMeant: (pin: WrittenPin) => boolean): Home | undefined {
  for (const file of workspace.loaded.sources.keys()) {
    const pins = pinsIn(workspace, file);
    const index = pins.findIndex(isMeant);
    if (index >= 0) return { file, index, count: pins.length };
  }
  return undefined;
}

function pinsIn({ loaded }: Workspace, file: string): readonly WrittenPin[] {
  if (!/\.ya?ml$/.test(file)) return [];
  const { pins } = (loaded.read(file, loaded.sources.get(file)!).document?.value ?? {}) as { pins?: unknown };
  return Array.isArray(pins) ? (pins as WrittenPin[]) : [];
}

/** @throws Failure where the layout of a file does not allow the change */
async function edited({ root, loaded }: Workspace, edits: readonly SourceEdit[]): Promise<PinEdit> {
  try {
    const changed = new Editor(loaded.sources, loaded.read).edit(edits);
    const raw = rawTexts(root, changed.keys(), loaded.sources);
    const texts = new Editor(new Map([...loaded.sources, ...raw])).edit(edits);
    const next = await loadSources(new Map([...loaded.sources, ...loaded.tables, ...changed]), loaded.read);
    return {
      loaded: next,
      files: [...texts].map(([path, text]) => ({ path, before: raw.get(path)!, after: text })),
    };
  } catch (error) {
    if (error instanceof EditError) throw new Failure(error.message);
    throw error;
  }
}
