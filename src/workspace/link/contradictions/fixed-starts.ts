/** Modules that start at a fixed time of the day (`when: { date, at }`), and nobody could be there. */
import { clock, type Day, isoDate, MINUTES_A_DAY, type Minute, spanText } from '../../../calendar/date.ts';
import { observancesBetween } from '../../../calendar/observances.ts';
import { contains } from '../../../calendar/spans.ts';
import { toUtc, toWall } from '../../../calendar/zone.ts';
import {
  fixedStart,
  type Model,
  type Module,
  meetingPlace,
  ONLINE,
  type Post,
  peopleTravel,
} from '../../../model/model.ts';
import { rosteredTime, touches } from '../../../model/working-time/time.ts';
import { sessionSites } from './sessions.ts';
import type { Check, Ground } from './types.ts';

function startsInOwnHours({ model, report }: Ground): void {
  for (const module of model.modules.values()) {
    const { id, hours, minutes } = module;
    const at = fixedStart(module);
    if (at === undefined || hours === undefined) continue;
    if ([at, at + MINUTES_A_DAY].some((start) => start >= hours.start && start + minutes <= hours.end))
      continue;
    report({
      code: 'at-outside-hours',
      at: ['modules', id, 'when', 'at'],
      message: `module "${id}" starts at ${clock(at)} and takes ${minutes} minutes, but may only be held ${spanText(hours)}`,
      fix: 'take its hours out, or move its start',
      related: [{ message: 'its hours', at: ['modules', id, 'hours'] }],
    });
  }
}

function startsInShifts({ model, report }: Ground): void {
  for (const module of model.modules.values()) {
    const at = fixedStart(module);
    const posts = [...module.audience.posts].map((id) => model.posts.get(id)!);
    if (at === undefined || posts.length === 0 || module.format === 'shadowing') continue;
    const days = daysOf(module, model);
    if (days.length === 0 || posts.some((post) => isThere(model, module, post, days, at))) continue;
    const { department, shift } = posts[0]!;
    const on = days.length === 1 ? `on ${isoDate(days[0]!)}` : `from ${isoDate(days[0]!)} on`;
    report({
      code: 'at-outside-shifts',
      at: ['modules', module.id, 'when', 'at'],
      message: `module "${module.id}" starts ${on} at ${clock(at)} and takes ${module.minutes} minutes, when nobody of its audience is on shift`,
      fix: 'move it into a shift, or leave at out',
      related: [
        {
          message: `shift "${shift}" of department "${department}"`,
          at: ['departments', department, 'shifts', shift],
          key: true,
        },
      ],
    });
  }
}

function daysOf({ when }: Module, { programme }: Model): Day[] {
  if (when.kind === 'date') return [when.date];
  if (when.kind !== 'observance') return [];
  return observancesBetween(when.observance, programme.starts, programme.ends).flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
}

/** Whether the post's shift holds the whole session and the way on one of the days; online, the start is in the programme's zone. */
function isThere(model: Model, module: Module, post: Post, days: readonly Day[], at: Minute): boolean {
  const shift = rosteredTime(model, model.departments.get(post.department)!, post);
  const { zone } = model.sites.get(post.site)!;
  const online = sessionSites(module, model)[0] === ONLINE;
  const place = online ? ONLINE : meetingPlace(model, module, post.site);
  const there = model.sites.get(place)?.zone ?? model.programme.zone;
  const way = peopleTravel(model, post.site, place);
  return days.some((day) => {
    const wall = day * MINUTES_A_DAY + at;
    const start = (there === zone ? wall : toWall(zone, toUtc(there, wall).utc)) - way;
    const end = start + module.minutes + 2 * way;
    return module.outsideShift ? touches(shift, start, end) : contains(shift, start, end);
  });
}

function ritualsTakeDays({ written, report }: Ground): void {
  for (const [id, { when }] of written.rituals) {
    if (when.at === undefined) continue;
    report({
      code: 'ritual-with-time',
      at: ['rituals', id, 'when', 'at'],
      message: `ritual "${id}" has a time of the day, but rituals take a day`,
      fix: 'take at out',
    });
  }
}

const PEOPLE = ['programme', 'sites', 'departments', 'roles'];

export const FIXED_START_CHECKS: readonly Check[] = [
  { needs: [], check: startsInOwnHours },
  { needs: PEOPLE, check: startsInShifts },
  { needs: [], check: ritualsTakeDays },
];
