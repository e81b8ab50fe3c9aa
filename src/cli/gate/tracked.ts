/** Tables about people that git keeps: a clone has the names, and the history never forgets them. */
import type { Result } from '../../diagnostics/verdict.ts';
import type { Workspace } from '../load.ts';
import { ownRule } from './rules.ts';

/** One result for each; git is asked only where there are such tables. */
export async function trackedPeople({ root, loaded }: Workspace): Promise<Result[]> {
  if (loaded.tables.size === 0) return [];
  const { trackedOf } = await import('../diff/git.ts');
  const { severity, fix: remedy, why } = ownRule('tracked-people')!;
  return trackedOf(root, [...loaded.tables.keys()]).map((file) => ({
    code: 'tracked-people',
    severity,
    message: `${file} tells of people, and git tracks it.`,
    at: { file, line: 1, column: 1 },
    key: `tracked-people:${file}`,
    status: 'open',
    remedy,
    why,
  }));
}
