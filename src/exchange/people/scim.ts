/** Users of SCIM 2.0 as rows of what we look for in HR exports. */
import { scimCells, scimUsers } from '../table/scim.ts';
import type { TableSource } from '../table/types.ts';
import { PEOPLE_FIELDS } from './fields.ts';

/** Calls back with each user's cells by field of PEOPLE_FIELDS, and the number of the user from 1. @throws TableProblem */
export function scanScim(
  source: TableSource,
  onRow: (cells: readonly string[], line: number) => void,
): number {
  const users = scimUsers(source);
  for (const [i, user] of users.entries()) {
    const named: Readonly<Record<string, string>> = { ...scimCells(user) };
    onRow(
      PEOPLE_FIELDS.map(({ id }) => named[id] ?? ''),
      i + 1,
    );
  }
  return users.length;
}
