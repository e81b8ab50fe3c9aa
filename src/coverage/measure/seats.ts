/**
 * Seats placed of seats asked, of the organisation and of every department, role and site. A seat is one person in one
 * session; it stands beside every score, since a mean can be full while some people get nothing.
 */
import type { DeliveredSeats, Seats } from '../../model/made/gaps.ts';
import type { Attendees, Plan, PlanGroup } from '../../model/made/plan.ts';
import type { Deliveries } from './deliveries.ts';

/** `at`: of a department, role or site that has none, nothing is asked. */
export interface AllSeats {
  readonly organisation: Seats;
  readonly departments: At;
  readonly roles: At;
  readonly sites: At;
}

type At = (id: string) => Seats;

const NONE: Seats = { asked: 0, placed: 0, peopleWithout: 0 };
/** The most that is shown while anybody who was asked for has no seat. */
export const NOT_QUITE = 99.9;

/** Confirmed sessions give seats, held ones too; what is unscheduled is asked for and has none. */
export function seatsOf({ groups, sessions, unscheduled }: Plan, deliveries?: Deliveries): AllSeats {
  const known = new Map(groups.map((group) => [group.id, group]));
  const counts = {
    organisation: new Count(),
    departments: new Counts(),
    roles: new Counts(),
    sites: new Counts(),
  };
  const each = (seat: Attendees, tell: (count: Count) => void): void => {
    const group: PlanGroup | undefined = known.get(seat.group);
    tell(counts.organisation);
    // A session that has been held may outlive its group.
    if (!group) return;
    tell(counts.departments.of(group.department));
    tell(counts.roles.of(group.role));
    tell(counts.sites.of(group.site));
  };
  for (const { status, attendees } of sessions) {
    if (status === 'confirmed') for (const seat of attendees) each(seat, (count) => count.place(seat));
  }
  for (const seat of unscheduled) each(seat, (count) => count.miss(seat));
  return {
    organisation: withDelivered(counts.organisation.seats(), deliveries?.organisation),
    departments: (id) => withDelivered(counts.departments.seats(id), deliveries?.departments(id)),
    roles: (id) => withDelivered(counts.roles.seats(id), deliveries?.roles(id)),
    sites: (id) => withDelivered(counts.sites.seats(id), deliveries?.sites(id)),
  };
}

function withDelivered(seats: Seats, delivered: DeliveredSeats | undefined): Seats {
  return delivered ? { ...seats, delivered } : seats;
}

/** A score as it may be told: nothing is full while somebody who was asked for has no seat. */
export function honestScore(score: number | null, { asked, placed }: Seats): number | null {
  return score !== null && placed < asked ? Math.min(score, NOT_QUITE) : score;
}

class Counts {
  private readonly all = new Map<string, Count>();

  of(id: string): Count {
    const known = this.all.get(id) ?? new Count();
    this.all.set(id, known);
    return known;
  }

  seats(id: string): Seats {
    return this.all.get(id)?.seats() ?? NONE;
  }
}

class Count {
  private placed = 0;
  private missed = 0;
  /** Members of each group who lack a seat. */
  private readonly without = new Map<string, Set<number>>();

  place({ first, last }: Attendees): void {
    this.placed += last - first + 1;
  }

  miss({ group, first, last }: Attendees): void {
    this.missed += last - first + 1;
    const members = this.without.get(group) ?? new Set();
    for (let member = first; member <= last; member++) members.add(member);
    this.without.set(group, members);
  }

  seats(): Seats {
    const { placed, missed } = this;
    const peopleWithout = [...this.without.values()].reduce((sum, { size }) => sum + size, 0);
    return { asked: placed + missed, placed, peopleWithout };
  }
}
