/** Names of months in the languages of cxplan's users: English, German, French, Spanish, Dutch, Portuguese. */
import { plainTitle } from './titles.ts';

/** Of each month the beginnings that are it and no other, as short as they are written anywhere. */
const MONTHS: readonly string[] = [
  'jan january januar janner janvier janv enero ene januari janeiro',
  'feb february februar fevrier fevr fev febrero februari fevereiro',
  'mar march marz mrz maerz mars marzo maart mrt marco',
  'apr april avril avr abril abr',
  'may mai mayo mei maio',
  'jun june juni juin junio junho',
  'jul july juli juillet juil julio julho',
  'aug august aout agosto ago augustus',
  'sep sept september septembre septiembre setembro set',
  'oct october oktober okt octobre octubre outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez decembre diciembre dic dezembro',
];

const NUMBERS = new Map(MONTHS.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)));

/** `März`, `Mrz.`, `août` → 3, 3, 8; undefined for any other word. */
export function monthNamed(word: string): number | undefined {
  return NUMBERS.get(plainTitle(word));
}
