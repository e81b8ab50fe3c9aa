/** `policy` and `waivers`. */

import { byCodeUnit } from '../../../collections/text-order.ts';
import { withoutAddresses } from '../../../diagnostics/addresses.ts';
import type { Format, Id, Person, Policy, RulePolicy, Subject, Waiver } from '../../../model/model.ts';
import { ownerWords } from '../private.ts';
import { day, share, span } from '../values.ts';
import type { WrittenPolicy, WrittenRuleSetting, WrittenWaiver } from '../written.ts';

/** @param saysWays whether the workspace says anywhere how far people go, or asks them to come */
export function linkPolicy(written: WrittenPolicy, saysWays: boolean): Policy {
  return {
    groupSize: written.groupSize ?? 12,
    limits: { ...written.limits },
    startEvery: written.startEvery ?? 15,
    minutesPerWeek: written.minutesPerWeek ?? 120,
    changeoverMinutes: written.changeoverMinutes ?? 0,
    travelMinutes: written.travelMinutes ?? 60,
    peopleTravelMinutes: saysWays ? (written.travelMinutes ?? 60) : 0,
    noticeDays: written.noticeDays ?? 14,
    edges: { start: written.edges?.start ?? 30, end: written.edges?.end ?? 30 },
    overtimeMinutesPerWeek: written.overtimeMinutesPerWeek ?? 120,
    restAfterNight: Math.round((written.restAfterNightHours ?? 0) * 60),
    preferredHours: new Map(
      sortedEntries<string>({ ...written.preferredHours }).map(([format, hours]) => [
        format as Format,
        span(hours),
      ]),
    ),
    hoursPerPerson: { min: written.hoursPerPerson?.min ?? 2, max: written.hoursPerPerson?.max ?? 40 },
    reinforceWithinWeeks: written.reinforceWithinWeeks ?? 5,
    joinersMeetEverythingAfter: written.joinersMeetEverythingAfter ?? 90,
    attendedFrom: share(written.attendedFrom ?? '80%'),
    makeUpWithinWeeks: written.makeUpWithinWeeks ?? 6,
    renewWithinWeeks: written.renewWithinWeeks ?? 13,
    rehearsal: rehearsal(written.rehearsal),
    minCoverage: minCoverage(written.minCoverage),
    weights: new Map(sortedEntries<number>({ ...written.weights })),
    rules: new Map(
      sortedEntries<RuleSetting | undefined>(written.rules).flatMap(([id, rule]) =>
        rule === undefined ? [] : [[id, rulePolicy(rule)]],
      ),
    ),
  };
}

function rehearsal(written: WrittenPolicy['rehearsal'] = {}): Policy['rehearsal'] {
  return {
    absence: share(written.absence ?? '4%'),
    absenceDays: written.absenceDays ?? 4,
    leave: share(written.leave ?? '6%'),
    leaveDays: written.leaveDays ?? 7,
    noShows: share(written.noShows ?? '3%'),
    leaders: share(written.leaders ?? '3%'),
    peaks: share(written.peaks ?? '1%'),
  };
}

const DEFAULT_FLOOR = 60;

function minCoverage(written: WrittenPolicy['minCoverage']): Policy['minCoverage'] {
  if (typeof written !== 'object') {
    return { organisation: undefined, department: written ?? DEFAULT_FLOOR, departments: new Map() };
  }
  return {
    organisation: written.organisation,
    department: DEFAULT_FLOOR,
    departments: new Map(sortedEntries(written.departments)),
  };
}

/** A rule's setting, whatever its options are: the shape check knows those of each rule. */
type RuleSetting =
  | WrittenRuleSetting
  | ({ readonly severity?: RulePolicy['severity'] } & Readonly<Record<string, unknown>>);

function rulePolicy(written: RuleSetting): RulePolicy {
  const { severity, ...options } = typeof written === 'string' ? { severity: written } : written;
  return {
    severity,
    options: new Map(sortedEntries(options)),
  };
}

export function linkWaivers(
  written: readonly (WrittenWaiver | undefined)[],
  people: readonly Person[] | undefined,
): Waiver[] {
  return written.flatMap((waiver, i) => (waiver ? [linkWaiver(waiver, i, people)] : []));
}

function linkWaiver(
  { rule, reason, owner, until, ...subject }: WrittenWaiver,
  i: number,
  people: readonly Person[] | undefined,
): Waiver {
  return {
    rule,
    subject: subject as Subject,
    reason: withoutAddresses(reason),
    owner: ownerWords(owner, people),
    until: day(until),
    pointer: ['waivers', i],
  };
}

function sortedEntries<T>(written: Readonly<Record<Id, T>> | undefined): [Id, T][] {
  return Object.entries<T>(written ?? {}).sort(([a], [b]) => byCodeUnit(a, b));
}
