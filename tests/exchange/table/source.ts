/** Tables in memory, in whatever encoding, handed out in pieces. */
import type { TableSource } from '../../../src/exchange/table/types.ts';

/** Bytes in pieces of this length. */
export function sourceOf(bytes: Uint8Array | string, file = 'table.csv', piece = 1 << 20): TableSource {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return {
    file,
    *chunks() {
      for (let at = 0; at < all.length; at += piece) yield all.subarray(at, at + piece);
    },
  };
}

export type Writing =
  | 'utf-8'
  | 'utf-8 with BOM'
  | 'utf-16le with BOM'
  | 'utf-16le'
  | 'utf-16be with BOM'
  | 'windows-1252';

/** A text as bytes of an encoding. */
export function written(text: string, how: Writing): Uint8Array {
  const marked = how.endsWith('BOM') ? `\ufeff${text}` : text;
  if (how === 'windows-1252') return Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
  if (how.startsWith('utf-8')) return Buffer.from(marked);
  const bytes = Buffer.from(marked, 'utf16le');
  return how.startsWith('utf-16be') ? bytes.swap16() : bytes;
}
