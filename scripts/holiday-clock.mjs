/**
 * What `date-holidays` asks of `moment-timezone`, from our own zone data: the day on which an equinox is in a zone,
 * and an instant in UTC, for that is the zone in which `src/calendar/regions.ts` asks.
 */
import { toWall } from '../src/calendar/zone.ts';

const OFFSET = /^([+-])(\d\d):(\d\d)$/;

/** @param text an instant, ISO 8601 */
export default function moment(text) {
  const utc = Math.floor(Date.parse(text) / 60_000);
  return {
    tz: (zone) => clock(toWall(zone, utc)),
    utcOffset: (offset) => {
      const [, sign, hours, minutes] = OFFSET.exec(offset);
      return clock(utc + (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes)));
    },
  };
}

/** @param text `2027-05-01 00:00:00` */
moment.tz = (text, zone) => {
  if (zone !== 'UTC') throw new Error(`holidays are asked for in UTC, not in ${zone}`);
  return { format: () => `${text.replace(' ', 'T')}Z` };
};

/** @param wall minutes on the clock */
function clock(wall) {
  const shown = new Date(wall * 60_000);
  return { month: () => shown.getUTCMonth(), date: () => shown.getUTCDate() };
}
