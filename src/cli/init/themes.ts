/** What a year can be about, for a firm that has no themes of its own yet. */
import { isNone, itemsOf, type NamedItem, oneOf } from './items.ts';

export const THEMES: readonly NamedItem[] = [
  { id: 'mission', name: 'Our mission and my part in it' },
  { id: 'empathy', name: 'Empathy – how we show up' },
  { id: 'feedback', name: 'What customers tell us' },
  { id: 'journey-today', name: 'The journey as it is today' },
  { id: 'journey-tomorrow', name: 'The journey as it should be' },
  { id: 'what-it-costs', name: 'What a bad moment costs' },
];

/** The chosen ones, `mission` always first: every year says what it is for. @throws Error for others */
export function themesOf(text: string): NamedItem[] {
  const chosen = (isNone(text) ? [] : itemsOf(text)).map((word) => oneOf(word, THEMES, 'theme').id);
  return THEMES.filter(({ id }) => id === 'mission' || chosen.includes(id));
}
