/** Contradictions in `sites`, `departments` and `roles`: shifts that cannot be worked, heads without a place. */
import { clock } from '../../../calendar/date.ts';
import type { Department, Shift, ShiftTime } from '../../../model/model.ts';
import { ONLINE } from '../../../model/model.ts';
import { daysText } from '../values.ts';
import type { Check, Ground } from './types.ts';

const WEEK = 7 * 1440;

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
  for (const { id, shifts } of model.departments.values()) {
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
      const pieces = weekPieces(shift);
      for (let i = 1; i < pieces.length; i++) {
        const [before, after] = [pieces[i - 1]!, pieces[i]!];
        if (after.start >= before.end) continue;
        const at = ['departments', department.id, 'shifts', shift.id];
        report({
          code: 'overlapping-times',
          at: shift.times.length > 1 ? [...at, 'times', after.time] : [...at, 'hours'],
          message: `the times of shift "${shift.id}" of department "${department.id}" overlap on ${dayName(after.start)} at ${clock(after.start)}`,
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

/** A shift's stretches over one week from Monday 00:00, sorted; the last is compared with the first of the next week. */
function weekPieces(shift: Shift): { start: number; end: number; time: number }[] {
  const pieces: { start: number; end: number; time: number }[] = [];
  shift.times.forEach(({ days, hours }, time) => {
    for (let day = 0; day < 7; day++) {
      if (days & (1 << day))
        pieces.push({ start: day * 1440 + hours.start, end: day * 1440 + hours.end, time });
    }
  });
  pieces.sort((a, b) => a.start - b.start || a.end - b.end || a.time - b.time);
  const first = pieces[0];
  if (first) pieces.push({ ...first, start: first.start + WEEK, end: first.end + WEEK });
  return pieces;
}

function dayName(minute: number): string {
  return daysText(1 << (Math.floor(minute / 1440) % 7));
}

function bareHeadsHaveASite({ written, model, report }: Ground): void {
  if (model.sites.size < 2) return;
  for (const [id, role] of written.roles) {
    const department = written.departments.get(role.department);
    if (typeof role.heads !== 'number' || !department || department.site !== undefined) continue;
    report({
      code: 'site-missing',
      at: ['roles', id, 'heads'],
      message: `role "${id}" has ${role.heads} heads without a site, and department "${role.department}" names none of the ${model.sites.size} sites`,
      fix: `give the department a site, or write heads as { ${[...model.sites.keys()][0]}: ${role.heads} }`,
      related: [
        { message: `department "${role.department}"`, at: ['departments', role.department], key: true },
      ],
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
  { needs: [], check: shiftTimesApart },
  { needs: ['sites', 'departments'], check: bareHeadsHaveASite },
  { needs: [], check: rolesHaveHeads },
  { needs: ['roles'], check: departmentsHaveRoles },
];
