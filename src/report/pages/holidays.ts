/** `holidays`: when each site rests, and from where that is known; what many places keep and the plan does not. */

import { isoDate } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import type { Site } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { holidayRows, hoursOfDay, type Notes, oftenClosedAt, partsWords, reasonsOf } from '../holidays.ts';
import type { Block, Column, Page } from '../types.ts';
import { dateWords, PLANNED, someWords, weekdayWord } from '../words.ts';

const COLUMNS: readonly Column[] = [
  { key: 'date', title: 'date', kind: 'text' },
  { key: 'weekday', title: 'day', kind: 'text' },
  { key: 'name', title: 'holiday', kind: 'text' },
  { key: 'hours', title: 'closed', kind: 'text' },
  { key: 'from', title: 'known from', kind: 'text' },
];

const INTRODUCTION =
  'Nobody is asked to train on these days or hours. Days that depend on the moon or on a yearly proclamation are estimates: look them up when they come near. To change any: holidays, with dates, except and worked, of the programme or of a site.';

export function holidaysPage(context: Context, notes: Notes): Page {
  return {
    title: `Holidays: ${context.plan.programme.name}`,
    blocks: [
      { kind: 'paragraph', text: `${INTRODUCTION} ${PLANNED}` },
      ...alike([...context.model.sites.values()]).flatMap((sites) => siteBlocks(context, sites, notes)),
    ],
  };
}

/** Whether there is anything to tell: some site keeps a holiday, or has a day worked in lieu. */
export function hasHolidays({ model }: Context): boolean {
  return [...model.sites.values()].some(({ holidays, worked }) => holidays.size > 0 || worked.size > 0);
}

/** Sites that keep the same days are told together. */
function alike(sites: readonly Site[]): Site[][] {
  const kinds = new Map<string, Site[]>();
  for (const site of sites) {
    const key = JSON.stringify([site.holidayRegion, [...site.holidays], [...site.worked]]);
    append(kinds, key, site);
  }
  return [...kinds.values()];
}

function siteBlocks(context: Context, sites: readonly Site[], notes: Notes): Block[] {
  const [site] = sites as [Site];
  const names = someWords(
    sites.map(({ name }) => name),
    5,
  );
  const rows = holidayRows(context.model, site);
  const words = (day: number) => dateWords(context.say, isoDate(day));
  const often = oftenClosedAt(site, notes).map(
    ({ day, hours, name, type }) =>
      `${weekdayWord(context.say, isoDate(day))} ${words(day)}, ${hoursOfDay(hours)}: ${name} (${type})`,
  );
  return [
    { kind: 'heading', level: 2, text: names },
    rows.length === 0
      ? { kind: 'paragraph', text: 'No holidays are kept here.' }
      : {
          kind: 'table',
          table: {
            columns: COLUMNS,
            rows: rows.map(({ day, name, hours, from }) => [
              words(day),
              weekdayWord(context.say, isoDate(day)),
              name,
              hours,
              from,
            ]),
          },
        },
    ...listBlocks('Worked in lieu of other days', [...site.worked].sort((a, b) => a - b).map(words)),
    ...listBlocks('Why the calendar was corrected', reasonsOf(context.say, rows)),
    ...listBlocks('Often closed, not counted: people are taken for working', often),
    ...listBlocks('Parts of the region keep more', partsWords(site, notes)),
  ];
}

function listBlocks(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'list', items },
  ];
}
