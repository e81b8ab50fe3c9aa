/** What cxplan brings along beside the program: the folders of `templates/`, and the schema for editors. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findFiles } from './find.ts';

const SHELF = 'templates';

/**
 * The YAML files of one folder on the shelf: path inside it → text.
 *
 * @param name `retail`, `journeys`
 * @throws Error where cxplan was installed without it
 */
export function broughtAlong(name: string): ReadonlyMap<string, string> {
  const { files } = findFiles(join(home(), SHELF, name));
  if (files.size === 0) throw new Error(`this cxplan was installed without ${SHELF}/${name}`);
  return files;
}

/** The language as one JSON schema. */
export function schemaForEditors(): string {
  return page('schemas/editor/workspace.schema.json');
}

/** A page of the documentation, as Markdown: `schemas/README.md`, `docs/manual.md`. */
export function page(path: string): string {
  return readFileSync(join(home(), ...path.split('/')), 'utf8');
}

/** The nearest folder above this file with a shelf: it is bundled into a deeper folder than it is written in. */
function home(): string {
  let folder = dirname(import.meta.filename);
  while (!existsSync(join(folder, SHELF)) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
