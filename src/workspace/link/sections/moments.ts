/** `moments` of the employee's journey: the built-in ones and the workspace's own. */
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Id, Moment } from '../../../model/model.ts';
import type { ResolveAudience } from '../audiences.ts';
import { nameOf } from '../values.ts';
import type { WrittenMoment } from '../written.ts';

/** Days after joining; `interview` comes before the first day. */
export const BUILT_IN_MOMENTS: ReadonlyMap<
  Id,
  { readonly name: string; readonly from: number; readonly to: number }
> = new Map([
  ['interview', { name: 'Interview', from: -1, to: -1 }],
  ['day-1', { name: 'First day', from: 0, to: 0 }],
  ['week-1', { name: 'First week', from: 0, to: 6 }],
  ['day-30', { name: 'By day 30', from: 7, to: 30 }],
  ['day-60', { name: 'By day 60', from: 31, to: 60 }],
  ['day-90', { name: 'By day 90', from: 61, to: 90 }],
  ['anniversary', { name: 'Anniversary', from: 351, to: 379 }],
]);

/** In order of `from`, then id. An own moment may redefine a built-in one. */
export function linkMoments(
  written: ReadonlyMap<Id, WrittenMoment>,
  audience: ResolveAudience,
): Map<Id, Moment> {
  const moments: Moment[] = [];
  for (const [id, moment] of BUILT_IN_MOMENTS) {
    if (!written.has(id)) moments.push({ id, ...moment, audience: audience('everyone'), builtIn: true });
  }
  for (const [id, moment] of written) {
    moments.push({
      id,
      name: moment.name ?? BUILT_IN_MOMENTS.get(id)?.name ?? nameOf(id),
      from: moment.from,
      to: moment.to ?? moment.from,
      audience: audience(moment.audience ?? 'everyone'),
      builtIn: false,
    });
  }
  moments.sort((a, b) => a.from - b.from || byCodeUnit(a.id, b.id));
  return new Map(moments.map((moment) => [moment.id, moment]));
}
