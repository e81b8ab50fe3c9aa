/** UIDs: what calendars know an item by, for good. */
import { hash } from 'node:crypto';
import type { PlanProgramme } from '../model/made/plan.ts';

/** Octets (a UID is ASCII): what every calendar server that we know of can store. */
const LIMIT = 200;
/** Hexadecimal digits that stand for what was cut off. */
const DIGITS = 32;
/** A longer domain is cut, too; its end says most. */
const DOMAIN_LIMIT = 100;

/**
 * What follows an item's id: `fernhill-2027.2027-01@fernhill.example`. With the month in which the programme starts:
 * next year's plan has the same modules, quarters and days, and must never take over an entry of this year's.
 */
export function addressOf({ id, starts, domain }: Pick<PlanProgramme, 'id' | 'starts' | 'domain'>): string {
  return `${id}.${starts.slice(0, 7)}@${domain}`;
}

/** `<id>.<address>`; a longer one than calendars take has a hash of the whole in place of its middle. */
export function uidOf(id: string, address: string): string {
  const whole = `${id}.${address}`;
  if (whole.length <= LIMIT) return whole;
  const at = whole.lastIndexOf('@');
  const domain = whole.slice(Math.max(at + 1, whole.length - DOMAIN_LIMIT)).replace(/^[.-]+/, '');
  const short = hash('sha256', whole, 'hex').slice(0, DIGITS);
  const kept = whole.slice(0, Math.min(at, LIMIT - DIGITS - domain.length - 2));
  return `${kept}.${short}@${domain}`;
}

const ID_LIMIT = 64;

/**
 * The programme's id where none is written: its name in the letters of an id. What of the name does not fit into these
 * is there as a hash: two programmes of one firm may differ in nothing else.
 */
export function programmeId(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (slug !== '' && slug.length <= ID_LIMIT && !/[^a-z0-9]/u.test(plain.replace(/[^\p{L}\p{N}]/gu, '')))
    return slug;
  const short = hash('sha256', name, 'hex').slice(0, 8);
  return `${(slug === '' ? 'programme' : slug).slice(0, ID_LIMIT - 9).replace(/-+$/, '')}-${short}`;
}
