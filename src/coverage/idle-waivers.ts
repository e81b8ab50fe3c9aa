/** Waivers in force that accept nothing: a typing error, or a gap that has closed and could come back unseen. */
import { toDay } from '../calendar/date.ts';
import type { Gaps } from '../model/made/gaps.ts';
import type { Model, Waiver } from '../model/model.ts';
import { liesWithin } from './measure/within.ts';
import { isOfThePast } from './over.ts';

/** Those that are not over, nor about what is, and match no gap, neither one that stands alone nor one that follows from another. */
export function idleWaivers(model: Model, { asOf, findings, waived }: Gaps): Waiver[] {
  const today = toDay(asOf);
  const followers = [...findings, ...waived].flatMap(({ implied = [] }) => implied);
  const matched = [...waived, ...followers];
  return model.waivers.filter(
    ({ rule, subject, until }) =>
      (today === undefined || (until >= today && !isOfThePast(model.programme, subject, today))) &&
      !matched.some((finding) => finding.rule === rule && liesWithin(model, finding.subject, subject)),
  );
}
