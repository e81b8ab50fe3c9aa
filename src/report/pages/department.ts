/** What a head of department opens: the year by month, what joiners meet, what hiring says, what is missing. */
import type { Department } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { coverageWords } from '../coverage.ts';
import type { Page } from '../types.ts';
import { hoursWords, PLANNED, peopleWords, sentence } from '../words.ts';
import { hiringBlocks } from './hiring.ts';
import { joiningBlocks } from './joining.ts';
import { missingBlocks } from './missing.ts';
import { monthBlocks } from './months.ts';
import { ownedBlocks } from './owned.ts';

/** The department's page, `departments/<id>`. */
export function departmentPage(context: Context, department: Department): Page {
  return {
    title: `${department.name}: ${context.plan.programme.name}`,
    blocks: [
      { kind: 'paragraph', text: summary(context, department) },
      { kind: 'paragraph', text: clocks(context, department) },
      ...missingBlocks(context, department.id),
      ...monthBlocks(context, department.id),
      ...joiningBlocks(context, department),
      ...hiringBlocks(context, department),
      ...ownedBlocks(context, department),
    ],
  };
}

/** `Leave every home a little better. · 26 people · 9.5 h a person · coverage 72.8 planned (…)` */
function summary(context: Context, { id }: Department): string {
  const scored = context.scoreOf.get(id);
  const parts = [
    sentence(context.plan.programme.mantra ?? ''),
    peopleWords(context.headsOfDepartment.get(id) ?? 0),
    ...(scored ? [`${hoursWords(scored.minutesPerPerson)} h a person`, coverageWords(context, scored)] : []),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Whose clocks the times are, and where every single session stands. */
function clocks(context: Context, { id, roles }: Department): string {
  const zones = new Set<string>();
  for (const role of roles) {
    for (const site of context.model.roles.get(role)?.heads.keys() ?? []) {
      zones.add(context.model.sites.get(site)?.zone ?? context.plan.programme.timezone);
    }
  }
  const where =
    zones.size > 1 ? 'where each group works' : `in ${[...zones][0] ?? context.plan.programme.timezone}`;
  return `Times are local, ${where}. To import: calendars/departments/${id}.ics; every single session: sessions.csv. ${PLANNED}`;
}
