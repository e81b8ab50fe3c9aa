/** `programme.include`: which of the YAML files belong to the workspace. */
import { isMap } from '../../collections/is-map.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceDocument } from '../read.ts';
import { type BadGlob, type Glob, parseGlob } from './glob.ts';

interface Source {
  readonly file: string;
  readonly document?: SourceDocument;
}

/** The files that a programme's globs name (and its own); all of them where no programme says so. */
export function included<T extends Source>(
  files: readonly T[],
): { readonly files: readonly T[]; readonly diagnostics: readonly Diagnostic[] } {
  for (const { file: home, document } of files) {
    const written = globsOf(document);
    if (!document || written === undefined) continue;
    const globs = written.map(({ text, i }) => ({ text, i, glob: parseGlob(text) }));
    const bad = globs.flatMap(({ text, i, glob }) =>
      'why' in glob ? [refusal(text, glob, i, document)] : [],
    );
    // What a pattern was meant to name is not known: everything is read, so that nothing else is called missing.
    if (bad.length > 0) return { files, diagnostics: bad };
    const tests = globs.map(({ glob }) => glob as Glob);
    const hits = files.map(({ file }) => tests.map((test) => test.matches(file)));
    return {
      files: files.filter(({ file }, f) => file === home || hits[f]!.includes(true)),
      diagnostics: globs.flatMap(({ text, i }, g) =>
        hits.some((hit) => hit[g]) ? [] : [matchesNothing(text, i, document)],
      ),
    };
  }
  return { files, diagnostics: [] };
}

/** The schema says how many and how long; what goes beyond is named there, and left out here. */
const MOST_GLOBS = 50;
const LONGEST_GLOB = 200;

function globsOf(document: SourceDocument | undefined): { text: string; i: number }[] | undefined {
  const programme = document?.value.programme;
  const include = isMap(programme) ? programme.include : undefined;
  if (!Array.isArray(include)) return undefined;
  return include
    .map((text: unknown, i) => ({ text, i }))
    .filter(
      (one): one is { text: string; i: number } =>
        typeof one.text === 'string' && one.text.length <= LONGEST_GLOB,
    )
    .slice(0, MOST_GLOBS);
}

function refusal(glob: string, { why, from, to }: BadGlob, i: number, document: SourceDocument): Diagnostic {
  const at = document.locate(['programme', 'include', i]);
  const part = glob.slice(from, to);
  return {
    code: 'bad-glob',
    severity: 'error',
    message: `the glob "${glob}" cannot be used: ${why}${part === glob ? '' : ` ("${part}")`}`,
    ...(at && { at }),
    fix: 'a glob has * ? [abc] {a,b} and **/, a few of each: departments/**/*.yaml',
  };
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
