/** Content lines of RFC 5545: one property, escaped once, folded at 75 octets and never inside a code point. */

const LIMIT = 75;

/** A TEXT value; the text has LF as its only line break. */
export function escapeText(text: string): string {
  return /[\\;,\n]/.test(text) ? text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n') : text;
}

/** A content line with its CRLF, in physical lines of at most 75 octets (the space of a continuation counts). */
export function contentLine(line: string): string {
  return line.length * 3 <= LIMIT || (line.length <= LIMIT && isAscii(line)) ? `${line}\r\n` : fold(line);
}

function fold(line: string): string {
  let folded = '';
  let begin = 0;
  let octets = 0;
  for (let i = 0; i < line.length; ) {
    const point = line.codePointAt(i)!;
    const size = octetsOf(point);
    if (octets + size > LIMIT) {
      folded += `${line.slice(begin, i)}\r\n `;
      begin = i;
      octets = 1;
    }
    octets += size;
    i += point > 0xffff ? 2 : 1;
  }
  return `${folded}${line.slice(begin)}\r\n`;
}

function octetsOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

function isAscii(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) > 0x7f) return false;
  return true;
}
