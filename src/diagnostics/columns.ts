/** How wide text stands on a terminal, so that a caret stands under what it means. */
import { sanitise } from './sanitise.ts';

const TAB = '    ';
/** Marks that stand on the letter before them, joiners and variation selectors. */
const NO_WIDTH = /^(?:\p{Mn}|\p{Me}|\p{Cf})$/u;
/** East Asian wide and full-width characters, and emoji. */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})$/u;

/** A line as it is shown: tabs as spaces, what could steer a terminal spelled out. */
export function display(text: string): string {
  return sanitise(text.replaceAll('\t', TAB));
}

/** Columns that a text takes when it is shown. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of display(text)) width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
