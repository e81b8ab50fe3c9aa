/** `programme.include`: which of the YAML files belong to the workspace. */
import type { SourceDocument } from './read.ts';

/** The files that a programme's globs name (and its own); all of them where no programme says so. */
export async function included<T extends { readonly file: string; readonly document?: SourceDocument }>(
  files: readonly T[],
): Promise<readonly T[]> {
  for (const { file: home, document } of files) {
    const globs = globsOf(document);
    if (globs === undefined) continue;
    const { default: picomatch } = await import('picomatch');
    const matches = picomatch(globs.map((glob) => glob.replace(/^\.\//, '')));
    return files.filter(({ file }) => file === home || matches(file));
  }
  return files;
}

function globsOf(document: SourceDocument | undefined): string[] | undefined {
  const programme = document?.value['programme'];
  const include = isMap(programme) ? programme['include'] : undefined;
  if (!Array.isArray(include)) return undefined;
  return include.filter((glob): glob is string => typeof glob === 'string' && glob.length <= 500);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
