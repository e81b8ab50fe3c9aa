/** Text from files on its way to a terminal: what could steer the terminal is shown instead of obeyed. */

/** Control characters (line feed apart), bidirectional overrides and lone surrogates, as `\u{1b}`. */
const STEERING = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** Makes text safe to print; line feeds stay. */
export function visible(text: string): string {
  return text.replace(STEERING, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}
