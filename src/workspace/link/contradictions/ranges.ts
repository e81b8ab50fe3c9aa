/** Contradictions in `closed`, `busy` and `away`, wherever they stand. */
import { isoDate } from '../../../calendar/date.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import type { TimeRange } from '../../../model/model.ts';
import type { Check, Ground } from './types.ts';

function rangesHold({ model, report }: Ground): void {
  const { starts, ends } = model.programme;
  for (const { owner, at, range } of allRanges(model)) {
    const { from, to, hours } = range;
    if (from !== undefined && to !== undefined && to < from) {
      report({
        code: 'range-ends-first',
        at: [...at, 'to'],
        message: `a range of ${owner} ends on ${isoDate(to)}, before it begins on ${isoDate(from)}`,
        fix: 'swap the two, or correct the year',
        related: [{ message: 'it begins here', at: [...at, 'from'] }],
      });
    } else if ((from ?? starts) > ends || (to ?? ends) < starts) {
      report({
        code: 'range-outside-programme',
        severity: 'warn',
        at,
        message: `a range of ${owner} lies outside the programme (${isoDate(starts)} to ${isoDate(ends)}) and changes nothing`,
        fix: 'correct the year, or take it out',
        related: [{ message: 'the programme', at: ['programme', 'starts'] }],
      });
    }
    if (hours && hours.start === hours.end) {
      report({
        code: 'no-length',
        at: [...at, 'hours'],
        message: `the hours of a range of ${owner} begin and end at the same time`,
        fix: 'write 00:00-24:00 for the whole day',
      });
    }
  }
}

interface OwnedRange {
  readonly owner: string;
  readonly at: Pointer;
  readonly range: TimeRange;
}

function allRanges(model: Ground['model']): OwnedRange[] {
  const found: OwnedRange[] = [];
  const add = (
    section: string,
    noun: string,
    id: string,
    key: string,
    ranges: readonly TimeRange[],
  ): void => {
    ranges.forEach((range, i) => {
      found.push({ owner: `${noun} "${id}"`, at: [section, id, key, i], range });
    });
  };
  for (const { id, closed } of model.sites.values()) add('sites', 'site', id, 'closed', closed);
  for (const { id, closed, open = [] } of model.rooms.values()) {
    add('rooms', 'room', id, 'closed', closed);
    add('rooms', 'room', id, 'open', open);
  }
  for (const { id, busy } of model.departments.values()) add('departments', 'department', id, 'busy', busy);
  for (const { id, away } of model.facilitators.values())
    add('facilitators', 'facilitator', id, 'away', away);
  return found;
}

function busyRolesAreOwn({ written, model, report }: Ground): void {
  for (const [id, { busy = [] }] of written.departments) {
    for (const [i, { roles = [] }] of busy.entries()) {
      for (const [j, role] of roles.entries()) {
        const other = model.roles.get(role)?.department;
        if (other === undefined || other === id) continue;
        report({
          code: 'role-of-another-department',
          at: ['departments', id, 'busy', i, 'roles', j],
          message: `busy times of department "${id}" name role "${role}", which is in department "${other}"`,
          fix: 'write the range in that department',
          related: [{ message: `role "${role}"`, at: ['roles', role], key: true }],
        });
      }
    }
  }
}

export const RANGE_CHECKS: readonly Check[] = [
  { needs: ['programme'], check: rangesHold },
  { needs: ['roles'], check: busyRolesAreOwn },
];
