/** Entries as YAML text that people would write: one line an entry where it fits. */
import { Document, isMap } from 'yaml';

const WIDTH = 110;

/**
 * @param sections section → id → entry
 * @param comments section → id → a comment behind the entry's key
 */
export function yamlOf(
  sections: Readonly<Record<string, unknown>>,
  comments: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): string {
  const document = new Document(sections);
  for (const section of Object.keys(sections)) {
    const map = document.get(section);
    if (!isMap(map)) continue;
    for (const pair of map.items) {
      const id = String((pair.key as { value: unknown }).value);
      if (isMap(pair.value)) flow(pair.value as never, id, document);
      const comment = comments[section]?.[id];
      if (comment !== undefined) (pair.key as { commentBefore?: string }).commentBefore = ` ${comment}`;
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** On one line what fits there; else its own parts. */
function flow(
  map: { flow?: boolean; items: { key: unknown; value: unknown }[]; toJSON(): unknown },
  key: string,
  document: Document,
): void {
  const text = JSON.stringify(map.toJSON());
  if (text.length + key.length + 4 <= WIDTH) {
    map.flow = true;
    return;
  }
  for (const { key: inner, value } of map.items) {
    const node = value as { flow?: boolean };
    if (isMap(value)) flow(value as never, String((inner as { value: unknown }).value), document);
    else if (typeof value === 'object' && value !== null && 'items' in value) node.flow = true;
  }
}
