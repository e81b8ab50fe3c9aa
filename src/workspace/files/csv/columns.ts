/** The first line of a table: which of our columns it has, and which it should have. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import { plainTitle } from '../../../exchange/table/titles.ts';
import type { CellsAt } from './places.ts';
import { problem } from './problem.ts';

export interface Column {
  readonly name: string;
  /** What it is called in the file, where `columns:` says so. */
  readonly header: string | undefined;
  readonly required: boolean;
}

export interface FoundColumns {
  readonly indexes: ReadonlyMap<string, number>;
  /** Those it should have, and that have been named. */
  readonly missing: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

export function findColumns(
  header: readonly string[],
  columns: readonly Column[],
  file: string,
  places: CellsAt,
  line: number,
): FoundColumns {
  const indexes = new Map<string, number>();
  const missing = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const names = header.map((name) => name.trim());
  // A first line that names none of our columns may be somebody's row: nothing of it is suggested.
  const isHeader = columns.some(({ name, header: renamed }) =>
    names.some((known) => known.toLowerCase() === (renamed ?? name).trim().toLowerCase()),
  );
  for (const { name, header: renamed, required } of columns) {
    const wanted = (renamed ?? name).trim().toLowerCase();
    const found = titled(names, wanted);
    if (found.length > 1) {
      missing.add(name);
      const message = `${file} has two columns "${names[found[0]!]}"`;
      diagnostics.push(problem('csv-column-twice', message, places.of(line, found[1]), 'rename one of them'));
    } else if (found.length === 1) indexes.set(name, found[0]!);
    else if (required || renamed !== undefined) {
      missing.add(name);
      const own = names.find((known) => known.toLowerCase() === name);
      const meant = isHeader ? nearest(renamed ?? name, names) : undefined;
      const fix =
        renamed !== undefined && own !== undefined
          ? `it has "${own}": leave "${name}" out of columns`
          : meant === undefined
            ? headerFix(columns)
            : `did you mean "${meant}"? Write columns: { ${name}: ${meant} }`;
      diagnostics.push(
        problem('csv-missing-column', `${file} has no column "${renamed ?? name}"`, places.of(line), fix),
      );
    }
  }
  return { indexes, missing, diagnostics };
}

/** Where a title stands: as it is written but for capitals, else without blanks, accents and signs. */
function titled(names: readonly string[], wanted: string): number[] {
  const where = (is: (name: string) => boolean): number[] =>
    names.flatMap((name, i) => (is(name) ? [i] : []));
  const exact = where((name) => name.toLowerCase() === wanted);
  const plain = plainTitle(wanted);
  return exact.length > 0 || plain === '' ? exact : where((name) => plainTitle(name) === plain);
}

export function headerFix(columns: readonly Column[]): string {
  return `its first line names the columns: ${columns.map(({ header, name }) => header ?? name).join(', ')}`;
}
