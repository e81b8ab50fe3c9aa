/** Text in a workbook's XML: what XML cannot hold is told by its number (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */

const SPECIAL =
  /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function escaped(text: string): string {
  return text.replace(SPECIAL, (found) => {
    // What looks like such a number is none.
    if (found.length > 1) return `_x005F${found}`;
    return MARKUP[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}
