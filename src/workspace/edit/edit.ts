/**
 * Changes to a workspace in memory: which file a thing stands in, where a new one belongs, and what is
 * written there now. Nothing touches a disk.
 */
import { isMap } from '../../collections/is-map.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { type Read, readSource } from '../read.ts';
import { spliced } from './splice.ts';
import { EditError, type TextEdit } from './text-edit.ts';

export { EditError } from './text-edit.ts';

/** One change of a patch, in the written language. */
export interface SourceEdit extends TextEdit {
  /** For a new entry: the sibling in whose file it belongs. */
  readonly beside?: Pointer;
  /** The file it is in, where a list is written in several. */
  readonly file?: string;
}

type Values = Readonly<Record<string, unknown>>;

/** The files of a workspace, ready to be changed. Immutable: every edit gives texts back. */
export class Editor {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #values: ReadonlyMap<string, Values>;

  /** @param texts path → text of every YAML file that belongs to the workspace; other files are left alone @param read of a workspace that has read them already */
  constructor(texts: ReadonlyMap<string, string>, read: Read = readSource) {
    const yaml = [...texts].filter(([file]) => /\.ya?ml$/.test(file));
    this.#texts = new Map(yaml);
    this.#values = new Map(
      yaml.map(([file, text]) => [file, read(file, text).document?.value ?? Object.create(null)]),
    );
  }

  /** What is written at a place of the merged workspace; undefined where nothing is. */
  written(pointer: Pointer): unknown {
    const [section, id, ...rest] = pointer;
    for (const values of this.#values.values()) {
      const found = at(values, [section!, ...(id === undefined ? [] : [id])]);
      if (found !== undefined) return at(found, rest);
    }
    return undefined;
  }

  /** The entries of a section by id, from all files. */
  entries(section: string): Values {
    const found = [...this.#values.values()].map((values) => at(values, [section]));
    return Object.assign(Object.create(null), ...found.filter(isMap)) as Values;
  }

  /**
   * The new text of every file that the edits change.
   *
   * @throws EditError when one of them cannot be made
   */
  edit(edits: readonly SourceEdit[]): Map<string, string> {
    const texts = new Map<string, string>();
    const added = new Map<string, string>();
    for (const edit of edits) {
      const entry = edit.pointer.slice(0, 2).join('\u0000');
      const file = edit.file ?? added.get(entry) ?? this.#fileOf(edit);
      added.set(entry, file);
      texts.set(file, splicedIn(file, texts.get(file) ?? this.#texts.get(file)!, edit));
    }
    return texts;
  }

  /** The file with the entry; for a new one, that of its sibling, of most of its section, of the programme. */
  #fileOf({ pointer, beside }: SourceEdit): string {
    const [section, id] = pointer as [string, string | undefined];
    const entry = [section, ...(id === undefined ? [] : [id])];
    const file =
      this.#holding(entry) ??
      (beside && this.#holding(beside.slice(0, 2))) ??
      this.#mostOf(section) ??
      this.#holding(['programme']);
    if (file === undefined) throw new EditError(`no file to write ${pointer.join('.')} into`);
    return file;
  }

  #holding(pointer: Pointer): string | undefined {
    for (const [file, values] of this.#values) if (at(values, pointer) !== undefined) return file;
    return undefined;
  }

  #mostOf(section: string): string | undefined {
    let [best, most] = [undefined as string | undefined, -1];
    for (const [file, values] of this.#values) {
      const entries = Object.hasOwn(values, section) ? values[section] : undefined;
      const count = isMap(entries) || Array.isArray(entries) ? Object.keys(entries).length : -1;
      if (count > most) [best, most] = [file, count];
    }
    return best;
  }
}

/** @throws EditError with the place, where there is one */
function splicedIn(file: string, text: string, edit: SourceEdit): string {
  try {
    return spliced(text, edit);
  } catch (error) {
    if (!(error instanceof EditError) || error.offset === undefined) throw error;
    const before = text.slice(0, error.offset).split('\n');
    throw new EditError(`${file}:${before.length}:${before.at(-1)!.length + 1}: ${error.message}`);
  }
}

function at(value: unknown, pointer: Pointer): unknown {
  let here = value;
  for (const part of pointer) {
    if (Array.isArray(here)) here = here[Number(part)];
    else if (isMap(here) && Object.hasOwn(here, part)) here = here[part];
    else return undefined;
  }
  // `leeds:` with nothing behind it is there.
  return here === null && pointer.length > 0 ? {} : here;
}
