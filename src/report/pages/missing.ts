/** The gaps of one department, worst first, short: the whole story is in the gap report. */
import { worst } from '../../coverage/measure/worst.ts';
import type { Finding } from '../../model/made/gaps.ts';
import type { Context } from '../context.ts';
import type { Block } from '../types.ts';
import { counted, sentence } from '../words.ts';

/** Most gaps that a department's page tells. */
const MOST = 5;

export function missingBlocks(context: Context, department: string): Block[] {
  const all = context.findingsOf.get(department) ?? [];
  const found = worst(all, Number.POSITIVE_INFINITY, context.say);
  if (found.length === 0) return [];
  const rest = found.length - MOST;
  const more = rest > 0 ? [`${counted(context.say, rest, 'more gap')} in the gap report.`] : [];
  return [
    { kind: 'heading', level: 2, text: 'Still missing' },
    { kind: 'list', items: [...found.slice(0, MOST).map(gapWords), ...more] },
    { kind: 'link', text: 'The whole gap report', href: '../gaps.md' },
  ];
}

/** `Nobody in Finance meets Journey tomorrow. To close it: …` */
export function gapWords({ message, fix }: Finding): string {
  return fix === '' ? sentence(message) : `${sentence(message)} To close it: ${sentence(fix)}`;
}
