/** Contradictions between `when` (of modules and rituals) and the programme. */
import { civilOf, type Day, isoDate, monthStart } from '../../../calendar/date.ts';
import { observancesBetween } from '../../../calendar/observances.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import type { Model, When } from '../../../model/model.ts';
import type { Problem } from '../problem.ts';
import type { Check, Ground } from './types.ts';

/** Everything that has a `when`. */
function* occasions(model: Model): Iterable<{ what: string; when: When; at: Pointer }> {
  for (const { id, when } of model.modules.values())
    yield { what: `module "${id}"`, when, at: ['modules', id, 'when'] };
  for (const { id, when } of model.rituals.values())
    yield { what: `ritual "${id}"`, when, at: ['rituals', id, 'when'] };
}

function windowsInside({ model, report }: Ground): void {
  const { starts, ends } = model.programme;
  const outside = (what: string, key: 'from' | 'by' | 'date', day: Day, at: Pointer): Problem => {
    const early = day < starts;
    const edge = early ? `starts on ${isoDate(starts)}` : `ends on ${isoDate(ends)}`;
    const verb = key === 'date' ? 'is held on' : key === 'from' ? 'may begin on' : 'is due by';
    return {
      code: 'window-outside-programme',
      at: [...at, key],
      message: `${what} ${verb} ${isoDate(day)}, but the programme ${edge}`,
      fix: 'correct the date, or the programme',
      related: [{ message: `the programme ${edge}`, at: ['programme', early ? 'starts' : 'ends'] }],
    };
  };
  const isInside = (day: Day): boolean => day >= starts && day <= ends;
  for (const { what, when, at } of occasions(model)) {
    if (when.kind === 'date' && !isInside(when.date)) report(outside(what, 'date', when.date, at));
    if (when.kind === 'once' && when.offers) {
      for (const [i, { date }] of when.offers.entries())
        if (!isInside(date)) report(outside(what, 'date', date, [...at, 'dates', i]));
      continue;
    }
    if (when.kind !== 'once' && when.kind !== 'every') continue;
    if (when.by < when.from && isInside(when.from) === isInside(when.by)) {
      report({
        code: 'window-ends-first',
        at: [...at, 'by'],
        message: `${what} is due by ${isoDate(when.by)}, before it may begin on ${isoDate(when.from)}`,
        fix: 'swap the two, or correct the year',
        related: [{ message: 'it may begin here', at: [...at, 'from'] }],
      });
      continue;
    }
    if (!isInside(when.from)) report(outside(what, 'from', when.from, at));
    if (!isInside(when.by)) report(outside(what, 'by', when.by, at));
  }
}

function observancesFall({ model, report }: Ground): void {
  const { starts, ends } = model.programme;
  for (const { what, when, at } of occasions(model)) {
    if (when.kind !== 'observance' || ends < starts) continue;
    if (observancesBetween(when.observance, starts, ends).length > 0) continue;
    report({
      code: 'window-outside-programme',
      at: [...at, 'date'],
      message: `${what} is held on "${when.observance}", which does not fall between ${isoDate(starts)} and ${isoDate(ends)}`,
      fix: 'choose a date within the programme',
      related: [{ message: 'the programme', at: ['programme', 'starts'] }],
    });
  }
}

function monthsOccur({ model, report }: Ground): void {
  for (const { what, when, at } of occasions(model)) {
    if (when.kind !== 'every' || when.months === undefined || when.by < when.from) continue;
    const met = new Set(monthsBetween(when.from, when.by));
    const missed = when.months.filter((month) => !met.has(month));
    if (missed.length === 0) continue;
    const none = missed.length === when.months.length;
    report({
      code: 'months-outside-window',
      severity: none ? 'error' : 'warn',
      at: [...at, 'months'],
      message: `${what} asks for month${missed.length > 1 ? 's' : ''} ${missed.join(', ')}, outside its window from ${isoDate(when.from)} to ${isoDate(when.by)}`,
      fix: none ? 'choose months within the window' : 'take them out',
      related: [{ message: 'the programme', at: ['programme', 'starts'] }],
    });
  }
}

export function monthsBetween(from: Day, by: Day): number[] {
  const months: number[] = [];
  for (let first = monthStart(from); first <= by; first = monthStart(first, 1))
    months.push(civilOf(first).month);
  return months;
}

function themesOfMonths({ model, report }: Ground): void {
  if (model.programme.ends < model.programme.starts) return;
  const themed = new Set([...model.themeOfMonth.keys()].map((month) => Number(month.slice(5))));
  const items = [
    ...[...model.modules.values()].map((item) => ({ ...item, section: 'modules', noun: 'module' })),
    ...[...model.rituals.values()].map((item) => ({ ...item, section: 'rituals', noun: 'ritual' })),
  ];
  for (const { id, themes, when, section, noun } of items) {
    if (themes !== 'month' || (when.kind !== 'every' && when.kind !== 'once')) continue;
    const months = when.kind === 'every' && when.months ? when.months : monthsBetween(when.from, when.by);
    if (months.some((month) => themed.has(month))) continue;
    report({
      code: 'month-without-theme',
      at: [section, id, 'themes'],
      message: `${noun} "${id}" takes the theme of the month, but no month of its window has one`,
      fix: 'give a theme these months, or write programme.rotation',
    });
  }
}

/** Dates are offered for sessions: a huddle has its meetings, and a message goes out on one day. */
function datesAreForSessions({ model, written, report }: Ground): void {
  for (const { what, when, at } of occasions(model)) {
    if (when.kind !== 'once' || !when.offers) continue;
    const [section, id] = at as [string, string];
    const isHuddle = section === 'modules' && written.modules.get(id)?.format === 'huddle';
    if (section === 'modules' && !isHuddle) continue;
    report({
      code: 'dates-not-for-this',
      at: [...at, 'dates'],
      key: true,
      message: isHuddle
        ? `${what} offers dates, but huddles are held in the meetings that there are`
        : `${what} offers dates, but is held once`,
      fix: 'write one date: { date: 2027-05-20 }, or a window: { from, by }',
    });
  }
}

export const WINDOW_CHECKS: readonly Check[] = [
  { needs: ['modules', 'rituals'], check: datesAreForSessions },
  { needs: ['programme'], check: windowsInside },
  { needs: ['programme'], check: observancesFall },
  { needs: ['programme'], check: monthsOccur },
  { needs: ['programme', 'themes'], check: themesOfMonths },
];
