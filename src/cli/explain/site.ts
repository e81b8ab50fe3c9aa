/** A site: its score, its holidays and from where they are known. */
import { isoDate, spanText } from '../../calendar/date.ts';
import type { Id } from '../../model/model.ts';
import {
  type HolidayRow,
  holidayRows,
  hoursOfDay,
  notesOf,
  oftenClosedAt,
  partsWords,
  reasonsOf,
} from '../../report/holidays.ts';
import { counted } from '../words.ts';
import { type Answer, type AnswerSource, part } from './answer.ts';
import { aboutScored } from './scored.ts';

/** Its score, and the days and hours on which it rests. */
export async function aboutSite(id: Id, known: AnswerSource): Promise<Answer> {
  const site = known.model.sites.get(id)!;
  const notes = await notesOf(known.model, [site]);
  const rows = holidayRows(known.model, site);
  const scored = known.gaps.sites.find((one) => one.id === id)!;
  return aboutScored(
    scored,
    {
      head: `${scored.name}: ${counted(scored.people, 'person', 'people')}`,
      pointer: ['sites', id],
      data: { id, name: scored.name, holidays: rows.map(holidayData) },
      more: [
        '',
        'A site is the mean of its departments’ cells there, weighted by people.',
        ...part(`Holidays (${rows.length})`, rows.map(holidayLine)),
        ...part('Corrected', reasonsOf(rows)),
        ...part(
          'Often closed, not counted',
          oftenClosedAt(site, notes).map(
            ({ day, hours, name, type }) => `${isoDate(day)} ${hoursOfDay(hours)} ${name} (${type})`,
          ),
        ),
        ...part('Parts of the region', partsWords(site, notes)),
      ],
    },
    known,
  );
}

function holidayLine({ day, hours, name, from }: HolidayRow): string {
  return `${isoDate(day)} ${hours} ${name} (${from})`;
}

function holidayData({ day, holiday: { name, hours, source, estimate } }: HolidayRow): object {
  return { date: isoDate(day), name, hours: spanText(hours), source, estimate: estimate ?? false };
}
