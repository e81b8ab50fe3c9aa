/** What no pattern of `plan.schema.json` can say: whether a day is one of the calendar, a zone one of the zones. */
import { toDay } from '../calendar/date.ts';
import { isZone } from '../calendar/zone.ts';

/** By the name of the schema's definition. */
export const formats = {
  date: isDate,
  localTime: startsWithDate,
  utcTime: startsWithDate,
  timeZone: isZone,
};

function isDate(text: string): boolean {
  return toDay(text) !== undefined;
}

function startsWithDate(text: string): boolean {
  return isDate(text.slice(0, 10));
}
