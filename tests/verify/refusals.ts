/**
 * Why somebody has no place, told by the second opinion: every start that window, module and shift leave is tried in
 * the plan, and each check of `verify` says for itself whether it objects. Nothing of the search is asked.
 */
import { MINUTES_A_DAY, wallText } from '../../src/calendar/date.ts';
import type { Plan, PlanSession, PlanUnscheduled } from '../../src/model/made/plan.ts';
import type { Model, Module } from '../../src/model/model.ts';
import { floor } from '../../src/verify/constraints/floor.ts';
import { hostPlaces } from '../../src/verify/constraints/host-places.ts';
import { inShift } from '../../src/verify/constraints/in-shift.ts';
import { inWindow } from '../../src/verify/constraints/in-window.ts';
import { language } from '../../src/verify/constraints/language.ts';
import { facilitatorAble } from '../../src/verify/constraints/leaders/facilitator-able.ts';
import { facilitatorHours } from '../../src/verify/constraints/leaders/facilitator-hours.ts';
import { facilitatorOnce } from '../../src/verify/constraints/leaders/facilitator-once.ts';
import { leaderOnce } from '../../src/verify/constraints/leaders/leader-once.ts';
import { load } from '../../src/verify/constraints/load.ts';
import { meetingSlot } from '../../src/verify/constraints/meeting-slot.ts';
import { nightRest } from '../../src/verify/constraints/night-rest.ts';
import { notClosed } from '../../src/verify/constraints/not-closed.ts';
import { overtimeLimit } from '../../src/verify/constraints/overtime-limit.ts';
import { personOnce } from '../../src/verify/constraints/person-once.ts';
import { prerequisite } from '../../src/verify/constraints/prerequisite.ts';
import { roomFits } from '../../src/verify/constraints/room-fits.ts';
import { roomOnce } from '../../src/verify/constraints/room-once.ts';
import { gatherFacts, heldSessions } from '../../src/verify/facts.ts';
import { runsIn } from '../../src/verify/people.ts';
import { type Check, type Facts, keyOf, type TimedSession } from '../../src/verify/types.ts';

const LED: ReadonlySet<string> = new Set(['trainer', 'champion', 'external']);
/** Sessions further off have no say in what only looks at one moment. */
const NEAR = 2 * MINUTES_A_DAY;

export interface Refusals {
  /** Starts that window, module and shift leave. */
  readonly of: number;
  /** Constraint → starts that it takes away. */
  readonly excluded: ReadonlyMap<string, number>;
  /** Starts that nothing takes away. */
  readonly free: number;
  /** Constraint → the sentences of the checks. */
  readonly says: ReadonlyMap<string, readonly string[]>;
}

/** Where the missing session would be held, and in whose clock. */
export interface Place {
  readonly site: string;
  readonly zone: string;
}

/** For the first member of an entry; undefined when the workspace does not ask it of them. */
export function refusalsOf(
  model: Model,
  plan: Plan,
  one: Pick<PlanUnscheduled, 'module' | 'occurrence' | 'group' | 'first'>,
  place: Place,
): Refusals | undefined {
  const facts = gatherFacts(model, plan, undefined);
  const trial = new Trial(facts, model.modules.get(one.module)!, one, place);
  const excluded = new Map<string, number>();
  const says = new Map<string, string[]>();
  let [of, free] = [0, 0];
  const starts = trial.starts();
  if (!starts) return undefined;
  for (const start of starts) {
    const refused = trial.refused(start);
    if (!refused) continue;
    of++;
    if (refused.size === 0) free++;
    for (const [constraint, words] of refused) {
      excluded.set(constraint, (excluded.get(constraint) ?? 0) + 1);
      says.set(constraint, [...(says.get(constraint) ?? []), ...words]);
    }
  }
  return { of, excluded, free, says };
}

type Refused = Map<string, string[]>;

class Trial {
  private readonly facts: Facts;
  private readonly module: Module;
  private readonly one: Pick<PlanUnscheduled, 'module' | 'occurrence' | 'group' | 'first'>;
  private readonly place: Place;

  constructor(facts: Facts, module: Module, one: Trial['one'], place: Place) {
    this.facts = facts;
    this.module = module;
    this.one = one;
    this.place = place;
  }

  /** Minutes of the wall clock in the window, five or `startEvery` apart. */
  starts(): number[] | undefined {
    const { group, first, occurrence } = this.one;
    const run = runsIn(this.facts.groups, { group, first, last: first })?.[0];
    const asked = run && this.facts.asked.get(keyOf(this.module.id, occurrence, run.group.id));
    if (!asked) return undefined;
    const step = this.module.format === 'huddle' ? 5 : this.facts.model.policy.startEvery;
    const out: number[] = [];
    for (let wall = asked.from * MINUTES_A_DAY; wall < (asked.by + 1) * MINUTES_A_DAY; wall += step)
      out.push(wall);
    const { when } = this.module;
    if (when.kind !== 'once' || !when.offers) return out;
    // A date that says when it begins lies on no grid.
    const exact = when.offers.flatMap(({ date, at }) =>
      at === undefined ? [] : [date * MINUTES_A_DAY + at],
    );
    return [...new Set([...out, ...exact])].sort((a, b) => a - b);
  }

