/**
 * A plan that is longer than any string, read line by line. `write.ts` lays it out so that this is simple: an item
 * of one of the plan's lists begins and ends at four spaces. What was laid out otherwise is not read.
 */

/** What ends where it must not, or is no JSON: `cut` tells the one from the other. */
export class LinesError extends Error {
  readonly cut: boolean;

  constructor(cut: boolean) {
    super(cut ? 'the text ends too early' : 'the text is not laid out as a plan');
    this.cut = cut;
  }
}

/** The document, not yet looked at. @throws LinesError */
export function documentOf(lines: Iterable<string>): unknown {
  const lists = new Map<string, unknown[]>();
  let list: unknown[] | undefined;
  /** Everything but the lists' items. */
  let frame = '';
  let item = '';
  for (const line of lines) {
    if (list !== undefined && !/^ {2}\],?$/.test(line)) {
      item += line;
      if (!/^ {4}(?:\S.*)?\},?$/.test(line)) continue;
      list.push(json(item.replace(/,$/, '')));
      item = '';
      continue;
    }
    frame += `${line}\n`;
    const key = /^ {2}"(\w+)": \[$/.exec(line)?.[1];
    list = key === undefined ? undefined : [];
    if (key !== undefined && list !== undefined) lists.set(key, list);
  }
  if (list !== undefined || !frame.trimEnd().endsWith('\n}')) throw new LinesError(true);
  return Object.fromEntries([...Object.entries(json(frame) as object), ...lists]);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LinesError(false);
  }
}
