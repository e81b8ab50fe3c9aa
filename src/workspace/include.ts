/** `programme.include`: which of the YAML files belong to the workspace. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceDocument } from './read.ts';

interface Source {
  readonly file: string;
  readonly document?: SourceDocument;
}

/** The files that a programme's globs name (and its own); all of them where no programme says so. */
export async function included<T extends Source>(
  files: readonly T[],
): Promise<{ readonly files: readonly T[]; readonly diagnostics: readonly Diagnostic[] }> {
  for (const { file: home, document } of files) {
    const globs = globsOf(document);
    if (!document || globs === undefined) continue;
    const { default: picomatch } = await import('picomatch');
    const tests = globs.map((glob) => picomatch(glob.replace(/^\.\//, '')));
    return {
      files: files.filter(({ file }) => file === home || tests.some((test) => test(file))),
      diagnostics: globs.flatMap((glob, i) =>
        files.some(({ file }) => tests[i]!(file)) ? [] : [matchesNothing(glob, i, document)],
      ),
    };
  }
  return { files, diagnostics: [] };
}

function globsOf(document: SourceDocument | undefined): string[] | undefined {
  const programme = document?.value.programme;
  const include = isMap(programme) ? programme.include : undefined;
  if (!Array.isArray(include)) return undefined;
  return include.filter((glob): glob is string => typeof glob === 'string' && glob.length <= 500);
}

function matchesNothing(glob: string, i: number, document: SourceDocument): Diagnostic {
  const at = document.locate(['programme', 'include', i]);
  return {
    code: 'include-matches-nothing',
    severity: 'warn',
    message: `no YAML file of the workspace matches "${glob}"`,
    ...(at && { at }),
    fix: 'globs are relative to the workspace: departments/**/*.yaml',
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
