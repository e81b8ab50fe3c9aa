/** Contradictions in `sites`, `departments` and `roles`: shifts that cannot be worked, heads without a place. */
import { clock, isoDate, mondayOf, weekday } from '../../../calendar/date.ts';
import { holdsOn } from '../../../calendar/season.ts';
import type { Department, Programme, Shift, ShiftTime } from '../../../model/model.ts';
import { ONLINE } from '../../../model/model.ts';
import { daysText } from '../values.ts';
import type { WrittenRole } from '../written.ts';
import type { Check, Ground } from './types.ts';

function onlineIsBuiltIn({ written, report }: Ground): void {
  if (!written.sites.has(ONLINE)) return;
  report({
    code: 'reserved-id',
    at: ['sites', ONLINE],
    key: true,
    message: `"${ONLINE}" is built in and cannot be a site of its own`,
    fix: 'rename it',
  });
}

function sharesAddUp({ written, model, report }: Ground): void {
  for (const { id, shifts: all } of model.departments.values()) {
    const shifts = new Map([...all].filter(([, { team }]) => team === undefined));
    const sum = [...shifts.values()].reduce((total, shift) => total + shift.share, 0);
    if (Math.abs(sum - 1) < 0.0005) continue;
    const parts = [...shifts.values()].map((shift) => `${shift.id} ${percent(shift.share)}`).join(' + ');
    const without = Object.values(written.departments.get(id)?.shifts ?? {}).some(
      (shift) => shift.share === undefined,
    );
    report({
      code: 'share-sum',
      at: ['departments', id, 'shifts'],
      key: true,
      message: `the shifts of department "${id}" take ${percent(sum)} of its people (${parts}), not 100%`,
      fix: without ? 'nothing is left for the shift without a share' : 'make the shares sum to 100%',
    });
  }
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

function shiftsHaveLength({ model, report }: Ground): void {
  eachTime(model.departments.values(), (department, shift, time, at) => {
    if (time.hours.start !== time.hours.end) return;
    report({
      code: 'no-length',
      at: [...at, 'hours'],
      message: `shift "${shift.id}" of department "${department.id}" begins and ends at ${clock(time.hours.start)}`,
      fix: 'write 00:00-24:00 for the whole day',
    });
  });
}

function shiftTimesApart({ model, report }: Ground): void {
  for (const department of model.departments.values()) {
    for (const shift of department.shifts.values()) {
      if (shift.team !== undefined) continue;
      const pieces = piecesOf(shift, model.programme);
      for (let i = 1; i < pieces.length; i++) {
        const [before, after] = [pieces[i - 1]!, pieces[i]!];
        if (after.start >= before.end) continue;
        const at = ['departments', department.id, 'shifts', shift.id];
        report({
          code: 'overlapping-times',
          at: shift.times.length > 1 ? [...at, 'times', after.time] : [...at, 'hours'],
          message: `the times of shift "${shift.id}" of department "${department.id}" overlap on ${dayName(after.start, shift)} at ${clock(after.start)}`,
          fix: 'let one end where the other begins',
          ...(shift.times.length > 1 && {
            related: [{ message: 'the other stretch', at: [...at, 'times', before.time] }],
          }),
        });
        break;
      }
    }
  }
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly time: number;
}

/** A shift's stretches in order: of one week and the day after it, or of all the programme where weeks differ. */
function piecesOf({ times }: Shift, { starts, ends }: Programme): Piece[] {
  const seasonal = times.some(({ from, to, weeks }) => (from ?? to ?? weeks) !== undefined);
  const first = seasonal ? starts - 1 : mondayOf(starts);
  // A programme of an impossible length is an error of its own.
  const last = seasonal ? Math.min(ends, starts + 4 * 366) : first + 7;
  const pieces: Piece[] = [];
  for (let day = first; day <= last; day++) {
    times.forEach((time, i) => {
      if (!holdsOn(time, day)) return;
      pieces.push({ start: day * 1440 + time.hours.start, end: day * 1440 + time.hours.end, time: i });
    });
  }
  return pieces.sort((a, b) => a.start - b.start || a.end - b.end || a.time - b.time);
}

function dayName(minute: number, { times }: Shift): string {
  const day = Math.floor(minute / 1440);
  const name = daysText(1 << (weekday(day) - 1));
  const seasonal = times.some(({ from, to, weeks }) => (from ?? to ?? weeks) !== undefined);
  return seasonal ? `${name} ${isoDate(day)}` : name;
}

function bareHeadsHaveASite({ written, model, report }: Ground): void {
  if (model.sites.size < 2) return;
  for (const [id, role] of written.roles) {
    const department = written.departments.get(role.department);
    const bare = bareNumber(role);
    if (bare === undefined || !department || department.site !== undefined) continue;
    report({
      code: 'site-missing',
      at: ['roles', id, bare.key],
      message: `role "${id}" has ${bare.heads} heads without a site, and department "${role.department}" names none of the ${model.sites.size} sites`,
      fix: `give the department a site, or write ${bare.key === 'heads' ? 'heads as' : 'such numbers as'} { ${[...model.sites.keys()][0]}: ${bare.heads} }`,
      related: [
        { message: `department "${role.department}"`, at: ['departments', role.department], key: true },
      ],
    });
  }
}

/** Heads (of all, from a day on, or of a shift) that are written without a site. */
function bareNumber({
  heads,
  shifts,
}: WrittenRole): { readonly key: 'heads' | 'shifts'; readonly heads: number } | undefined {
  const all = Array.isArray(heads) ? heads.map((step) => step.heads) : [heads];
  const bare = all.find((one) => typeof one === 'number');
  if (typeof bare === 'number') return { key: 'heads', heads: bare };
  const some = Array.isArray(shifts)
    ? []
    : Object.values((shifts ?? {}) as Readonly<Record<string, unknown>>);
  const shift = some.find((one) => typeof one === 'number');
  return typeof shift === 'number' ? { key: 'shifts', heads: shift } : undefined;
}

function teamsHavePeople({ written, model, report }: Ground): void {
  const peopled = new Set(
    [...model.posts.values()].map(
      (post) => `${post.department} ${model.departments.get(post.department)!.shifts.get(post.shift)?.team}`,
    ),
  );
  for (const { id, teams, shifts } of model.departments.values()) {
    for (const team of teams.keys()) {
      const at = ['departments', id, 'teams', team];
      const clash = [...shifts.keys()].find(
        (shift) =>
          shifts.get(shift)?.team === undefined &&
          [...shifts.keys()].some((base) => `${base}-${team}` === shift),
      );
      if (clash !== undefined) {
        report({
          code: 'team-like-a-shift',
          at,
          key: true,
          message: `the part of team "${team}" of department "${id}" in a shift would be called "${clash}", as another shift is`,
          fix: 'rename one of them',
          related: [{ message: 'that shift', at: ['departments', id, 'shifts', clash], key: true }],
        });
      } else if (model.sites.has(team)) {
        report({
          code: 'team-like-a-site',
          at,
          key: true,
          message: `team "${team}" of department "${id}" is called as a site is: heads of "${team}" could mean either`,
          fix: 'rename one of them',
          related: [{ message: 'that site', at: ['sites', team], key: true }],
        });
      } else if (!peopled.has(`${id} ${team}`)) {
        report({
          code: 'team-without-people',
          severity: 'warn',
          at,
          key: true,
          message: `team "${team}" of department "${id}" has nobody`,
          fix: `write its people in the heads of a role: heads: { ${team}: 9 }`,
        });
      } else if (
        model.sites.size > 1 &&
        written.departments.get(id)?.site === undefined &&
        written.departments.get(id)?.teams?.[team]?.site === undefined
      ) {
        report({
          code: 'site-missing',
          at,
          key: true,
          message: `team "${team}" names none of the ${model.sites.size} sites, nor does department "${id}"`,
          fix: `write site: ${[...model.sites.keys()][0]} for one of them`,
        });
      }
    }
  }
}

/** Where all who are there must stay, nobody ever learns away from the floor. */
function somebodyMayGo({ model, report }: Ground): void {
  const heads = new Map<string, number>();
  for (const { department, site, shift, heads: own } of model.posts.values()) {
    const key = `${department} ${site} ${shift}`;
    heads.set(key, (heads.get(key) ?? 0) + own);
  }
  for (const [key, all] of heads) {
    const [id, site, shift] = key.split(' ') as [string, string, string];
    const department = model.departments.get(id)!;
    const own = department.shifts.get(shift)!;
    const stay = own.minOnShift ?? department.minOnShift;
    if (stay === 0 || all === 0 || all > stay) continue;
    const team = own.minOnShift === undefined ? [] : ['teams', own.team!];
    report({
      code: 'nobody-may-go',
      severity: 'warn',
      at: ['departments', id, ...team, 'minOnShift'],
      message: `department "${id}" keeps ${stay} on shift, and shift "${shift}" at ${site} has ${all}: nobody there can leave the floor to learn`,
      fix: `lower minOnShift to ${all - 1} or less, or write minOnShift: 0 for the modules that are held all the same`,
    });
  }
}

function rolesHaveHeads({ written, model, report }: Ground): void {
  for (const [id, { heads, department }] of written.roles) {
    if (heads === undefined || model.named.has(department)) continue;
    if ((model.roles.get(id)?.heads.size ?? 0) > 0) continue;
    report({
      code: 'zero-heads',
      severity: 'warn',
      at: ['roles', id, 'heads'],
      message: `role "${id}" has no heads: nothing will be planned for it`,
      fix: 'write how many people hold it',
    });
  }
}

function departmentsHaveRoles({ model, report }: Ground): void {
  for (const department of model.departments.values()) {
    if (department.roles.length > 0) continue;
    report({
      code: 'department-without-roles',
      severity: 'warn',
      at: ['departments', department.id],
      key: true,
      message: `department "${department.id}" has no roles, so nobody in it can be trained`,
      fix: `add a role with department: ${department.id}`,
    });
  }
}

function eachTime(
  departments: Iterable<Department>,
  visit: (department: Department, shift: Shift, time: ShiftTime, at: (string | number)[]) => void,
): void {
  for (const department of departments) {
    for (const shift of department.shifts.values()) {
      if (shift.team !== undefined) continue;
      const at = ['departments', department.id, 'shifts', shift.id];
      shift.times.forEach((time, i) => {
        visit(department, shift, time, shift.times.length > 1 ? [...at, 'times', i] : at);
      });
    }
  }
}

export const DEPARTMENT_CHECKS: readonly Check[] = [
  { needs: [], spoils: ['sites'], check: onlineIsBuiltIn },
  { needs: [], check: sharesAddUp },
  { needs: [], spoils: ['departments'], check: shiftsHaveLength },
  { needs: ['programme'], check: shiftTimesApart },
  { needs: ['sites', 'departments'], check: bareHeadsHaveASite },
  { needs: ['sites', 'departments', 'roles', 'people'], check: teamsHavePeople },
  { needs: ['sites', 'departments', 'roles', 'people'], check: somebodyMayGo },
  { needs: [], check: rolesHaveHeads },
  { needs: ['roles'], check: departmentsHaveRoles },
];
