/** What was learned, as rows of the workspace's ledger: one for each action. */
import { type KeptForm, kept, type StoreUpdate } from '../kept.ts';
import { LEDGER_COLUMNS, type LedgerLine } from './types.ts';

const FORM: KeptForm<(typeof LEDGER_COLUMNS)[number]> = {
  name: 'actions',
  columns: LEDGER_COLUMNS,
  needed: ['id', 'date', 'department', 'learning', 'action', 'due'],
  keyOf: ({ id = '' }) => id,
};

/**
 * @param before text of the ledger; undefined where there is none yet
 * @param renamed our column → its title, where the programme says so
 * @throws StoreError when the file lacks a column that is needed
 */
export function inLedger(
  before: string | undefined,
  lines: readonly LedgerLine[],
  renamed: Readonly<Record<string, string>> = {},
): StoreUpdate {
  // Two rows of the same words are one: the later says how it stands.
  const byId = new Map<string | undefined, LedgerLine>();
  for (const line of lines) byId.set(line.id, { ...byId.get(line.id), ...line });
  return kept(before, [...byId.values()], FORM, renamed);
}
