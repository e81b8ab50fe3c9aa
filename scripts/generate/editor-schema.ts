/** The workspace's schemas as one file that an editor can be given: what only our own messages need is left out. */
import type { Schema } from './bundle.ts';

export function makeEditorSchema(bundled: Schema): string {
  const plain = JSON.stringify(bundled, (key, value) => (key.startsWith('x-') ? undefined : value));
  return `${plain}\n`;
}
