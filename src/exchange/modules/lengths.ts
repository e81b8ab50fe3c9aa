/** Lengths of courses as catalogues write them → minutes of one session. */
import { secondsOf } from '../attendance/durations.ts';

/** No session is longer; whatever is, is held in parts. */
const LONGEST = 600;

/**
 * @param unit what the column's title says of a bare number; `duration` says nothing
 * @returns minutes, or why there are none
 */
export function lengthOf(
  text: string,
  unit: 'minutes' | 'hours' | 'duration',
): number | { readonly problem: string; readonly fix: string } {
  const bare = /^\d{1,5}(?:[.,]\d+)?$/.exec(text.trim());
  if (bare && unit === 'duration') {
    const fix = 'say which it is: --column minutes="<the title>" or --column hours="<the title>"';
    return { problem: `"${text}" can be minutes or hours`, fix };
  }
  if (/\b(?:days?|tage?|jours?|días?|dagen|dag|weeks?|wochen?)\b/i.test(text)) {
    return {
      problem: `"${text}" is longer than a session`,
      fix: 'write the minutes of one session; parts: says how many there are',
    };
  }
  const seconds = bare && unit === 'hours' ? Number(text.replace(',', '.')) * 3600 : secondsOf(text);
  const minutes = seconds === undefined ? undefined : Math.round(seconds / 60);
  if (minutes === undefined || minutes < 1)
    return { problem: `"${text}" is no length`, fix: 'write it as 90 min or 1.5 h' };
  if (minutes <= LONGEST) return minutes;
  return {
    problem: `"${text}" makes ${minutes} minutes, longer than any session`,
    fix: 'is it in minutes? Else write those of one session; parts: says how many there are',
  };
}
