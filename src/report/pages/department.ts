/** What a head of department opens: the year by month, what joiners meet, what hiring says, what is missing. */

import { byCodeUnit } from '../../collections/text-order.ts';
import type { Department } from '../../model/model.ts';
import { type Context, oneZone, sitesOf } from '../context.ts';
import { coverageWords } from '../coverage.ts';
import { siteName } from '../names.ts';
import type { Block, Page } from '../types.ts';
import { hoursWords, PLANNED, peopleWords, sentence } from '../words.ts';
import { hiringBlocks } from './hiring.ts';
import { joiningBlocks } from './joining.ts';
import { learnedBlocks } from './learned.ts';
import { missingBlocks } from './missing.ts';
import { monthBlocks } from './months.ts';
import { ownedBlocks } from './owned.ts';
import { purposeBlocks } from './purpose.ts';
import { datesOf } from './sites.ts';

/** The department's page, `departments/<id>`. */
export function departmentPage(context: Context, department: Department): Page {
  return {
    title: `${department.name}: ${context.plan.programme.name}`,
    blocks: [
      { kind: 'paragraph', text: summary(context, department) },
      { kind: 'paragraph', text: clocks(context, department) },
      links(context, department),
      ...missingBlocks(context, department.id),
      ...monthBlocks(context, department.id),
      ...purposeBlocks(context, department.id),
      ...joiningBlocks(context, department),
      ...hiringBlocks(context, department),
      ...ownedBlocks(context, department),
      ...learnedBlocks(context, department.id),
    ],
  };
}

/** `Leave every home a little better. · 26 people · 9.5 h a person · coverage 72.8 planned (…)` */
function summary(context: Context, { id }: Department): string {
  const scored = context.scoreOf.get(id);
  const parts = [
    sentence(context.plan.programme.mantra ?? ''),
    peopleWords(context.say, context.headsOfDepartment.get(id) ?? 0),
    ...(scored
      ? [`${hoursWords(context.say, scored.minutesPerPerson)} h a person`, coverageWords(context, scored)]
      : []),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Whose clocks the times are. */
function clocks(context: Context, { id }: Department): string {
  const zone = oneZone(context, id);
  return `Times are local, ${zone === undefined ? 'where each group works' : `in ${zone}`}. ${PLANNED}`;
}

/** Where every single date stands. */
function links(context: Context, { id }: Department): Block {
  const sites = [...sitesOf(context, id)].map((site) => ({
    text: siteName(context, site),
    href: `../${datesOf(context, site, id)}.md`,
    note: 'date by date, for those who run its shifts',
  }));
  return {
    kind: 'links',
    items: [
      {
        text: 'on the page',
        href: `../index.html#/start?department=${id}`,
        note: 'load, gaps and what changed; every session with its reasons',
      },
      { text: 'calendar', href: `../calendars/departments/${id}`, note: 'to import', calendar: true },
      ...sites.sort((a, b) => byCodeUnit(a.text, b.text)),
      { text: 'sessions.csv', href: '../sessions.csv', note: 'every single session, for a spreadsheet' },
    ],
  };
}
