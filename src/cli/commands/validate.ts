/** `cxplan validate`: every error of a workspace in one run, each with its place. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Model } from '../../model/model.ts';
import { loadWorkspace } from '../../workspace/load.ts';
import { workspaceFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { exitCodeOf } from '../load.ts';
import { diagnosticsText } from '../print.ts';
import { paintFor } from '../style.ts';
import { visible } from '../visible.ts';
import { counted } from '../words.ts';

export interface ValidateFlags {
  readonly json?: boolean;
  readonly format: 'pretty' | 'json';
  readonly quiet?: boolean;
}

/** 0 when it is valid, warnings or not; 1 with errors; 2 when a file cannot be read. */
export async function validate(
  target: string | undefined,
  flags: ValidateFlags,
  host: Host,
): Promise<number> {
  const { model, diagnostics, sources } = await loadWorkspace(workspaceFolder(target, host));
  const code = exitCodeOf(diagnostics);
  if (flags.json || flags.format === 'json') {
    host.out(`${JSON.stringify({ valid: code === 0, ...counts(diagnostics), diagnostics }, null, 2)}\n`);
    return code;
  }
  if (diagnostics.length > 0) host.out(await diagnosticsText(diagnostics, sources, await paintFor(host, 1)));
  if (model && !flags.quiet) host.out(`${fine(model)}\n`);
  return code;
}

function counts(diagnostics: readonly Diagnostic[]) {
  const count = (severity: string) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: count('error'), warnings: count('warn') };
}

function fine({ programme, departments, roles, posts, sites, modules }: Model): string {
  const people = [...posts.values()].reduce((sum, post) => sum + post.heads, 0);
  const parts = [
    counted(people, 'person', 'people'),
    counted(departments.size, 'department'),
    counted(roles.size, 'role'),
    counted(sites.size, 'site'),
    counted(modules.size, 'module'),
  ];
  return `${visible(programme.name)} is valid: ${parts.join(', ')}.`;
}
