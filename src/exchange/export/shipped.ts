/**
 * The mappings that come with cxplan: the exact forms that Moodle, Docebo, Google and Outlook document, and a start for
 * systems whose columns are made per tenant. They age: `cxplan export <format> --show-mapping` prints one to be edited.
 */
import type { ExportColumn, ExportFormat, ExportMapping } from './types.ts';

const CSV = {
  each: 'session',
  separator: ',',
  ends: '\r\n',
  quotes: true,
  mustMap: [],
  values: new Map(),
} as const;

function columns(pairs: Readonly<Record<string, string>>): ExportColumn[] {
  return Object.entries(pairs).map(([title, value]) => ({ title, value }));
}

export const SHIPPED: Readonly<Record<ExportFormat, ExportMapping>> = {
  // mod_attendance reads 20 columns by their position; the course is told by its short name.
  'moodle-attendance': {
    ...CSV,
    columns: columns({
      course: '{module}',
      groups: '{groups}',
      sessiondate: '{start:yyyy-MM-dd}',
      from: '{start:HH:mm}',
      to: '{end:HH:mm}',
      description: '{title}, {place}, {leader}',
      repeaton: '',
      repeatevery: '',
      repeatuntil: '',
      studentscanmark: '0',
      passwordgrp: '',
      randompassword: '0',
      subnet: '',
      automark: '0',
      autoassignstatus: '0',
      absenteereport: '1',
      preventsharedip: '0',
      preventsharediptime: '',
      calendarevent: '1',
      includeqrcode: '0',
    }),
  },
  'moodle-booking': {
    ...CSV,
    columns: columns({
      text: '{title}, {start:d.M.yyyy HH:mm}',
      bookingclosingtime: '{start:dd.MM.yyyy HH:mm:ss}',
      coursestarttime: '{start:dd.MM.yyyy HH:mm:ss}',
      courseendtime: '{end:dd.MM.yyyy HH:mm:ss}',
      description: '{who}',
      institution: '{siteName}',
      maxanswers: '{heads}',
      maxoverbooking: '0',
      limitanswers: '1',
      location: '{place}',
      addtocalendar: '1',
    }),
  },
  // An unknown or doubled title makes Moodle refuse the file; the session is Moodle's own number.
  'facetoface-bookings': {
    ...CSV,
    each: 'seat',
    mustMap: ['session'],
    columns: columns({ email: '{email}', session: '{session}' }),
  },
  docebo: {
    ...CSV,
    columns: columns({
      'Session ID': '{session}',
      'Event ID': '{uid}',
      'Event Name': '{title}',
      'Event Description': '{who}; {leader}; {place}',
      'Event Date': '{start:yyyy-MM-dd}',
      'Event Start Time': '{start:HH:mm:ss}',
      'Event End Time': '{end:HH:mm:ss}',
    }),
  },
  successfactors: {
    ...CSV,
    separator: '|',
    ends: '!##!\r\n',
    quotes: false,
    columns: columns({
      CLASS_ID: '{session}',
      ITEM_ID: '{module}',
      TITLE: '{title}',
      START_DATE: '{start:MM/dd/yyyy}',
      START_TIME: '{start:HH:mm:ss}',
      END_DATE: '{end:MM/dd/yyyy}',
      END_TIME: '{end:HH:mm:ss}',
      TIME_ZONE: '{timezone}',
      LOCATION: '{place}',
      INSTRUCTOR: '{leader}',
      MAX_ENROLLMENT: '{heads}',
    }),
  },
  'google-csv': {
    ...CSV,
    columns: columns({
      Subject: '{title}',
      'Start Date': '{start:MM/dd/yyyy}',
      'Start Time': '{start:h:mm a}',
      'End Date': '{end:MM/dd/yyyy}',
      'End Time': '{end:h:mm a}',
      'All Day Event': 'False',
      Description: '{who}; {leader}',
      Location: '{place}',
      Private: 'False',
    }),
  },
  'outlook-csv': {
    ...CSV,
    columns: columns({
      Subject: '{title}',
      'Start Date': '{start:M/d/yyyy}',
      'Start Time': '{start:h:mm:ss a}',
      'End Date': '{end:M/d/yyyy}',
      'End Time': '{end:h:mm:ss a}',
      'All day event': 'False',
      'Reminder on/off': 'False',
      'Reminder Date': '',
      'Reminder Time': '',
      'Meeting Organizer': '',
      'Required Attendees': '',
      'Optional Attendees': '',
      'Meeting Resources': '',
      'Billing Information': '',
      Categories: '{module}',
      Description: '{who}; {leader}',
      Location: '{place}',
      Mileage: '',
      Priority: 'Normal',
      Private: 'False',
      Sensitivity: 'Normal',
      'Show time as': '2',
    }),
  },
  json: {
    ...CSV,
    columns: columns({
      session: '{session}',
      uid: '{uid}',
      module: '{module}',
      title: '{title}',
      start: "{start:yyyy-MM-dd'T'HH:mm}",
      end: "{end:yyyy-MM-dd'T'HH:mm}",
      startUtc: '{startUtc}',
      endUtc: '{endUtc}',
      timezone: '{timezone}',
      site: '{site}',
      room: '{room}',
      facilitator: '{facilitator}',
      heads: '{heads}',
      minutes: '{minutes}',
      groups: '{groups}',
    }),
  },
};
