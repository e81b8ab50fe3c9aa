/** Pins written into the YAML files and taken out again; everything else keeps its bytes. */
import { replaceFiles } from '../../output/replace.ts';
import type { Replacement } from '../../output/types.ts';
import { EditError, Editor, type SourceEdit } from '../../workspace/edit/edit.ts';
import { rawTexts } from '../../workspace/files/raw.ts';
import { loadSources } from '../../workspace/load.ts';
import type { Loaded } from '../../workspace/types.ts';
import { Failure } from '../failure.ts';
import type { Workspace } from '../load.ts';
import { homeOf, listEdits } from './lists.ts';

/** A pin as it is written. */
export type WrittenPin = {
  readonly session?: string;
  readonly module?: string;
  readonly group?: string;
  readonly occurrence?: string;
  readonly at?: string;
  readonly on?: string;
  readonly notOn?: readonly string[];
  readonly keep?: true;
  readonly facilitator?: string;
  readonly room?: string;
  readonly reason?: string;
  readonly force?: true;
};

export interface PinEdit {
  readonly loaded: Loaded;
  readonly files: readonly Replacement[];
}

/** A session is pinned once: what was said of it before is replaced. */
export function pinned(workspace: Workspace, session: string, pin: WrittenPin): Promise<PinEdit> {
  const home = homeOf(workspace, 'pins', (one) => one.session === session);
  return edited(workspace, listEdits(workspace, [{ section: 'pins', home, item: pin }]));
}

/** @throws Failure where the session is not pinned */
export function unpinned(
  workspace: Workspace,
  isMeant: (pin: WrittenPin) => boolean,
  what: string,
): Promise<PinEdit> {
  const home = homeOf(workspace, 'pins', isMeant);
  if (!home) throw new Failure(`${what} is not pinned`);
  return edited(workspace, listEdits(workspace, [{ section: 'pins', home, item: undefined }]));
}

/** Writes the files, if each is still as it was read. */
export function write(workspace: Workspace, { files }: PinEdit): void {
  replaceFiles(workspace.root, files);
}

/** @throws Failure where the layout of a file does not allow the change */
export async function edited({ root, loaded }: Workspace, edits: readonly SourceEdit[]): Promise<PinEdit> {
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
