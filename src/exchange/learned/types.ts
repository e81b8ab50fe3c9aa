/** A row of the ledger, and how a wrong cell is told. */
import type { Line } from '../kept.ts';
import type { Row } from '../table/types.ts';

export const LEDGER_COLUMNS = [
  'id',
  'date',
  'session',
  'department',
  'stage',
  'learning',
  'action',
  'owner',
  'due',
  'status',
  'story',
  'consent',
] as const;

export type LedgerLine = Line<(typeof LEDGER_COLUMNS)[number]>;

/** Tells what is wrong with a cell, and what to do. */
export type Say = (row: Row, field: string, code: string, message: string, fix: string) => undefined;
