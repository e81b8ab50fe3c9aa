/** Shares and numbers of people, as people write them. */

/** `10%` of 120 people → `write 12`, with what it is a part of. */
export function fromShare(text: string, whole: number, of: string): string | undefined {
  const match = /^\s*(\d{1,3}(?:[.,]\d{1,6})?)\s*(?:%|per ?cent)\s*$/i.exec(text.slice(0, 40));
  if (!match?.[1] || whole <= 0) return undefined;
  const part = Math.round((Number(match[1].replace(',', '.')) / 100) * whole);
  return `write ${part}: ${match[1]}% of ${of}`;
}

const SHARES: Readonly<Record<string, string>> = {
  all: '100%',
  everyone: '100%',
  unlimited: '100%',
  'no limit': '100%',
  none: '100%, if there is no limit',
  half: '50%',
  third: '33%',
  quarter: '25%',
  fifth: '20%',
  tenth: '10%',
};

/** `0.15`, `15`, `15 per cent` → `15%` */
export function suggestShare(text: string): string | undefined {
  const named =
    SHARES[
      text
        .trim()
        .toLowerCase()
        .replace(/^an? (?!at)/, '')
    ];
  if (named !== undefined) return `write ${named}`;
  const fraction = /^\s*(\d{1,3})\s*\/\s*(\d{1,4})\s*$/.exec(text.slice(0, 20));
  if (fraction && Number(fraction[1]) <= Number(fraction[2]) && Number(fraction[2]) > 0)
    return `write ${Math.round((Number(fraction[1]) / Number(fraction[2])) * 10_000) / 100}%`;
  const match = /^\s*(\d{0,3}(?:[.,]\d{1,6})?)\s*(%|per ?cent)?\s*$/.exec(text.slice(0, 40));
  if (!match?.[1]) return undefined;
  const value = Number(match[1].replace(',', '.'));
  if (match[2] === undefined && value === 1) return 'write 100% for all, or 1% for one in a hundred';
  const share = match[2] === undefined && value < 1 ? value * 100 : value;
  return share <= 100 ? `write ${Math.round(share * 100) / 100}%` : undefined;
}

/** A share or a number of people. */
export function isCap(form: string): boolean {
  return form.includes('people');
}

/** `2`, `two people`, `2 persons` → `2 people`; a bare whole number may mean either. */
export function suggestCap(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  const match = /^(\d{1,6}|one|two|three|four|five|six) *(people|persons?|heads?|ppl|at a time)?$/.exec(word);
  if (!match) return suggestShare(text);
  const spelt = ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(match[1]!);
  const number = spelt < 0 ? Number(match[1]) : spelt + 1;
  if (number === 0) return 'write 1 person: with nobody away, nobody learns';
  const people = number === 1 ? '1 person' : `${number} people`;
  return match[2] || spelt >= 0 || number > 100
    ? `write ${people}`
    : `write ${people}, or ${number}% if a share is meant`;
}
