/** Lengths of time as meeting tools write them → seconds. */

const UNITS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['h hr hrs hour hours std stunde stunden heure heures hora horas u uur uren', 3600],
      ['m min mins minute minutes minuten minuto minutos', 60],
      ['s sec secs second seconds sek sekunden seconde secondes segundos seconden', 1],
    ] as const
  ).flatMap(([words, seconds]) => words.split(' ').map((word) => [word, seconds] as const)),
);

/** `1h 13m 42s`, `73`, `1:13:42`, `45 min`, `1,5 h`; a bare number is minutes. Undefined for what is none. */
export function secondsOf(text: string): number | undefined {
  if (/^\d{1,5}$/.test(text)) return Number(text) * 60;
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ');
  if (/^\d{1,5}(?:[.,]\d+)?$/.test(plain)) return Math.round(Number(plain.replace(',', '.')) * 60);
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(plain);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  let [rest, seconds] = [plain, 0];
  for (let parts = 0; parts < 4 && rest !== ''; parts++) {
    const match = /^(\d{1,5}(?:[.,]\d+)?)\s*(\p{L}+)\.?,?\s*/u.exec(rest);
    const unit = match && UNITS.get(match[2]!);
    if (!unit) return undefined;
    seconds += Number(match[1]!.replace(',', '.')) * unit;
    rest = rest.slice(match[0].length);
  }
  return rest === '' && plain !== '' ? Math.round(seconds) : undefined;
}