  /** Who refuses it and in what words; undefined where it is no start for these people and this module at all. */
  refused(wall: number): Refused | undefined {
    const alone = this.held(wall);
    if (!alone || this.broken(inShift, alone, []).length > 0) return undefined;
    const window = this.broken(inWindow, alone, []);
    if (window.some((text) => /own days or hours|grid|programme|starts at|none of the dates/.test(text)))
      return undefined;
    const huddle = this.module.format === 'huddle';
    if (huddle && this.broken(meetingSlot, alone, []).length > 0) return undefined;
    const out: Refused = new Map();
    const say = (constraint: string, words: readonly string[]) => {
      if (words.length > 0) out.set(constraint, [...(out.get(constraint) ?? []), ...words]);
    };
    const near = this.facts.sessions.filter(({ start }) => Math.abs(start - alone.start) < NEAR);
    const own = this.facts.sessions.filter(({ seated }) =>
      seated.some(({ group }) => group.name === this.one.group),
    );
    say('in-window', window);
    say('not-closed', this.broken(notClosed, alone, []));
    say('night-rest', this.broken(nightRest, alone, []));
    say('person-once', this.broken(personOnce, alone, own));
    say('load', this.broken(load, alone, own));
    say('overtime-limit', this.broken(overtimeLimit, alone, own));
    say('prerequisite', this.broken(prerequisite, alone, own));
    say('leader-once', this.broken(leaderOnce, alone, near));
    say('floor', this.broken(floor, alone, near));
    say('host-places', this.broken(hostPlaces, alone, near));
    say('facilitator-once', this.broken(facilitatorOnce, alone, near));
    say('language', this.broken(language, alone, []));
    if (huddle) say('meeting-slot', this.broken(meetingSlot, alone, near));
    for (const [constraint, words] of this.leaders(wall, near)) say(constraint, words);
    for (const [constraint, words] of this.rooms(wall, near)) say(constraint, words);
    return out;
  }

  /** What keeps each of those who could lead it; nothing when one of them can. */
  private leaders(wall: number, near: readonly TimedSession[]): [string, string[]][] {
    const { format, led } = this.module;
    if (!LED.has(led) || format === 'huddle' || format === 'self-paced') return [];
    const able = (this.module.facilitators ?? [...this.facts.model.facilitators.keys()]).filter(
      (facilitator) => {
        const session = this.held(wall, { facilitator })!;
        const alone = { ...session, module: { ...session.module, leaders: 1 } };
        return this.broken(facilitatorAble, alone, []).length === 0;
      },
    );
    if (able.length < this.module.leaders) return [['facilitator-able', ['too few']]];
    const kept: [string, string[]][] = [];
    const free: string[] = [];
    for (const facilitator of able) {
      // Those who have been found beside them, so that two of one role are two.
      const session = this.held(wall, { facilitator, coFacilitators: free })!;
      const others = this.facts.sessions.filter(({ raw }) =>
        [raw.facilitator, ...(raw.coFacilitators ?? [])].includes(facilitator),
      );
      const words = this.broken(language, session, []);
      if (words.length > 0) {
        kept.push(['language', words]);
        continue;
      }
      const hours = this.broken(facilitatorHours, this.held(wall, { facilitator })!, others);
      const once = hours.length > 0 ? [] : this.broken(facilitatorOnce, session, near);
      if (hours.length + once.length === 0) {
        free.push(facilitator);
        if (free.length === this.module.leaders) return [];
        continue;
      }
      kept.push(hours.length > 0 ? ['facilitator-hours', hours] : ['facilitator-once', once]);
    }
    return kept;
  }

  private rooms(wall: number, near: readonly TimedSession[]): [string, string[]][] {
    if (this.module.room.kind === 'none') return [];
    const fitting = [...this.facts.model.rooms.keys()].filter(
      (room) => this.broken(roomFits, this.held(wall, { room })!, []).length === 0,
    );
    if (fitting.length === 0) return [['room-fits', ['none']]];
    const kept: [string, string[]][] = [];
    for (const room of fitting) {
      const session = this.held(wall, { room })!;
      const name = this.facts.model.rooms.get(room)!.name;
      const taken = this.broken(roomOnce, session, near);
      const shut = this.broken(notClosed, session, []).filter((text) => text.includes(`: ${name} is closed`));
      if (taken.length + shut.length === 0) return [];
      kept.push(taken.length > 0 ? ['room-once', taken] : ['not-closed', shut]);
    }
    return kept;
  }

  /** What a check says about the session among others. */
  private broken(check: Check, session: TimedSession, others: readonly TimedSession[]): string[] {
    const sessions = [...others, session].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
    return check({ ...this.facts, sessions })
      .filter((violation) => violation.sessions.includes(session.id))
      .map(({ message }) => message);
  }

  private held(
    wall: number,
    by: { facilitator?: string; coFacilitators?: readonly string[]; room?: string } = {},
  ): TimedSession | undefined {
    const { module, occurrence, group, first } = this.one;
    const raw = {
      id: 'tried',
      module,
      occurrence,
      attendees: [{ group, first, last: first }],
      start: wallText(wall),
      timezone: this.place.zone,
      minutes: this.module.minutes,
      site: this.place.site,
      room: by.room ?? null,
      facilitator: by.facilitator ?? null,
      ...(by.coFacilitators && { coFacilitators: [...by.coFacilitators] }),
      status: 'confirmed',
    } as unknown as PlanSession;
    return heldSessions(this.facts, [raw])[0];
  }
}
