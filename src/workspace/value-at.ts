/** What stands at a pointer of a file that has been read. */
import type { Pointer } from '../diagnostics/diagnostic.ts';

/** Undefined where nothing does. */
export function valueAt(root: unknown, pointer: Pointer): unknown {
  let value = root;
  for (const part of pointer) value = (value as Record<string | number, unknown> | null | undefined)?.[part];
  return value;
}
