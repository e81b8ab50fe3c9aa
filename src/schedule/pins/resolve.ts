/** Which session each pin means: one of the previous plan, else what a group is asked to learn. In the plan's numbers. */
import { isoDate, wallText } from '../../calendar/date.ts';
import type { Demand, Requirement } from '../../demand/types.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { beginningOf } from '../../model/made/history.ts';
import type { Attendees, Plan, PlanSession } from '../../model/made/plan.ts';
import type { Model, Pin } from '../../model/model.ts';
import { headsIn, without } from '../../model/seat-ranges.ts';
import type { PinnableSession } from '../types.ts';
import type { PinFault } from './fault.ts';

type Sessions = Pick<Plan, 'sessions'>;

export interface PinResolution {
  /** The previous plan's sessions, those that are pinned among them. */
  readonly sessions: readonly PinnableSession[];
  readonly faults: readonly PinFault[];
}

/**
 * @param previous whose sessions stand
 * @param known whose ids pins mean, where that is another: planning afresh forgets times, not identities
 * @param asOf what begins before has been held, whatever is pinned
 */
export function resolvePins(
  model: Model,
  demand: Demand,
  previous: Sessions | undefined,
  known: Sessions | undefined,
  asOf: string,
): PinResolution {
  const finder = new Finder(model, demand, known ?? previous, asOf);
  const faults: PinFault[] = [];
  const pinned = new Map<string, PinnableSession>();
  for (const pin of model.pins) {
    const found = finder.find(pin);
    if (found === 'held') continue;
    if ('message' in found) faults.push(found);
    else pinned.set(found.id, { ...found, pin });
  }
  return { sessions: withPinned(previous?.sessions ?? [], [...pinned.values()]), faults };
}

/** Whoever is pinned into a session is in no other of the same module and occurrence. */
function withPinned(sessions: readonly PlanSession[], pinned: readonly PinnableSession[]): PinnableSession[] {
  const ids = new Set(pinned.map(({ id }) => id));
  const seats = new Map<string, Attendees[]>();
  for (const { module, occurrence, attendees } of pinned) {
    const key = `${module} ${occurrence}`;
    seats.set(key, [...(seats.get(key) ?? []), ...attendees]);
  }
  const others = sessions.flatMap((session) => {
    if (ids.has(session.id)) return [];
    const taken = session.status === 'confirmed' && seats.get(`${session.module} ${session.occurrence}`);
    if (!taken) return [session];
    const attendees = without(session.attendees, taken);
    const heads = headsIn(attendees);
    if (heads === session.heads) return [session];
    return heads === 0 ? [] : [{ ...session, attendees, heads }];
  });
  return [...pinned, ...others];
}

class Finder {
  private readonly model: Model;
  private readonly demand: Demand;
  private readonly previous: readonly PlanSession[];
  private readonly asOf: string;

  constructor(model: Model, demand: Demand, previous: Sessions | undefined, asOf: string) {
    this.model = model;
    this.demand = demand;
    this.previous = (previous?.sessions ?? []).filter(({ status }) => status === 'confirmed');
    this.asOf = asOf;
  }

  find(pin: Pin): PinnableSession | PinFault | 'held' {
    const found = pin.session === undefined ? this.byGroup(pin) : this.byId(pin, pin.session);
    if ('message' in found) return found;
    if (found.uid !== '' && beginningOf(found) < this.asOf) return 'held';
    if (found.uid === '' && pin.keep) {
      return { pin, message: 'there is no plan yet whose session could be kept', fix: 'say at or on' };
    }
    return pin.groups === undefined ? found : this.withGroups(pin, found, pin.groups);
  }

  private byId(pin: Pin, id: string): PinnableSession | PinFault {
    const session = this.previous.find((one) => one.id === id);
    if (session) return session;
    // An id says what it is made of: that finds it where there is no plan yet.
    const [, name, first] = /^(.*)\.(\d+)(?:\.v\d+)?$/.exec(id) ?? [];
    const requirement = this.demand.requirements.find(
      ({ module, occurrence, group }) => `${module.id}.${occurrence}.${group.roll}`.toLowerCase() === name,
    );
    if (requirement && this.previous.length === 0) return this.fresh(pin, requirement, Number(first));
    const near = nearest(
      id,
      this.previous.map((one) => one.id),
    );
    return {
      pin,
      message: `there is no session "${id}" in the plan`,
      fix: near === undefined ? 'sessions.csv has the ids of sessions' : `did you mean "${near}"?`,
    };
  }

