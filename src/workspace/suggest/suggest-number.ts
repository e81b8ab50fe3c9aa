/** Whole numbers and lengths of time, as people write them. */

/** `twelve` → 12 */
export const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, i) => [word, i]),
);
const LENGTHS: Readonly<Record<string, number>> = {
  'quarter of an hour': 15,
  'quarter hour': 15,
  'half an hour': 30,
  'half hour': 30,
  'an hour': 60,
  'one hour': 60,
  'two hours': 120,
  'three hours': 180,
  'half a day': 240,
  'half day': 240,
  'a day': 480,
  'full day': 480,
  'one day': 480,
};

/** `1h`, `1.5 hours`, `1h 30m`, `01:30`, `half an hour` where minutes are due. */
export function suggestLength(text: string, form: string): string | undefined {
  if (!/minutes/.test(form)) return undefined;
  const word = text
    .trim()
    .toLowerCase()
    .slice(0, 40)
    .replace(/^an? (?=quarter|half|full)/, '');
  const named = LENGTHS[word];
  if (named !== undefined) return `write ${named}`;
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(word);
  if (clock) return `write ${Number(clock[1]) * 60 + Number(clock[2])}`;
  const match =
    /^(?:(\d{1,3}(?:[.,]\d{1,2})?)\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,4})\s*(?:m(?:in(?:ute)?s?)?)?)?$/.exec(
      word,
    );
  if (!match?.[1]) return undefined;
  const minutes = Number(match[1].replace(',', '.')) * 60 + Number(match[2] ?? 0);
  return Number.isInteger(minutes) ? `write ${minutes}` : undefined;
}

/** `"12"`, `45 min`, `1,200`, `~12`, `up to 12`, `twelve`, `10-12`; a share is no number as long as nobody knows of what. */
export function suggestNumeral(text: string): string | undefined {
  const word = text.trim().toLowerCase().slice(0, 40);
  const spelt = NUMBERS[word];
  if (spelt !== undefined) return `write ${spelt}`;
  const range = /^(\d{1,6})\s*(?:-|–|to|or)\s*(\d{1,6})$/.exec(word);
  if (range) return `write one number: ${range[1]} or ${range[2]}`;
  const about =
    /^(?:~|≈|<|≤|max\.?|about|around|up to|at most|approx\.?|ca\.?|circa)\s*(?=\d)/.exec(word)?.[0] ?? '';
  const match = /^(\d[\d,' ]*(?:\.\d+)?)\s*(?:[a-z]*|an? (?:day|week|month|year)|(?:per|\/) ?year)$/.exec(
    word.slice(about.length),
  );
  return match?.[1] === undefined ? undefined : `write ${match[1].replace(/[,' ]/g, '')}`;
}

/** `11.5` people → one of the whole numbers around it; `1.5` where minutes are due was meant in hours. */
export function suggestWhole(value: number, form: string, least = 0): string | undefined {
  if (Number.isInteger(value) || !(value > 0 && value < 1e6)) return undefined;
  if (/minutes/.test(form) && value <= 12 && Number.isInteger(value * 60))
    return `write ${value * 60} for ${value} hours`;
  const around = [Math.floor(value), Math.ceil(value)].filter((whole) => whole >= least);
  return `write ${around.join(' or ')}`;
}
