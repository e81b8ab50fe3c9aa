/**
 * Says before planning when a year is larger than the memory that node allows itself: it would end much later,
 * with a page of addresses and no word of what helps.
 */

import { PLAIN_NUMBERS } from '../calendar/say.ts';
import { counted } from '../wording/words.ts';

/** Octets of heap for each requirement below which planning is sure to fail; `npm run bench -- firms` measured it. */
const LEAST = 1500;
/** With so many the collector has little to do. */
const EASY = 2500;
const GIB = 2 ** 30;

/**
 * A hint for stderr; undefined where the year fits.
 * @param limit octets that the heap may have
 */
export function heapHint(requirements: number, limit: number): string | undefined {
  if (requirements * LEAST <= limit) return undefined;
  const mebibytes = Math.ceil((requirements * EASY) / GIB) * 1024;
  const asked = counted(PLAIN_NUMBERS, requirements, 'requirement');
  return `This year has ${asked}, and node allows itself ${PLAIN_NUMBERS.number(Math.floor(limit / 2 ** 20))} MiB of memory, which is too little for them: should it run out, set NODE_OPTIONS=--max-old-space-size=${mebibytes} and run it again.\n`;
}
