/**
 * The fingerprint of what a calendar shows of a session, a ritual, a run of a theme. It is made of the very words
 * (`told.ts`) and of nothing else: `sequence` goes up when it changes, and only then.
 */
import { hash } from 'node:crypto';
import {
  formerRitualHash,
  formerSessionHashes,
  formerThemeHash,
  ritualFields,
  sessionFields,
  themeFields,
} from '../model/made/exported.ts';
import { lazy } from '../model/made/remembered.ts';
import type { Model } from '../model/model.ts';
import { type Occasion, type Teller, told } from './told.ts';

/** Says how the rest was made. What has none of it is of a plan made before words alone were asked. */
const VERSION = '2:';

/** `2:` and sixteen hexadecimal digits of SHA-256. */
export function fingerprint(teller: Teller, item: Occasion): string {
  const { title, description, location, categories, start, end, allDay } = told(teller, item);
  return VERSION + digits([title, description, location, categories, start, end, allDay]);
}

/** Of what has left the calendars. @param before the item's when it still stood */
export function cancelledFingerprint(before: string): string {
  return VERSION + digits(['cancelled', before]);
}

function digits(shown: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(shown), 'hex').slice(0, 16);
}

/** Tells whether what an item shows now is what a hash was made of, however old that is. */
export type Comparer = (before: string, item: Occasion, now: string) => boolean;

/** @param model what things are called now */
export function comparer(model: Model): Comparer {
  const sessionHash = lazy(() => formerSessionHashes(model));
  return (before, item, now) => {
    if (before === now || before.startsWith(VERSION)) return before === now;
    if ('module' in item) {
      const module = model.modules.get(item.module);
      return module !== undefined && before === sessionHash()(module, sessionFields(item));
    }
    return 'ritual' in item
      ? before === formerRitualHash(model, ritualFields(item))
      : before === formerThemeHash(model, themeFields(item));
  };
}