  private byGroup(pin: Pin): PlanSession | PinFault {
    const { module, group, occurrence } = pin;
    const asked = this.demand.requirements.filter(
      (one) =>
        one.module.id === module &&
        one.group.roll === group &&
        (occurrence === undefined || one.occurrence === occurrence),
    );
    const sessions = this.previous.filter(
      (one) =>
        one.module === module &&
        (occurrence === undefined || one.occurrence === occurrence) &&
        beginningOf(one) >= this.asOf &&
        one.attendees.some((seat) => seat.group === group),
    );
    if (sessions.length === 1) return sessions[0]!;
    if (sessions.length > 1) {
      const ids = sessions.slice(0, 5).map(({ id }) => id);
      return {
        pin,
        message: `group "${group}" has ${sessions.length} sessions of "${module}"`,
        fix: `name one: ${ids.join(', ')}`,
      };
    }
    if (asked.length === 1) return this.fresh(pin, asked[0]!, 1);
    if (asked.length > 1) {
      const names = asked.slice(0, 5).map((one) => one.occurrence);
      return {
        pin,
        message: `"${module}" is asked of "${group}" ${asked.length} times`,
        fix: `say which occurrence: ${names.join(', ')}`,
      };
    }
    const groups = this.demand.groups.map(({ roll }) => roll);
    if (groups.includes(group ?? '')) {
      return {
        pin,
        message: `"${module}" is not asked of group "${group}"${occurrence === undefined ? '' : ` in ${occurrence}`}`,
        fix: 'see the audience of the module',
      };
    }
    const near = nearest(group ?? '', groups);
    return {
      pin,
      message: `there is no group "${group}"`,
      fix: near === undefined ? 'plan.json lists the groups' : `did you mean "${near}"?`,
    };
  }

  /** A session that no plan has yet. */
  private fresh(
    pin: Pin,
    { module, occurrence, group, from, by }: Requirement,
    first: number,
  ): PinnableSession | PinFault {
    const most = module.seats.max ?? Number.POSITIVE_INFINITY;
    const last = Math.min(group.heads, first + most - 1);
    if (pin.session === undefined && last < group.heads) {
      return {
        pin,
        message: `"${module.id}" takes ${most} at a time, and the group has ${group.heads}`,
        fix: 'plan first, then pin one of its sessions by its id',
      };
    }
    const open = pin.session !== undefined && pin.groups === undefined;
    const date = isoDate(Math.min(Math.max(from, this.model.programme.starts), by));
    return {
      ...BLANK,
      id: `${module.id}.${occurrence}.${group.roll}.${first}`.toLowerCase(),
      module: module.id,
      occurrence,
      format: module.format,
      attendees: [{ group: group.roll, first, last }],
      heads: last - first + 1,
      start: `${date}T12:00`,
      end: `${date}T12:00`,
      timezone: this.model.programme.zone,
      startUtc: `${date}T12:00:00Z`,
      endUtc: `${date}T12:00:00Z`,
      minutes: module.minutes,
      led: module.led,
      ...(open && { open }),
    };
  }

  private withGroups(pin: Pin, session: PlanSession, groups: readonly string[]): PlanSession | PinFault {
    const attendees: Attendees[] = [];
    for (const id of groups) {
      const asked = this.demand.requirements.filter(
        (one) =>
          one.module.id === session.module && one.occurrence === session.occurrence && one.group.roll === id,
      );
      if (asked.length === 0) {
        return {
          pin,
          message: `"${session.module}" is not asked of group "${id}"`,
          fix: 'see the audience of the module',
        };
      }
      const heads = asked.reduce((sum, { group }) => sum + group.heads, 0);
      attendees.push({ group: id, first: 1, last: heads });
    }
    attendees.sort((a, b) => (a.group < b.group ? -1 : 1));
    return { ...session, attendees, heads: headsIn(attendees) };
  }
}

/** What nobody asks of a session that takes a place in the search. */
const BLANK: Omit<PlanSession, 'id' | 'module' | 'occurrence'> = {
  uid: '',
  sequence: 0,
  status: 'confirmed',
  created: '',
  revised: '',
  hash: '',
  format: 'talk',
  themes: [],
  stages: [],
  departments: [],
  attendees: [],
  heads: 0,
  start: wallText(0),
  end: wallText(0),
  timezone: 'UTC',
  startUtc: '',
  endUtc: '',
  minutes: 0,
  site: '',
  room: null,
  facilitator: null,
  led: 'self',
  counts: true,
  why: [],
};
