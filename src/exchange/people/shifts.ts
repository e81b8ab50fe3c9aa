/** What a shift's name says about its hours. */

const CLOCKS = /(\d{1,2})[:.h]?(\d{2})?\s*(?:-|–|—|to|bis|à|a|tot)\s*(\d{1,2})[:.h]?(\d{2})?/i;

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/night|nacht|nuit|noche|noct/i, '22:00-06:00'],
  [/early|früh|frueh|matin|mañana|manana|vroeg|ochtend|morning|\bam\b/i, '06:00-14:00'],
  [/late|spät|spaet|après|apres|soir|tarde|laat|avond|evening|twilight|back|\bpm\b/i, '14:00-22:00'],
];
const WEEKEND = /week-?end|wochenende|fin de semana|fin de semaine|sat(?:urday)?\b|samstag/i;

/**
 * @param name `Früh 06:00-14:00`, `Night shift`, `Standard`
 * @returns `isGuess` unless the hours stand in the name
 */
export function hoursOf(name: string): {
  readonly days: string;
  readonly hours: string;
  readonly isGuess: boolean;
} {
  const days = WEEKEND.test(name) ? 'sat-sun' : 'mon-fri';
  const written = CLOCKS.exec(name);
  const hours = written && clockRange(written);
  if (hours) return { days, hours, isGuess: false };
  const kind = KINDS.find(([pattern]) => pattern.test(name));
  return { days, hours: kind?.[1] ?? '09:00-17:00', isGuess: true };
}

function clockRange([, from, fromMinutes = '00', to, toMinutes = '00']: RegExpExecArray): string | undefined {
  if (
    Number(from) > 23 ||
    Number(to) > 24 ||
    Number(fromMinutes) > 59 ||
    Number(toMinutes) > 59 ||
    from === to
  )
    return undefined;
  if (to === '24' && toMinutes !== '00') return undefined;
  return `${from!.padStart(2, '0')}:${fromMinutes}-${to!.padStart(2, '0')}:${toMinutes}`;
}
