/** Numbers as people type them: `6`, `six`, `a`. */
import { NUMBERS } from '../../workspace/suggest/suggest-number.ts';

/** Source of a regular expression: digits, or a word up to twelve. */
export const NUMBER = `(?:\\d+|${Object.keys(NUMBERS).join('|')})`;
const WORD = new RegExp(`\\b(?:${Object.keys(NUMBERS).join('|')})\\b`, 'i');

/** `six` → 6 */
export function numberOf(word: string): number {
  return NUMBERS[word.toLowerCase()] ?? Number(word);
}

/** `six drivers` → `6 drivers`, `a manager` → `1 manager`; what holds digits stays. */
export function inDigits(text: string): string {
  if (/\d/.test(text)) return text;
  if (WORD.test(text)) return text.replace(WORD, (word) => String(numberOf(word)));
  return text.replace(/^an? (?=\S)/i, '1 ');
}
