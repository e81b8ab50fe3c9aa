/** `departments`: shifts, meetings, how many may be away, when the shop cannot spare anyone. */

import type { Day } from '../../../calendar/date.ts';
import { fortnightsFrom } from '../../../calendar/season.ts';
import { append } from '../../../collections/lists.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import type {
  AwayLimit,
  BusyRange,
  Department,
  Id,
  Meeting,
  Programme,
  Shift,
  ShiftTime,
  Site,
  Team,
} from '../../../model/model.ts';
import { ranges } from '../ranges.ts';
import { asList, awayLimit, dayMask, minute, nameOf, optionalDay, season, share, span } from '../values.ts';
import type { Written, WrittenDepartment, WrittenMeetings, WrittenShift, WrittenShifts } from '../written.ts';

const DEFAULT_SHIFTS: WrittenShifts = { day: { days: 'mon-fri', hours: '09:00-17:00' } };

export function linkDepartments(
  written: Written,
  { starts }: Programme,
  sites: ReadonlyMap<Id, Site>,
): Map<Id, Department> {
  const roles = rolesByDepartment(written);
  const departments = new Map<Id, Department>();
  for (const [id, department] of [...written.departments].sort(([a], [b]) => byCodeUnit(a, b))) {
    const own = roles.get(id) ?? [];
    const site = homeSite(department, own, written, sites);
    const shifts = linkShifts(department.shifts ?? DEFAULT_SHIFTS);
    const teams = linkTeams(department, site);
    departments.set(id, {
      id,
      name: department.name ?? nameOf(id),
      site,
      shifts: new Map(
        [...teamShifts(department, shifts, teams), ...shifts].sort(([a], [b]) => byCodeUnit(a, b)),
      ),
      maxAway: maxAway(department, own, written),
      minOnShift: department.minOnShift ?? 0,
      meetings: linkMeetings(department.meetings ?? {}, fortnightsFrom(starts), ['meetings'])
        .flatMap((meeting) => heldBy(meeting, department, [...shifts.keys()], teams))
        .concat(teamMeetings(department, fortnightsFrom(starts), [...shifts.keys()])),
      busy: busyRanges(department, [...teams.keys()]),
      head: department.head,
      signedOff: optionalDay(department.signedOff),
      roles: own,
      teams,
    });
  }
  return departments;
}

/** A department's shift means the teams' parts of it, too. */
function busyRanges({ busy = [] }: WrittenDepartment, teams: readonly Id[]): BusyRange[] {
  return ranges(busy).map((range, i): BusyRange => {
    const { roles, shifts, sites, except } = busy[i]!;
    const all = shifts && [
      ...shifts,
      ...shifts.flatMap((shift) => teams.map((team) => teamShift(shift, team))),
    ];
    return {
      ...range,
      ...(roles && { roles: new Set(roles) }),
      ...(all && { shifts: new Set(all) }),
      ...(sites && { sites: new Set(sites) }),
      ...(except?.modules && { exceptModules: new Set(except.modules) }),
      ...(except?.moments && { exceptMoments: new Set(except.moments) }),
    };
  });
}

function rolesByDepartment(written: Written): Map<Id, Id[]> {
  const roles = new Map<Id, Id[]>();
  for (const id of [...written.roles.keys()].sort(byCodeUnit)) {
    const department = written.roles.get(id)!.department;
    append(roles, department, id);
  }
  return roles;
}

/** As written; else the only site; else where most of its people are. */
function homeSite(
  department: WrittenDepartment,
  roles: readonly Id[],
  written: Written,
  sites: ReadonlyMap<Id, Site>,
): Id {
  if (department.site !== undefined) return department.site;
  const heads = new Map<Id, number>();
  for (const role of roles) {
    const { heads: at, shifts } = written.roles.get(role)!;
    const all = Array.isArray(at) ? at.map((step) => step.heads) : [at];
    const some = Array.isArray(shifts) ? [] : Object.values((shifts ?? {}) as Readonly<Record<Id, unknown>>);
    for (const one of [...all, ...some]) {
      for (const [site, number] of Object.entries(typeof one === 'object' && one ? one : {})) {
        if (sites.has(site)) heads.set(site, (heads.get(site) ?? 0) + Number(number));
      }
    }
  }
  const most = [...heads].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b))[0];
  return most?.[0] ?? [...sites.keys()][0]!;
}

/** A quarter where a role meets customers, so that the counter stays open; else nobody minds. */
function maxAway(department: WrittenDepartment, roles: readonly Id[], written: Written): AwayLimit {
  if (department.maxAway !== undefined) return awayLimit(department.maxAway);
  return { share: roles.some((role) => written.roles.get(role)!.customerFacing === true) ? 0.25 : 1 };
}

