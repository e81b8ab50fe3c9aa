/** Contradictions in `from`, `to` and `weeks` of what is regular: shift times, meetings, ranges, facilitators. */
import { isoDate } from '../../../calendar/date.ts';
import type { Season } from '../../../calendar/season.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import type { Check, Ground } from './types.ts';

interface OwnedSeason {
  readonly owner: string;
  readonly at: Pointer;
  readonly season: Season;
}

function seasonsHold({ model, written, report }: Ground): void {
  const { starts, ends } = model.programme;
  for (const { owner, at, season } of seasons({ model, written })) {
    const { from, to } = season;
    if (from !== undefined && to !== undefined && to < from) {
      report({
        code: 'range-ends-first',
        at: [...at, 'to'],
        message: `${owner} ends on ${isoDate(to)}, before it begins on ${isoDate(from)}`,
        fix: 'swap the two, or correct the year',
        related: [{ message: 'it begins here', at: [...at, 'from'] }],
      });
    } else if ((from ?? starts) > ends || (to ?? ends) < starts) {
      report({
        code: 'range-outside-programme',
        severity: 'warn',
        at,
        message: `${owner} lies outside the programme (${isoDate(starts)} to ${isoDate(ends)}) and changes nothing`,
        fix: 'correct the year, or take it out',
        related: [{ message: 'the programme', at: ['programme', 'starts'] }],
      });
    }
  }
}

/** Weeks count both ways: whoever names a week in the midst of the year may have meant a beginning. */
function weeksNameAnEarlyWeek({ model, written, report }: Ground): void {
  const { starts } = model.programme;
  const ranges = [
    ...[...model.sites.values()].map((one) => ({ one, key: 'closed', list: one.closed, section: 'sites' })),
    ...[...model.rooms.values()].map((one) => ({ one, key: 'closed', list: one.closed, section: 'rooms' })),
    ...[...model.rooms.values()].map((one) => ({ one, key: 'open', list: one.open ?? [], section: 'rooms' })),
    ...[...model.departments.values()].map((one) => ({
      one,
      key: 'busy',
      list: one.busy,
      section: 'departments',
    })),
    ...[...model.facilitators.values()].map((one) => ({
      one,
      key: 'away',
      list: one.away,
      section: 'facilitators',
    })),
  ].flatMap(({ one, key, list, section }) =>
    list.map((season, i) => ({ owner: `a range of "${one.id}"`, at: [section, one.id, key, i], season })),
  );
  for (const { owner, at, season } of [...seasons({ model, written }), ...ranges]) {
    const { from, weeks } = season;
    if (!weeks || from !== undefined || weeks.from < starts + 7 * weeks.every) continue;
    report({
      code: 'weeks-count-both-ways',
      severity: 'warn',
      at: [...at, 'weeks', 'from'],
      message: `${owner} holds every ${weeks.every} weeks before ${isoDate(weeks.from)}, too: that day only says which weeks are meant`,
      fix: `write from: ${isoDate(weeks.from)} beside weeks if it begins then, else name a day of the first such week of the programme`,
      related: [{ message: 'the programme', at: ['programme', 'starts'] }],
    });
  }
}

function meetingsHaveOneRhythm({ written, report }: Ground): void {
  for (const [id, { meetings = {} }] of written.departments) {
    for (const [meeting, { every, weeks }] of Object.entries(meetings)) {
      if (!weeks || every === undefined || every === 'week') continue;
      const at = ['departments', id, 'meetings', meeting];
      report({
        code: 'two-rhythms',
        at: [...at, 'every'],
        message: `meeting "${meeting}" of department "${id}" says twice how often it is held: every ${every}, and every ${weeks.every} weeks`,
        fix: 'keep one of the two',
        related: [{ message: 'the weeks', at: [...at, 'weeks'] }],
      });
    }
  }
}

function seasons({ model, written }: Pick<Ground, 'model' | 'written'>): OwnedSeason[] {
  const found: OwnedSeason[] = [];
  for (const { id, shifts, meetings } of model.departments.values()) {
    for (const shift of shifts.values()) {
      const at = ['departments', id, 'shifts', shift.id];
      shift.times.forEach((season, i) => {
        const owner = `a time of shift "${shift.id}" of department "${id}"`;
        found.push({ owner, at: shift.times.length > 1 ? [...at, 'times', i] : at, season });
      });
    }
    for (const season of meetings) {
      const at = ['departments', id, 'meetings', season.id];
      found.push({ owner: `meeting "${season.id}" of department "${id}"`, at, season });
    }
  }
  for (const { id, works } of model.facilitators.values()) {
    const isListed = written.facilitators.get(id)?.works !== undefined;
    works.forEach((season, i) => {
      const at = isListed ? ['facilitators', id, 'works', i] : ['facilitators', id];
      found.push({ owner: `facilitator "${id}"`, at, season });
    });
  }
  return found;
}

export const SEASON_CHECKS: readonly Check[] = [
  { needs: ['programme'], check: seasonsHold },
  { needs: ['programme'], check: weeksNameAnEarlyWeek },
  { needs: [], check: meetingsHaveOneRhythm },
];
