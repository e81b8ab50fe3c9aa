/** `cxplan validate`: every error of a workspace in one run, each with its place. */
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnosticsJson } from '../../diagnostics/json.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Model } from '../../model/model.ts';
import { counted } from '../../wording/words.ts';
import type { Loaded } from '../../workspace/types.ts';
import { Failure } from '../failure.ts';
import { workspaceFolder } from '../folders.ts';
import { inFormat, isPipelineFormat, type PipelineFormat } from '../gate/formats.ts';
import type { Host } from '../host.ts';
import { exitCodeOf, type LimitFlags, loadWithin } from '../load.ts';
import { printDiagnostics } from '../print.ts';

export interface ValidateFlags extends LimitFlags {
  readonly json?: boolean;
  readonly format: 'pretty' | 'json' | PipelineFormat;
  readonly quiet?: boolean;
  /** The text of `file` comes in on stdin: an editor's, not saved yet. */
  readonly stdin?: boolean;
  readonly file?: string;
}

/** 0 when it is valid, warnings or not; 1 with errors; 2 when a file cannot be read. */
export async function validate(
  target: string | undefined,
  flags: ValidateFlags,
  host: Host,
): Promise<number> {
  if (flags.stdin !== (flags.file !== undefined || undefined))
    throw new Failure('--stdin and --file belong together: --stdin --file people.yaml');
  const around = flags.file === undefined ? host : { ...host, cwd: dirname(resolve(host.cwd, flags.file)) };
  const root = workspaceFolder(target, target === undefined ? around : host);
  const loaded = await loadWithin(root, flags, host, openText(root, flags.file, host));
  const { model, sources, locate } = loaded;
  const diagnostics = [...loaded.diagnostics, ...(model ? await pinsOf(root, { model, loaded }, host) : [])];
  if (flags.json || flags.format === 'json') host.out(diagnosticsJson(diagnostics));
  else if (isPipelineFormat(flags.format)) {
    const { filesVerdict } = await import('../gate/invalid.ts');
    host.out(
      await inFormat(
        flags.format,
        filesVerdict(root, { model, sources, locate, diagnostics }, [], host),
        sayIn(model?.programme.locale ?? 'en-GB'),
      ),
    );
  } else {
    await printDiagnostics(diagnostics, sources, host, 1);
    if (model && exitCodeOf(diagnostics) === 0 && !flags.quiet) host.out(`${fine(model)}\n`);
  }
  return exitCodeOf(diagnostics);
}

/** The text on stdin, under the name that it has in the workspace. @throws Failure for a file outside of it */
function openText(
  root: string,
  file: string | undefined,
  host: Host,
): ReadonlyMap<string, string> | undefined {
  if (file === undefined) return undefined;
  const path = relative(root, resolve(host.cwd, file)).replaceAll(sep, '/');
  if (path === '' || path.startsWith('../') || isAbsolute(path))
    throw new Failure(`${file} is not in the workspace ${root}`);
  return new Map([[path, host.stdin()]]);
}

/** Pins that cannot be kept; of the plan that stands in the workspace. */
async function pinsOf(
  root: string,
  known: { readonly model: Model; readonly loaded: Loaded },
  host: Host,
): Promise<readonly Diagnostic[]> {
  if (known.model.pins.length === 0) return [];
  const { faultsOf } = await import('../pins/check.ts');
  const { pinDiagnostics } = await import('../pins/refused.ts');
  const { faults, previous } = await faultsOf(root, known.model, {}, host);
  return pinDiagnostics(faults, known, previous);
}

function fine({ programme, departments, roles, posts, sites, modules }: Model): string {
  const people = [...posts.values()].reduce((sum, post) => sum + post.heads, 0);
  const say = sayIn(programme.locale);
  const parts = [
    counted(say, people, 'person', 'people'),
    counted(say, departments.size, 'department'),
    counted(say, roles.size, 'role'),
    counted(say, sites.size, 'site'),
    counted(say, modules.size, 'module'),
  ];
  return `${sanitise(programme.name)} is valid: ${parts.join(', ')}.`;
}
