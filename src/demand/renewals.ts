/**
 * Which renewals are asked of somebody: one for each certificate that ends in the programme, in the weeks before it ends; or in the
 * module's own window, where that lies in them. One that ends soon after the programme is asked in it when most of those weeks lie in
 * it. What was not renewed in time is asked for as long as anything missed can be made up.
 */
import { type Day, isoDate } from '../calendar/date.ts';
import {
  type Certificate,
  certificatesOf,
  type Id,
  type Model,
  type Module,
  RENEWAL,
  renewalFrom,
  validityOf,
} from '../model/model.ts';
import type { Stay } from '../model/presence.ts';
import type { Learned, LearnedUntil } from './certificates.ts';
import type { Held, Renewal } from './types.ts';

/** Module → what its holder is asked for; undefined where they hold nothing. */
export function heldBy(
  model: Model,
  learned: LearnedUntil,
  member: {
    readonly group: Id;
    readonly number: number;
    readonly person: Id | undefined;
    readonly stay: Stay;
  },
  today: Day,
): ReadonlyMap<Id, Held> | undefined {
  let found: Map<Id, Held> | undefined;
  for (const module of learned.modules) {
    const had = learned.of(module.id, member.group, member.number, member.person);
    if (had.days.length === 0) continue;
    found ??= new Map();
    found.set(module.id, heldOf(model, module, had, member.stay, today));
  }
  return found;
}

function heldOf(model: Model, module: Module, { days, hasHadFirst }: Learned, stay: Stay, today: Day): Held {
  const all = certificatesOf(days, validityOf(model, module)!);
  const since = Math.max(model.programme.starts, stay.from);
  const isGood = all.some(({ until }) => until >= since);
  return {
    isAskedFirst: hasHadFirst || !isGood,
    renewals: all.flatMap((one) => renewalOf(model, module, one, stay, today) ?? []),
  };
}

/** Undefined where it is not of this programme, or of people who are not there any more. */
function renewalOf(
  model: Model,
  module: Module,
  { until }: Certificate,
  stay: Stay,
  today: Day,
): Renewal | undefined {
  const { starts, ends } = model.programme;
  const opens = renewalFrom(until, validityOf(model, module)!);
  const [from, by] = [Math.max(opens, starts), Math.min(until, ends)];
  const isOurs = until >= starts && (until <= ends || 2 * (by - from + 1) >= until - opens + 1);
  if (!isOurs || until < stay.from || stay.until < by) return undefined;
  const late = today > until ? until + 7 * model.policy.makeUpWithinWeeks : by;
  const { when } = module;
  const isOwn = when.kind === 'once' && when.from >= from && when.by <= by && today <= until;
  return {
    occurrence: `${RENEWAL}${isoDate(until)}`,
    from: Math.max(isOwn ? when.from : from, stay.from),
    by: Math.min(isOwn ? when.by : late, stay.until, ends),
  };
}
