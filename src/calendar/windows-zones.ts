/** Time zones as Windows and Outlook call them: loaded only for a calendar that uses them, or a name that is wrong. */
import { findIana } from 'windows-iana';
import { isZone } from './zone.ts';

/**
 * What the library has otherwise than Windows means it: the zone of Baja California Sur, not that of Chihuahua; and six hours
 * ahead, which Almaty is no more since March 2024.
 */
const CORRECTED: Readonly<Record<string, string>> = {
  'Mountain Standard Time (Mexico)': 'America/Mazatlan',
  'Central Asia Standard Time': 'Asia/Bishkek',
};

/** `W. Europe Standard Time` → `Europe/Berlin`; undefined for any other name. */
export function windowsZone(name: string): string | undefined {
  const zone = CORRECTED[name] ?? findIana(name)[0];
  return zone !== undefined && isZone(zone) ? zone : undefined;
}
