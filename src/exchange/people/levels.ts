/** How a job stands in the firm, guessed from a level or a title; nothing where neither says. */
import type { Level } from '../../model/people.ts';

const EXECUTIVE =
  /\b(?:executive|c-?level|c-?suite|chief|ceo|cfo|coo|cto|cio|vp|vice president|president|board|managing director|geschäftsführer\p{L}*|geschäftsleitung|vorstand\p{L}*|directeur général|directrice générale|director general|consejero delegado|bestuurder|directie)(?!\p{L})/iu;
const MANAGER =
  /\b(?:manager\p{L}*|management|head of|director|team ?lead(?:er)?|supervisor|foreman|\p{L}*leiter(?:in)?|\p{L}*leitung|führungskraft|meister(?:in)?|chef(?:fe)? d|responsable|cadre dirigeant|encargad[oa]|jef[ea]|gerente|leidinggevende|teamleider|afdelingshoofd)(?!\p{L})/iu;
/** Called managers, and lead nobody. */
const NO_MANAGER =
  /\b(?:account|case|project|product|programme?|key account|community|content|office|category|brand|campaign|success|risk|data|asset|property|projekt|produkt)[ -]?manager/iu;
const FRONTLINE = /\b(?:front-?line|hourly|operative|worker|individual contributor 1)(?!\p{L})/iu;

/** @param text a level such as `M2 Manager`, or a title such as `Head of Sales` */
export function levelIn(text: string): Level | undefined {
  if (EXECUTIVE.test(text)) return 'executive';
  if (MANAGER.test(text) && !NO_MANAGER.test(text)) return 'manager';
  return FRONTLINE.test(text) ? 'frontline' : undefined;
}

/**
 * @param levels what the export says of those who hold the job: level → people
 * @param leading how many of them others report to; undefined where the export does not say who reports to whom
 */
export function levelOf(
  title: string,
  levels: ReadonlyMap<string, number>,
  people: number,
  leading: number | undefined,
): Level | undefined {
  const [most] = [...levels].sort(([, a], [, b]) => b - a).filter(([text]) => text !== '');
  const said = most && levelIn(most[0]);
  if (said) return said;
  if (EXECUTIVE.test(title)) return 'executive';
  if (leading !== undefined) return leading * 2 >= people ? 'manager' : undefined;
  return levelIn(title) === 'manager' ? 'manager' : undefined;
}
