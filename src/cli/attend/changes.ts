/** What a list of who came changes in the workspace: the attendance file, and the programme that names it. */
import { StoreError, type StoreUpdate, stored } from '../../delivery/store.ts';
import type { Delivery } from '../../delivery/types.ts';
import type { Replacement } from '../../output/types.ts';
import { Editor } from '../../workspace/edit/edit.ts';
import { readText } from '../../workspace/files/bytes.ts';
import { rawTexts } from '../../workspace/files/raw.ts';
import { loadSources } from '../../workspace/load.ts';
import { Failure, InvalidWorkspace } from '../failure.ts';
import type { Host } from '../host.ts';
import type { Workspace } from '../load.ts';
import { printDiagnostics } from '../print.ts';

interface Programme {
  readonly attendance?:
    | string
    | { readonly file: string; readonly columns?: Readonly<Record<string, string>> };
}

/** The attendance file as it will be, and the programme that names it; loaded once to see that it is valid. */
export async function changesOf(
  { root, loaded }: Workspace,
  deliveries: readonly Delivery[],
  host: Host,
): Promise<{ files: Replacement[]; result: StoreUpdate }> {
  const editor = new Editor(loaded.sources, loaded.read);
  const { attendance } = (editor.written(['programme']) ?? {}) as Programme;
  const path =
    (typeof attendance === 'string' ? attendance : attendance?.file)?.replace(/^(?:\.\/)+/, '') ??
    'attendance.csv';
  const renamed = typeof attendance === 'object' ? (attendance.columns ?? {}) : {};
  const before =
    loaded.tables.get(path) ?? (attendance === undefined ? readText(root, path).text : undefined);
  if (attendance === undefined && before !== undefined) {
    throw new Failure(
      `${path} is there, but programme.attendance does not name it: write attendance: ${path}`,
    );
  }
  const result = storedIn(before, deliveries, renamed);
  const files: Replacement[] = result.text === before ? [] : [{ path, before, after: result.text }];
  if (attendance === undefined && files.length > 0) {
    const edits = [{ pointer: ['programme', 'attendance'], op: 'set', value: path }] as const;
    const [file] = editor.edit(edits).keys();
    const raw = rawTexts(root, [file!], loaded.sources);
    const [text] = new Editor(new Map([...loaded.sources, ...raw])).edit(edits).values();
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

function storedIn(
  before: string | undefined,
  deliveries: readonly Delivery[],
  renamed: Readonly<Record<string, string>>,
): StoreUpdate {
  try {
    return stored(before, deliveries, renamed);
  } catch (error) {
    if (error instanceof StoreError) throw new Failure(error.message);
    throw error;
  }
}
