/**
 * What is over on the day of a plan. Nobody can change it any more: scores keep it as it was, and no finding speaks of it.
 * As of the day before the programme, which is the default, nothing is.
 */
import { type Day, monthStart, toDay } from '../calendar/date.ts';
import type { Plan, PlanUnscheduled } from '../model/made/plan.ts';
import type { Model, Programme, Subject } from '../model/model.ts';
import { noticeOf } from '../model/notice.ts';

type Year = Pick<Programme, 'starts' | 'ends'>;

export interface Quarter {
  /** `q1` */
  readonly id: string;
  readonly from: Day;
  /** Inclusive; inside the programme. */
  readonly to: Day;
}

/** Quarters counted from the programme's first month, unless cut to less than half. */
export function quartersOf({ starts, ends }: Year): Quarter[] {
  const quarters: Quarter[] = [];
  for (let n = 0; monthStart(starts, 3 * n) <= ends; n++) {
    const first = monthStart(starts, 3 * n);
    const next = monthStart(starts, 3 * (n + 1));
    const [from, to] = [Math.max(first, starts), Math.min(next - 1, ends)];
    if (2 * (to - from + 1) >= next - first) quarters.push({ id: `q${n + 1}`, from, to });
  }
  return quarters;
}

/** Whether a subject is about a month or a quarter that was over on a day. */
export function isOfThePast(programme: Year, { month, quarter }: Subject, asOf: Day): boolean {
  const first = month === undefined ? undefined : toDay(`${month}-01`);
  if (first !== undefined && monthStart(first, 1) <= asOf) return true;
  const whole = quarter === undefined ? undefined : quartersOf(programme).find(({ id }) => id === quarter);
  return whole !== undefined && whole.to < asOf;
}

/**
 * Whether those without a place are kept out by the notice period: their window ends within it, and what was planned
 * before there stays as it is, full as it may be.
 */
export function isFrozenOut(
  model: Pick<Model, 'policy' | 'programme'>,
  { asOf, made, sessions }: Plan,
  { module, occurrence, window, reasons }: PlanUnscheduled,
): boolean {
  const [today, by] = [toDay(asOf), toDay(window.by)];
  if (reasons.length > 0 && reasons.every(({ constraint }) => constraint === 'frozen')) return true;
  if (today === undefined || by === undefined || by > noticeOf(model, today, made.dated).end) return false;
  return sessions.some(
    (session) =>
      session.module === module &&
      session.occurrence === occurrence &&
      session.status === 'confirmed' &&
      session.start >= asOf &&
      (session.issue ?? 1) < (made.issue ?? 1),
  );
}
