/** Tables about people that git keeps: a clone has the names, and the history never forgets them. */
import type { Result } from '../../diagnostics/verdict.ts';
import type { Workspace } from '../load.ts';
import { ownRule } from './rules.ts';

const KINDS = ['people', 'attendance', 'actions'] as const;

/** One result for each, where the programme names it; git is asked only where there are such tables. */
export async function trackedPeople({ root, loaded }: Workspace): Promise<Result[]> {
  if (loaded.tables.size === 0) return [];
  const { trackedOf } = await import('../diff/git.ts');
  const tracked = trackedOf(root, [...loaded.tables.keys()]);
  if (tracked.length === 0) return [];
  const { Editor } = await import('../../workspace/edit/edit.ts');
  const programme = new Editor(loaded.sources, loaded.read).written(['programme']) as Programme;
  const { id: code, severity, fix: remedy, why } = ownRule('tracked-people')!;
  return tracked.map((file) => {
    const kind = KINDS.find((one) => fileOf(programme[one]) === file);
    const at = kind && loaded.locate(['programme', kind]);
    return {
      code,
      severity,
      message: `${file} tells of people, and git tracks it.`,
      ...(at && { at }),
      key: `${code}:${file}`,
      status: 'open',
      remedy,
      why,
    };
  });
}

type Programme = Readonly<Partial<Record<(typeof KINDS)[number], string | { readonly file: string }>>>;

function fileOf(table: Programme['people']): string | undefined {
  const path = typeof table === 'object' ? table.file : table;
  return path?.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}
