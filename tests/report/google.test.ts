import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../src/render/csv.ts';
import { googleTable, googleTables } from '../../src/report/google.ts';
import { report } from '../../src/report/report.ts';
import { replanned, sample } from './sample.ts';

async function rowsOf(path: string, zone: string) {
  const { model, plan, gaps } = await sample();
  const { agendas, events } = report(model, plan, gaps);
  return parse([...renderCsv(googleTable(agendas.get(path)!, events, zone))].join(''), {
    columns: true,
  }) as Record<string, string>[];
}

describe('the CSV for Google Calendar', () => {
  it('has Google’s columns, dates and times', async () => {
    const [first] = await rowsOf('calendars/facilitators/amira', 'Europe/London');
    expect(Object.keys(first!).join()).toBe(
      'Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private',
    );
    expect(first).toMatchObject({
      Subject: 'Invoices people understand – Credit controllers; Head of finance (5)',
      'Start Date': '03/02/2027',
      'Start Time': '9:30 AM',
      'End Date': '03/02/2027',
      'End Time': '11:00 AM',
      'All Day Event': 'False',
      Location: 'The Lamp Room, Leeds',
    });
  });

  it('shows the clocks of the zone, across summer time and midnight', async () => {
    const rows = await rowsOf('calendars/facilitators/amira', 'Pacific/Auckland');
    expect(rows.map((row) => [row['Start Date'], row['Start Time'], row['End Time']])).toEqual([
      ['03/02/2027', '10:30 PM', '12:00 AM'],
      ['03/09/2027', '11:00 PM', '12:00 AM'],
      ['03/31/2027', '2:00 AM', '3:30 AM'],
    ]);
    expect(rows[0]?.['End Date']).toBe('03/03/2027');
  });

  it('counts the last day of a theme month in', async () => {
    const rows = await rowsOf('calendars/departments/finance', 'Europe/London');
    const march = rows.find(({ Subject }) => Subject === 'Theme: Empathy – how we show up');
    expect(march).toMatchObject({
      'Start Date': '03/01/2027',
      'Start Time': '',
      'End Date': '03/31/2027',
      'All Day Event': 'True',
    });
  });

  it('is one file a calendar, named by its zone, without what is cancelled', async () => {
    const { model, plan, gaps } = await replanned();
    const reports = report(model, plan, gaps);
    const tables = googleTables(reports);
    expect([...tables.keys()]).toContain('google/departments/care.europe-lisbon');
    const cancelled = plan.sessions.filter(({ status }) => status === 'cancelled').length;
    expect(cancelled).toBe(1);
    expect([...tables.get('google/all.europe-london')!.rows()]).toHaveLength(
      reports.agendas.get('calendars/all')!.events.length - cancelled,
    );
  });
});
