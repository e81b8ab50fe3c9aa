/**
 * How long what was learned is good for. From the day of learning: so many days, weeks, months or years; or until the end of
 * the calendar or fiscal year after, so that it is learned once in each. The fiscal year begins with the month in which the
 * programme does. Whoever renews shortly before the end keeps the anniversary and loses nothing by it.
 */
import { civilOf, type Day, dayOf, monthStart } from '../calendar/date.ts';

export type ValidFor =
  | { readonly kind: 'days' | 'months'; readonly count: number }
  | { readonly kind: 'calendar-year' }
  | { readonly kind: 'fiscal-year' };

/** Something learned, and its last good day. */
export interface Certificate {
  readonly earned: Day;
  readonly until: Day;
}

/** What decides when a certificate ends. */
interface Validity {
  readonly validFor: ValidFor;
  /** First day of the programme: fiscal years begin with its month. */
  readonly starts: Day;
  /** `policy.renewWithinWeeks` */
  readonly renewWithinWeeks: number;
}

/** @param days on which it was learned, in order → the certificates, each with its own end */
export function certificatesOf(days: readonly Day[], validity: Validity): Certificate[] {
  const found: Certificate[] = [];
  for (const earned of days) {
    const before = found.at(-1);
    if (before?.earned === earned) continue;
    const isRenewal = before && earned <= before.until && earned >= renewalFrom(before.until, validity);
    found.push({ earned, until: lastDay(isRenewal ? before.until : earned, validity) });
  }
  return found;
}

/** The first day from which a renewal keeps the anniversary. */
export function renewalFrom(until: Day, { validFor, renewWithinWeeks, starts }: Validity): Day {
  if (validFor.kind === 'calendar-year' || validFor.kind === 'fiscal-year')
    return yearOf(until, validFor.kind, starts);
  const days = validFor.kind === 'days' ? validFor.count : validFor.count * 30;
  return until + 1 - Math.min(7 * renewWithinWeeks, Math.floor(days / 2));
}

function lastDay(day: Day, { validFor, starts }: Validity): Day {
  switch (validFor.kind) {
    case 'days':
      return day + validFor.count;
    case 'months':
      return monthsLater(day, validFor.count);
    default:
      return monthStart(yearOf(day, validFor.kind, starts), 24) - 1;
  }
}

/** The same day of the month, or its last. */
function monthsLater(day: Day, months: number): Day {
  const first = monthStart(day, months);
  const last = monthStart(day, months + 1) - 1;
  return Math.min(first + civilOf(day).date - 1, last);
}

/** First day of the year that a day lies in. */
function yearOf(day: Day, kind: 'calendar-year' | 'fiscal-year', starts: Day): Day {
  const { year, month } = civilOf(day);
  const first = kind === 'calendar-year' ? 1 : civilOf(starts).month;
  return dayOf(month >= first ? year : year - 1, first, 1);
}

/** What decides when certificates of a module end; undefined where they are for good. */
export function validityOf(
  {
    programme,
    policy,
  }: { readonly programme: { readonly starts: Day }; readonly policy: { readonly renewWithinWeeks: number } },
  { validFor }: { readonly validFor?: ValidFor },
): Validity | undefined {
  return validFor && { validFor, starts: programme.starts, renewWithinWeeks: policy.renewWithinWeeks };
}

/** How the renewal of a certificate is called among a module's occurrences: `renewal-2027-08-14`, by its last day. */
export const RENEWAL = 'renewal-';

/**
 * Whether people are there for it at a moment of theirs, when they are new and missed on no floor. A renewal is asked of whoever is at
 * work by then, like anything else.
 */
export function isAtMoment(
  { when }: { readonly when: { readonly kind: string } },
  occurrence: string,
): boolean {
  return when.kind === 'moment' && !occurrence.startsWith(RENEWAL);
}
