/**
 * What became of each certificate that ended while its holder was there, counted from who came and from the texts of the plans
 * alone: renewed in time, missed on the day that was planned for it, named as without a place, or forgotten.
 */
import { isoDate, toDay } from '../../src/calendar/date.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import { type LivedYear, seatsOf } from './lived-year.ts';

export interface Renewed {
  /** Certificates that ended. */
  ended: number;
  renewed: number;
  /** There was a seat in time, and its holder did not come. */
  missed: number;
  /** Some plan said that there is no place, and why. */
  named: number;
  /** Whose, of what and when: nobody said anything. */
  readonly forgotten: string[];
}

export class Certificates {
  /** Person and module: the days of seats that any plan had for them. */
  private readonly seats = new Map<string, Set<string>>();
  private readonly named = new Set<string>();

  private readonly months: ReadonlyMap<string, number>;

  /** @param months module → how many months what was learned is good for */
  constructor(months: ReadonlyMap<string, number>) {
    this.months = months;
  }

  /** Looks at the plan of a week. */
  look(plan: Plan): void {
    const people = new Map(plan.groups.map(({ id, people: ids }) => [id, ids ?? []]));
    for (const [person, sessions] of seatsOf(plan)) {
      for (const { module, start } of sessions) {
        if (!this.months.has(module)) continue;
        const key = `${person} ${module}`;
        this.seats.set(key, (this.seats.get(key) ?? new Set()).add(start.slice(0, 10)));
      }
    }
    for (const { module, group, first, last } of plan.unscheduled)
      for (const person of (people.get(group) ?? []).slice(first - 1, last))
        this.named.add(`${person} ${module}`);
  }

  /** @param today until when the year was lived */
  settle({ came, rows }: LivedYear, today: string): Renewed {
    const sums: Renewed = { ended: 0, renewed: 0, missed: 0, named: 0, forgotten: [] };
    for (const [module, months] of this.months) {
      const days = new Map<string, string[]>();
      for (const one of came)
        if (one.module === module) days.set(one.person, [...(days.get(one.person) ?? []), one.day]);
      for (const [person, own] of days) {
        const isThere = (day: string) =>
          rows.some(({ id, joined, left }) => id === person && joined <= day && (left === '' || left > day));
        const seats = [...(this.seats.get(`${person} ${module}`) ?? [])];
        let until = '';
        for (const day of own.sort()) {
          // Learned shortly before the last one ends: it goes on from there.
          until = later(day >= weeksBefore(until) && day <= until ? until : day, months);
          if (until >= today || until < '2027-01-11' || !isThere(until)) continue;
          const isIn = (seat: string) => seat > day && seat <= until;
          sums.ended++;
          if (own.some(isIn)) sums.renewed++;
          else if (seats.some(isIn)) sums.missed++;
          else if (this.named.has(`${person} ${module}`)) sums.named++;
          else sums.forgotten.push(`${person} ${module}: learned on ${day}, ended on ${until}`);
        }
      }
    }
    return sums;
  }
}

/** The same day so many months later, or the last of a shorter month. */
function later(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Thirteen weeks before a day. */
function weeksBefore(day: string): string {
  return day === '' ? '9999' : isoDate(toDay(day)! - 91);
}
