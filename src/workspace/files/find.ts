/** Which files belong to a workspace: every YAML file under its folder, read with limits. */
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { cause, MAX_FILE_BYTES, readText } from './bytes.ts';

export const MAX_FILES = 5_000;
export const MAX_TOTAL_BYTES = 64_000_000;
/** A folder that holds this is an output of ours, never an input. */
export const MANIFEST = '.cxplan-manifest.json';
/** The workspace's folder of mappings: how files of other systems are read, never a part of it. */
export const MAPPINGS = 'mappings';

/** The workspace's folder of variants: laid over it when asked for, never a part of it. */
export const VARIANTS = 'variants';
const ASIDE: ReadonlySet<string> = new Set([MAPPINGS, VARIANTS]);

export interface FoundFiles {
  /** Text by path relative to the workspace (with `/`), sorted by code unit. */
  readonly files: ReadonlyMap<string, string>;
  /** What was found and cannot be used; `at.file` names it. */
  readonly diagnostics: Diagnostic[];
}

/** Finds and reads `*.yaml` and `*.yml`; hidden folders, `node_modules`, variants and output folders aside. */
export function findFiles(root: string): FoundFiles {
  const { paths, diagnostics } = listFiles(root);
  const files = new Map<string, string>();
  let left = MAX_TOTAL_BYTES;
  for (const path of paths.sort()) {
    const read = readText(root, path, Math.min(MAX_FILE_BYTES, left));
    diagnostics.push(...read.diagnostics);
    if (read.text === undefined) continue;
    files.set(path, read.text);
    left -= read.text.length;
    if (left <= 0) {
      diagnostics.push(tooMuch(path, `more than ${MAX_TOTAL_BYTES / 1_000_000} MB of YAML`));
      break;
    }
  }
  return { files, diagnostics };
}

function listFiles(root: string): { paths: string[]; diagnostics: Diagnostic[] } {
  const paths: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (folder !== '' && existsSync(join(root, folder, MANIFEST))) continue;
    for (const entry of list(root, folder, diagnostics)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (/\.ya?ml$/.test(entry.name) && !entry.name.startsWith('.')) paths.push(path);
      else if (entry.isDirectory() && !skipped(entry.name) && !ASIDE.has(path)) folders.push(path);
    }
    if (paths.length > MAX_FILES || folders.length > MAX_FILES) {
      const what = paths.length > MAX_FILES ? 'YAML files' : 'folders';
      diagnostics.push(tooMuch(folder, `more than ${MAX_FILES} ${what}`));
      return { paths: [], diagnostics };
    }
  }
  return { paths, diagnostics };
}

function skipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function list(root: string, folder: string, diagnostics: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const name = folder === '' ? root : folder;
    const missing = folder === '' && !statSync(root, { throwIfNoEntry: false });
    diagnostics.push({
      code: 'unreadable-file',
      severity: 'error',
      message: missing ? `${name} does not exist` : `the folder ${name} cannot be read: ${cause(error)}`,
      fix: 'check that it is there and readable',
      ...(folder !== '' && { at: { file: folder, line: 1, column: 1 } }),
    });
    return [];
  }
}

function tooMuch(path: string, what: string): Diagnostic {
  return {
    code: 'too-many-files',
    severity: 'error',
    message: `this folder holds ${what}: is it a workspace?`,
    at: { file: path, line: 1, column: 1 },
    fix: 'name the folder that holds the workspace',
  };
}
