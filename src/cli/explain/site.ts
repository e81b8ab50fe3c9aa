/** A site: its score, its holidays and from where they are known. */
import { isoDate, spanText } from '../../calendar/date.ts';
import type { Say } from '../../calendar/say.ts';
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
import { counted } from '../../wording/words.ts';
import { type Answer, type AnswerSource, part } from './answer.ts';
import { aboutScored } from './scored.ts';

/** Its score, and the days and hours on which it rests. */
export async function aboutSite(id: Id, known: AnswerSource): Promise<Answer> {
  const { say } = known;
  const site = known.model.sites.get(id)!;
  const notes = await notesOf(known.model, [site]);
  const rows = holidayRows(known.model, site);
  const scored = known.gaps.sites.find((one) => one.id === id)!;
  return aboutScored(
    scored,
    {
      head: `${scored.name}: ${counted(say, scored.people, 'person', 'people')}`,
      pointer: ['sites', id],
      data: { id, name: scored.name, holidays: rows.map(holidayData) },
      more: [
        '',
        'A site is the mean of its departments’ cells there, weighted by people.',
        ...part(
          `Holidays (${say.exact(rows.length)})`,
          rows.map((row) => holidayLine(say, row)),
        ),
        ...part('Corrected', reasonsOf(say, rows)),
        ...part(
          'Often closed, not counted',
          oftenClosedAt(site, notes).map(
            ({ day, hours, name, type }) => `${say.dateShort(day)} ${hoursOfDay(hours)} ${name} (${type})`,
          ),
        ),
        ...part('Parts of the region', partsWords(site, notes)),
      ],
    },
    known,
  );
}

function holidayLine(say: Say, { day, hours, name, from }: HolidayRow): string {
  return `${say.dateShort(day)} ${hours} ${name} (${from})`;
}

function holidayData({ day, holiday: { name, hours, source, estimate } }: HolidayRow): object {
  return { date: isoDate(day), name, hours: spanText(hours), source, estimate: estimate ?? false };
}
