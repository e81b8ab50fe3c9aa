/** Who leads sessions, as people type it: `Amira 8, Tom 6 hours mon-thu 08:00-16:00`. */
import { giveIds, isNone, itemsOf, type NamedItem } from './items.ts';
import { stretchOf } from './times.ts';

export interface Trainer extends NamedItem {
  readonly hoursPerWeek: number;
  readonly days: string | readonly string[] | undefined;
  readonly hours: string | undefined;
}

/** When somebody can be asked to lead who said nothing else; the language's own defaults. */
export const USUAL = { days: 'mon-fri', hours: '07:00-20:00' } as const;

/** @throws Error that says what to write */
export function trainersOf(text: string): Trainer[] {
  if (isNone(text)) return [];
  const id = giveIds('trainer');
  return itemsOf(text).map((item) => {
    const stretch = stretchOf(item);
    const match = /^(\D+?) ?:? (\d{1,2})(?: ?h| hours?)?(?: (?:a|per) week)?$/.exec(stretch?.rest ?? item);
    if (!match)
      throw new Error(
        `“${item}”: write a name and hours a week, such as Amira 8, or Amira 8 mon-thu 08:00-16:00`,
      );
    const hoursPerWeek = Number(match[2]);
    if (!(hoursPerWeek >= 1 && hoursPerWeek <= 60))
      throw new Error(`“${item}”: from 1 to 60 hours a week are possible`);
    const name = match[1]!.trim();
    return { id: id(name), name, hoursPerWeek, days: stretch?.days, hours: stretch?.hours };
  });
}
