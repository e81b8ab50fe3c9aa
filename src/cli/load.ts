/** Loads the workspace that a command works on; one with errors ends the command, with every error shown. */
import { join } from 'node:path';
import { tooLarge } from '../demand/limits.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pretty } from '../diagnostics/pretty.ts';
import { sanitise } from '../diagnostics/sanitise.ts';
import type { Model } from '../model/model.ts';
import { kindOf, UNFINISHED } from '../workspace/files/root.ts';
import { loadWorkspace } from '../workspace/load.ts';
import type { Read } from '../workspace/read.ts';
import type { Loaded } from '../workspace/types.ts';
import { InvalidWorkspace } from './failure.ts';
import { workspaceFolder } from './folders.ts';
import type { Host } from './host.ts';
import { printDiagnostics } from './print.ts';

export interface Workspace {
  readonly root: string;
  readonly loaded: Loaded;
  readonly model: Model;
}

/**
 * Loads a workspace, and says of one that is too large to be planned why it is: an error like any other, which only
 * `--no-limits` takes away. Nothing that a workspace says about itself does.
 */
export async function loadWithin(
  root: string,
  { limits = true }: LimitFlags,
  host: Host,
  open?: ReadonlyMap<string, string>,
  read?: Read,
): Promise<Loaded> {
  await finishFirst(root, host);
  const loaded = await loadWorkspace(root, open, read);
  if (!limits || !loaded.model) return loaded;
  const found = tooLarge(loaded.model);
  if (!found) return loaded;
  const at = loaded.locate(found.pointer, { key: true });
  const diagnostic: Diagnostic = {
    code: 'too-large',
    severity: 'error',
    message: found.message,
    ...(at && { at }),
    fix: 'ask for less or more seldom; whoever means it runs cxplan with --no-limits',
  };
  return {
    model: undefined,
    diagnostics: [...loaded.diagnostics, diagnostic],
    locate: loaded.locate,
    sources: loaded.sources,
    tables: new Map(),
    made: new Set(),
    read: loaded.read,
    inputs: '',
    lasting: '',
  };
}

/** What a run that was stopped has left is a mixture of two workspaces: it is brought to its end before anybody reads it. */
async function finishFirst(root: string, host: Host): Promise<void> {
  const left = join(root, UNFINISHED);
  if (kindOf(left) === 'nothing') return;
  const { finishReplacing } = await import('../output/replace.ts');
  const files = finishReplacing(root);
  if (files.length === 0) return;
  host.err(`Finished what a run that was stopped had begun to write: ${files.map(sanitise).join(', ')}.\n`);
}

export interface LimitFlags {
  /** `false` with `--no-limits`. */
  readonly limits?: boolean;
}

/** Loads and gives the model. @param read of files that were read before @throws InvalidWorkspace after printing why */
export async function loadValid(
  target: string | undefined,
  host: Host,
  { quiet, limits }: LimitFlags & { readonly quiet?: boolean },
  read?: Read,
): Promise<Workspace> {
  const root = workspaceFolder(target, host);
  const loaded = await loadWithin(root, limits === undefined ? {} : { limits }, host, undefined, read);
  const { model } = loaded;
  if (!model) {
    await printDiagnostics(loaded.diagnostics, loaded.sources, host, 2);
    const { diagnostics, sources } = loaded;
    throw new InvalidWorkspace(exitCodeOf(diagnostics), () => pretty(diagnostics, sources));
  }
  const warnings = loaded.diagnostics.filter((diagnostic) => diagnostic.severity === 'warn').length;
  if (warnings > 0 && !quiet) {
    host.err(
      `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}; cxplan validate shows ${warnings === 1 ? 'it' : 'them'}.\n`,
    );
  }
  return { root, loaded, model };
}

/** 0 without errors, 2 when a file could not be read at all, else 1. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.some((diagnostic) => diagnostic.code === 'unreadable-file')) return 2;
  return errors.length > 0 ? 1 : 0;
}
