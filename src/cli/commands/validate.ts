/** `cxplan validate`: every error of a workspace in one run, each with its place. */
import { diagnosticsJson } from '../../diagnostics/json.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Model } from '../../model/model.ts';
import { workspaceFolder } from '../folders.ts';
import { inFormat, isPipelineFormat, type PipelineFormat } from '../gate/formats.ts';
import type { Host } from '../host.ts';
import { exitCodeOf, type LimitFlags, loadWithin } from '../load.ts';
import { printDiagnostics } from '../print.ts';
import { counted } from '../words.ts';

export interface ValidateFlags extends LimitFlags {
  readonly json?: boolean;
  readonly format: 'pretty' | 'json' | PipelineFormat;
  readonly quiet?: boolean;
}

/** 0 when it is valid, warnings or not; 1 with errors; 2 when a file cannot be read. */
export async function validate(
  target: string | undefined,
  flags: ValidateFlags,
  host: Host,
): Promise<number> {
  const root = workspaceFolder(target, host);
  const loaded = await loadWithin(root, flags);
  const { model, diagnostics, sources } = loaded;
  if (flags.json || flags.format === 'json') host.out(diagnosticsJson(diagnostics));
  else if (isPipelineFormat(flags.format)) {
    const { filesVerdict } = await import('../gate/invalid.ts');
    host.out(await inFormat(flags.format, filesVerdict(root, loaded, [], host)));
  } else {
    await printDiagnostics(diagnostics, sources, host, 1);
    if (model && !flags.quiet) host.out(`${fine(model)}\n`);
  }
  return exitCodeOf(diagnostics);
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
  return `${sanitise(programme.name)} is valid: ${parts.join(', ')}.`;
}
