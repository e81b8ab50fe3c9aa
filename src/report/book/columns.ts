/** Columns of a workbook in short. */
import type { BookColumn } from './types.ts';

export function text(key: string, title: string, width: number, more: Partial<BookColumn> = {}): BookColumn {
  return { key, title, kind: 'text', width, ...more };
}

export function number(key: string, title: string, width = 9, more: Partial<BookColumn> = {}): BookColumn {
  return { key, title, kind: 'number', width, ...more };
}