function linkShifts(written: WrittenShifts): Map<Id, Shift> {
  const ids = Object.keys(written).sort(byCodeUnit);
  const shares = shiftShares(ids.map((id) => written[id]!));
  return new Map(ids.map((id, i) => [id, { id, times: shiftTimes(written[id]!), share: shares[i]! }]));
}

/** What is written; shifts without a share divide what is left equally. */
export function shiftShares(shifts: readonly WrittenShift[]): number[] {
  const given = shifts.map((shift) => (shift.share === undefined ? undefined : share(shift.share)));
  const left = 1 - given.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const open = given.filter((value) => value === undefined).length;
  return given.map((value) => value ?? Math.max(0, left) / open);
}

function shiftTimes(shift: WrittenShift): ShiftTime[] {
  const { days = 'mon-fri', hours = '09:00-17:00', times = [{ ...shift, days, hours }] } = shift;
  return times.map((time) => ({ days: dayMask(time.days), hours: span(time.hours), ...season(time) }));
}

/** @param anchor a day of a week in which fortnightly meetings are held, where they name none */
function linkMeetings(written: WrittenMeetings, anchor: Day, at: readonly Id[]): Meeting[] {
  return Object.entries(written)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([id, meeting]) => ({
      id,
      days: dayMask(meeting.day),
      at: minute(meeting.at),
      minutes: meeting.minutes,
      every: meeting.every === 'month' ? 'month' : 'week',
      ...(meeting.every === 'fortnight' && { weeks: { every: 2, from: anchor } }),
      ...season(meeting),
      shifts: meeting.shifts === undefined ? undefined : new Set(asList(meeting.shifts)),
      sites: meeting.sites === undefined ? undefined : new Set(asList(meeting.sites)),
      written: [...at, id],
    }));
}

function linkTeams(department: WrittenDepartment, site: Id): Map<Id, Team> {
  const teams = Object.entries(department.teams ?? {}).sort(([a], [b]) => byCodeUnit(a, b));
  return new Map(
    teams.map(([id, team]) => [
      id,
      { id, name: team?.name ?? nameOf(id), site: team?.site ?? site, lead: team?.lead },
    ]),
  );
}

/** The shift of a team's people that is their part of one of the department's. */
export function teamShift(shift: Id, team: Id): Id {
  return `${shift}-${team}`;
}

function teamShifts(
  { teams: written }: WrittenDepartment,
  shifts: ReadonlyMap<Id, Shift>,
  teams: ReadonlyMap<Id, Team>,
): [Id, Shift][] {
  return [...teams.keys()].flatMap((team) => {
    const { maxAway: own, minOnShift } = written?.[team] ?? {};
    const limit = {
      ...(own !== undefined && { maxAway: awayLimit(own) }),
      ...(minOnShift !== undefined && { minOnShift }),
    };
    return [...shifts.values()].map(({ id, times, share: part }): [Id, Shift] => [
      teamShift(id, team),
      { id: teamShift(id, team), times, share: part, team, base: id, ...limit },
    ]);
  });
}

/** A department's meeting as it is held: by those in no team together, and by each team without meetings of its own for itself. */
function heldBy(
  meeting: Meeting,
  { teams: written }: WrittenDepartment,
  shifts: readonly Id[],
  teams: ReadonlyMap<Id, Team>,
): Meeting[] {
  if (teams.size === 0) return [meeting];
  const attending = shifts.filter((shift) => meeting.shifts?.has(shift) ?? true);
  const others = [...teams.keys()].filter((team) => written?.[team]?.meetings === undefined);
  return [
    meeting.shifts ? meeting : { ...meeting, shifts: new Set(shifts), team: '' },
    ...others.map((team) => ofTeam(meeting, team, attending)),
  ];
}

function teamMeetings({ teams = {} }: WrittenDepartment, anchor: Day, shifts: readonly Id[]): Meeting[] {
  return Object.entries(teams)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([team, entry]) =>
      linkMeetings(entry?.meetings ?? {}, anchor, ['teams', team, 'meetings']).map((meeting) =>
        ofTeam(
          meeting,
          team,
          shifts.filter((shift) => meeting.shifts?.has(shift) ?? true),
        ),
      ),
    );
}

function ofTeam(meeting: Meeting, team: Id, shifts: readonly Id[]): Meeting {
  return { ...meeting, team, shifts: new Set(shifts.map((shift) => teamShift(shift, team))) };
}
