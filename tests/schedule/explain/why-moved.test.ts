/** A session that moved says why: its time is gone, or others needed it more. */
import { expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { planned, programme } from '../helpers.ts';

/** A week in which Ann leads `talk` once; then she is away for some days, or something else comes. */
const week = (away: string, more = '') => `${programme('', '2027-02-01', '2027-02-05')}
policy: { noticeDays: 0, startEvery: 60 }
departments: { desk: { maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-17:00 } } } }
roles: { agent: { department: desk, heads: 6 } }
rooms: { lab: { site: main, seats: 12 } }
facilitators: { ann: { kind: trainer${away} } }
modules:
  talk: { audience: everyone, format: workshop, minutes: 60, when: { from: 2027-02-01, by: 2027-02-05 } }
${more}`;

const later = (date: string) => isoDate(toDay(date)! + 1);

async function movedAfter(change: (date: string, hour: number) => string): Promise<string[]> {
  const { plan } = await planned(week(''));
  const start = plan.sessions[0]!.start;
  const [date, hour] = [start.slice(0, 10), Number(start.slice(11, 13))];
  const after = await planned(change(date, hour), { previous: plan, inputs: 'sha256:1' });
  const why = after.schedule.sessions.find(({ module }) => module === 'talk')!.moved;
  return why.map((one) => one.replace(`${date} ${start.slice(11, 16)}`, 'then'));
}

it('tells of a leader who is away', async () => {
  const why = await movedAfter((date) => week(`, away: [{ from: ${date}, to: ${date} }]`));
  expect(why).toEqual(['Moved from then, when Ann is not there.']);
});

it('tells of a room that is closed', async () => {
  const why = await movedAfter((date) =>
    week('').replace('seats: 12', `seats: 12, closed: [{ from: ${date}, to: ${date} }]`),
  );
  expect(why).toEqual(['Moved from then, when Lab is closed.']);
});

it('tells who leads instead, and that the other is away', async () => {
  const why = await movedAfter((date) =>
    week(`, away: [{ from: ${date}, to: ${date} }] }, bob: { kind: trainer`),
  );
  expect(why).toEqual(['Led by Bob instead of Ann, who is not there then.']);
});

it('tells of a time that is gone', async () => {
  const why = await movedAfter((date) =>
    week('').replace('from: 2027-02-01, by: 2027-02-05', `from: ${later(date)}, by: 2027-02-05`),
  );
  expect(why).toEqual(['Moved from then, where it no longer fits.']);
});

it('tells of a time that went to something else', async () => {
  const hours = (hour: number) =>
    [hour, hour + 1].map((one) => `${String(one).padStart(2, '0')}:00`).join('-');
  const why = await movedAfter((date, hour) =>
    week(
      '',
      `  only: { audience: everyone, format: workshop, minutes: 60, hours: ${hours(hour)}, when: { date: ${date} } }\n`,
    ),
  );
  expect(why).toEqual(['Moved from then, where it gave way to others.']);
});
