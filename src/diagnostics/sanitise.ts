/** Text from files on its way to people: what could steer a terminal or turn text around is shown, not obeyed. */

/**
 * Control characters, bidirectional marks and overrides, line separators, byte order marks, lone surrogates; and
 * what build servers obey when they see it in a log: `##[…]` and `##vso[…]` anywhere, `::` at the start of a line.
 * The look back comes after the colon it is about: tried at every character of a long run of spaces, it takes the
 * square of their number.
 */
const STEERING =
  /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}|#(?=#(?:vso)?\[)|:(?<=^\s*:)(?=:)/gu;

/** One line of text, safe to print: `\u{1b}` for an escape, `\u{a}` for a line feed. */
export function sanitise(text: string): string {
  return text.replace(STEERING, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** JSON text, safe to print: the same data, with the characters that JSON leaves raw written as `\u009b`. */
export function sanitiseJson(json: string): string {
  return json.replace(STEERING, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
