/** Documents as they are: keys in the order in which they were made, two spaces, LF, final newline. */

/** Data as JSON text; text as it is. Half surrogate pairs come out as `\udXXX`, so that it is always UTF-8. */
export function renderJson(document: unknown): string {
  return typeof document === 'string' ? document : `${JSON.stringify(document, null, 2)}\n`;
}
