/** What a file of others changes in the workspace: the attendance file or the ledger, and the programme that names it. */
import { StoreError, type StoreUpdate } from '../../exchange/kept.ts';
import type { Replacement } from '../../output/types.ts';
import { Editor } from '../../workspace/edit/edit.ts';
import { readText } from '../../workspace/files/bytes.ts';
import { rawTexts } from '../../workspace/files/raw.ts';
import { loadSources } from '../../workspace/load.ts';
import { Failure, InvalidWorkspace } from '../failure.ts';
import type { Host } from '../host.ts';
import type { Workspace } from '../load.ts';
import { printDiagnostics } from '../print.ts';

type TableOf =
  | string
  | { readonly file: string; readonly columns?: Readonly<Record<string, string>> }
  | undefined;

/** The file's text as it will be, from what it is (undefined where there is none) and its titles by our columns. */
type Update = (before: string | undefined, renamed: Readonly<Record<string, string>>) => StoreUpdate;

/**
 * The file as it will be, and the programme that names it; loaded once to see that it is valid.
 *
 * @param name as the programme has it: `attendance.csv` is made where it names none
 * @throws Failure, InvalidWorkspace after telling why; nothing is written yet
 */
export async function changesOf(
  { root, loaded }: Workspace,
  name: 'attendance' | 'actions',
  update: Update,
  host: Host,
): Promise<{ files: Replacement[]; result: StoreUpdate }> {
  const editor = new Editor(loaded.sources, loaded.read);
  const named = (editor.written(['programme']) as Readonly<Record<string, TableOf>> | undefined)?.[name];
  const path = (typeof named === 'string' ? named : named?.file)?.replace(/^(?:\.\/)+/, '') ?? `${name}.csv`;
  const renamed = typeof named === 'object' ? (named.columns ?? {}) : {};
  const before = loaded.tables.get(path) ?? (named === undefined ? readText(root, path).text : undefined);
  if (named === undefined && before !== undefined) {
    throw new Failure(`${path} is there, but programme.${name} does not name it: write ${name}: ${path}`);
  }
  const result = updated(() => update(before, renamed));
  const files: Replacement[] = result.text === before ? [] : [{ path, before, after: result.text }];
  if (named === undefined && files.length > 0) {
    const edits = [{ pointer: ['programme', name], op: 'set', value: path }] as const;
    const [file] = editor.edit(edits).keys();
    const raw = rawTexts(root, [file!], loaded.sources);
    const [text] = new Editor(new Map([...loaded.sources, ...raw]), loaded.read).edit(edits).values();
    files.push({ path: file!, before: raw.get(file!)!, after: text! });
  }
  const texts = new Map([
    ...loaded.sources,
    ...loaded.tables,
    ...files.map(({ path: one, after }) => [one, after] as const),
  ]);
  const next = await loadSources(texts, loaded.read);
  if (!next.model) {
    await printDiagnostics(next.diagnostics, next.sources, host, 2);
    throw new InvalidWorkspace(1);
  }
  return { files, result };
}

function updated(update: () => StoreUpdate): StoreUpdate {
  try {
    return update();
  } catch (error) {
    if (error instanceof StoreError) throw new Failure(error.message);
    throw error;
  }
}
