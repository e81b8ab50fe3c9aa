/** Attendance as meeting tools and learning systems write it, of invented people: exact minutes, presence, and what is refused. */
import { describe, expect, it } from 'vitest';
import { toDay } from '../../src/calendar/date.ts';
import { match } from '../../src/delivery/match.ts';
import { Persons } from '../../src/delivery/persons.ts';
import { Calendar, seatedSessions } from '../../src/delivery/seats.ts';
import { stored } from '../../src/delivery/store.ts';
import { secondsOf } from '../../src/exchange/attendance/durations.ts';
import { presencesIn } from '../../src/exchange/attendance/presence.ts';
import { readAttendance } from '../../src/exchange/attendance/read.ts';
import { StoreError } from '../../src/exchange/kept.ts';
import { type Mapping, NO_MAPPING } from '../../src/exchange/mapping.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import type { Model, Person } from '../../src/model/model.ts';
import { sourceOf, written } from '../exchange/table/source.ts';

const PEOPLE = [
  ['p1', 'Ada Quill', 'ada@x.example'],
  ['p2', 'Ben Rook', 'ben@x.example'],
  ['p3', 'Cleo Stark', 'cleo@x.example'],
  ['p4', 'Änne Groß', 'anne@x.example'],
  ['p5', 'Sam Hill', 'sam1@x.example'],
  ['p6', 'Sam Hill', 'sam2@x.example'],
].map(([id, name, email]) => ({ id, name, email }) as Person);

function session(id: string, module: string, start: string, group: string, last: number): PlanSession {
  const end = start.replace('T10', 'T11');
  return {
    id,
    module,
    start,
    end,
    startUtc: `${start}:00Z`,
    timezone: 'Europe/London',
    minutes: 60,
    status: 'confirmed',
    attendees: [{ group, first: 1, last }],
  } as unknown as PlanSession;
}

const PLAN = {
  groups: [
    { id: 'g1', people: ['p1', 'p2', 'p3', 'p4'] },
    { id: 'g2', people: ['p5', 'p6', null] },
  ],
  sessions: [
    session('letters.1', 'letters', '2027-03-02T10:00', 'g1', 4),
    session('letters.2', 'letters', '2027-03-02T10:00', 'g2', 3),
    session('tills.1', 'tills', '2027-04-03T10:00', 'g1', 2),
  ],
} as unknown as Plan;

const MODEL = {
  modules: new Map([
    ['letters', { id: 'letters', name: 'Letters people understand' }],
    ['tills', { id: 'tills', name: 'Tills' }],
  ]),
} as unknown as Model;

interface Options {
  readonly mapping?: Mapping;
  readonly session?: string;
  readonly zone?: string;
}

async function read(
  bytes: Uint8Array | string,
  { mapping = NO_MAPPING, session: about, zone }: Options = {},
) {
  const calendar = new Calendar(seatedSessions(PLAN));
  const { file, diagnostics } = await readAttendance(sourceOf(bytes, 'meeting.csv'), mapping);
  if (!file) return { said: diagnostics.map(({ message }) => message), file };
  const { presences, diagnostics: wrong } = presencesIn(file, mapping, (day) => calendar.has(day));
  if (wrong.length > 0)
    return {
      said: wrong.map(
        ({ at, code, message, fix }) => `${at!.line}:${at!.column} ${code}: ${message} (${fix})`,
      ),
      file,
    };
  const matched = match(presences, MODEL, calendar, new Persons(PEOPLE), {
    zone,
    session: about,
    module: undefined,
    topic: file.topic,
    attendedFrom: 0.8,
    isList: file.isList,
  });
  const came = matched.deliveries
    .map(
      ({ person, session: { session: one }, status, minutes, isSeated }) =>
        `${person} ${isSeated ? one.id : `(${one.id})`} ${status}${minutes === undefined ? '' : ` ${minutes}`}`,
    )
    .sort();
  return { said: [], came, untaken: matched.untaken.map(({ line, why }) => `${line} ${why}`), file, matched };
}

const TEAMS = (start: string, rows: readonly string[]) =>
  written(
    [
      '1. Summary',
      'Meeting title\tLetters people understand',
      'Attended participants\t4',
      `Start time\t${start}`,
      'Meeting duration\t1h 2m',
      '',
      '2. Participants',
      ...rows,
      '',
    ].join('\r\n'),
    'utf-16le with BOM',
  );

describe('a file of', () => {
  const ALL = [
    'p1 letters.1 attended 60',
    'p2 letters.1 absent 30',
    'p3 letters.1 attended 48',
    'p4 letters.1 absent',
  ];

  it('Teams, month first, with summary and activities: stays are counted, not first and last', async () => {
    const { came, untaken, file } = await read(
      TEAMS('3/2/27, 9:55:00\u202fAM', [
        'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
        'Ada Quill\t3/2/27, 9:55:00 AM\t3/2/27, 11:01:00 AM\t1h 6m\tada@x.example\tada@x.example\tOrganizer',
        'Ben Rook (External)\t3/2/27, 10:00:00 AM\t3/2/27, 11:00:00 AM\t30m\t\t\tPresenter',
        'Cleo Stark (Unverified)\t3/2/27, 10:12:00 AM\t3/2/27, 11:00:00 AM\t48m\t\t\tAttendee',
        '',
        '3. In-Meeting Activities',
        'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
        'Ada Quill\t3/2/27, 9:55:00 AM\t3/2/27, 11:01:00 AM\t1h 6m\tada@x.example\tOrganizer',
        'Ben Rook (External)\t3/2/27, 10:00:00 AM\t3/2/27, 10:10:00 AM\t10m\t\tPresenter',
        'Ben Rook (External)\t3/2/27, 10:40:00 AM\t3/2/27, 11:00:00 AM\t20m\t\tPresenter',
        'Cleo Stark (Unverified)\t3/2/27, 10:12:00 AM\t3/2/27, 11:00:00 AM\t48m\t\tAttendee',
      ]),
    );
    expect(came).toEqual(ALL);
    expect(untaken).toEqual([]);
    expect(file).toMatchObject({ kind: 'Teams', topic: 'Letters people understand' });
  });

  it('Teams in German, dotted dates', async () => {
    const { came } = await read(
      TEAMS('02.03.2027, 09:55:00', [
        'Name\tErster Beitritt\tLetztes Verlassen\tDauer der Teilnahme\tE-Mail\tTeilnehmer-ID (UPN)\tRolle',
        'Ada Quill\t02.03.2027, 09:55:00\t02.03.2027, 11:01:00\t1 Std. 6 Min.\tada@x.example\tada@x.example\tOrganisator',
        'Ben Rook\t02.03.2027, 10:00:00\t02.03.2027, 10:30:00\t30 Min.\tben@x.example\t\t',
        'Cleo Stark\t02.03.2027, 10:12:00\t02.03.2027, 11:00:00\t48 Min.\tcleo@x.example\t\t',
      ]),
    );
    expect(came).toEqual(ALL);
  });

  it('Teams in British English of today, day first, small titles, parts of lengths missing', async () => {
    const { came, file } = await read(
      TEAMS('02/03/2027, 09:55:00', [
        'Name\tFirst join\tLast leave\tIn-meeting duration\tEmail\tParticipant ID (UPN)\tRole',
        'Ada Quill\t02/03/2027, 09:55:00\t02/03/2027, 11:01:00\t1h 6m\tada@x.example\tada@x.example\tOrganiser',
        'Ben Rook (Unverified)\t02/03/2027, 10:00:00\t02/03/2027, 10:30:25\t30m 25s\t\t\tAttendee',
        'Cleo Stark\t02/03/2027, 10:12:00\t02/03/2027, 11:00:00\t48m\tcleo@x.example\tcleo@x.example\tPresenter',
        '',
        '3. In-Meeting activities',
        'Name\tJoin time\tLeave time\tDuration\tEmail\tRole',
        'Ada Quill\t02/03/2027, 09:55:00\t02/03/2027, 11:01:00\t1h 6m\tada@x.example\tOrganiser',
        'Ben Rook (Unverified)\t02/03/2027, 10:00:00\t02/03/2027, 10:29:35\t29m 35s\t\tAttendee',
        'Ben Rook (Unverified)\t02/03/2027, 10:30:00\t02/03/2027, 10:30:25\t25s\t\tAttendee',
        'Cleo Stark\t02/03/2027, 10:12:00\t02/03/2027, 11:00:00\t48m\tcleo@x.example\tPresenter',
      ]),
    );
    expect(came).toEqual(ALL);
    expect(file).toMatchObject({ kind: 'Teams' });
  });

  it('Teams in French', async () => {
    const { came } = await read(
      TEAMS('02/03/2027 09:55:00', [
        'Nom complet\tPremière participation\tDernier départ\tDurée de la réunion\tE-mail\tID du participant (UPN)\tRôle',
        'Ada Quill\t02/03/2027 à 09:55:00\t02/03/2027 à 11:01:00\t1 h 6 min\tada@x.example\tada@x.example\tOrganisateur',
        'Ben Rook (Invité)\t02/03/2027 à 10:00:00\t02/03/2027 à 10:30:00\t30 min\t\t\tParticipant',
        'Cleo Stark\t02/03/2027 à 10:12:00\t02/03/2027 à 11:00:00\t48 min\tcleo@x.example\t\tParticipant',
      ]),
    );
    expect(came).toEqual(ALL);
  });

  it('Teams whose administrator has switched times off: presence counts', async () => {
    const { came } = await read(
      TEAMS('3/2/27, 9:55:00 AM', [
        'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tRole',
        'Ada Quill\t\t\t\tada@x.example\tOrganizer',
        'Ben Rook\t\t\t\tben@x.example\tAttendee',
      ]),
      { session: 'letters.1' },
    );
    expect(came).toEqual([
      'p1 letters.1 attended',
      'p2 letters.1 attended',
      'p3 letters.1 absent',
      'p4 letters.1 absent',
    ]);
  });

  it('old Teams: joined and left line by line', async () => {
    const { came } = await read(
      written(
        'Full Name\tUser Action\tTimestamp\r\nAda Quill\tJoined\t3/2/2027, 10:00:00 AM\r\nBen Rook\tJoined before\t3/2/2027, 10:00:00 AM\r\nBen Rook\tLeft\t3/2/2027, 10:30:00 AM\r\nCleo Stark\tJoined\t3/2/2027, 10:12:00 AM\r\nAda Quill\tLeft\t3/2/2027, 11:00:00 AM\r\n',
        'utf-16le with BOM',
      ),
    );
    expect(came).toEqual(ALL);
  });

  it.each<[string, string]>([
    [
      'Zoom with its meeting first',
      'Meeting ID,Topic,Start Time,End Time,Participants\n123,Letters people understand,03/02/2027 09:55:00 AM,03/02/2027 11:01:00 AM,4\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nAda (Ada Quill),ada@x.example,03/02/2027 09:55:00 AM,03/02/2027 11:01:00 AM,66,No\nBen Rook,,03/02/2027 10:00:00 AM,03/02/2027 10:10:00 AM,10,Yes\nben rook,,03/02/2027 10:40:00 AM,03/02/2027 11:00:00 AM,20,Yes\nCleo Stark,cleo@x.example,03/02/2027 10:12:00 AM,03/02/2027 11:00:00 AM,48,No\n',
    ],
    [
      'Zoom of today, months by name',
      'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response\nAda Quill,ada@x.example,"Mar 2, 2027 09:55 AM","Mar 2, 2027 11:01 AM",66,No,\nBen Rook,,"Mar 2, 2027 10:00 AM","Mar 2, 2027 10:30 AM",30,Yes,\nCleo Stark,,"Mar 2, 2027 10:12 AM","Mar 2, 2027 11:00 AM",48,Yes,\n',
    ],
    [
      'a webinar with sections, those who never came included',
      'Attendee Report\n\nTopic,Webinar ID,Actual Start Time\nLetters people understand,77,Mar 2 2027 9:55 AM\n\nHost Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\nYes,Ada Quill,ada@x.example,03/02/2027 09:55:00 AM,03/02/2027 11:01:00 AM,66\n\nAttendee Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\nYes,Ben Rook,ben@x.example,03/02/2027 10:00:00 AM,03/02/2027 10:30:00 AM,30\nYes,Cleo Stark,cleo@x.example,03/02/2027 10:12:00 AM,03/02/2027 11:00:00 AM,48\nNo,Änne Groß,anne@x.example,--,--,--\n',
    ],
    [
      'Webex, hyphens and seconds',
      '"Participant","Attendee Email","Join Time","Leave Time","Attendance Duration"\n"Ada Quill","ada@x.example","2027-03-02 09:55:00","2027-03-02 11:01:00","66 mins"\n"Ben Rook","ben@x.example","2027-03-02 10:00:00","2027-03-02 10:30:00","30 mins"\n"Cleo Stark","cleo@x.example","2027-03-02 10:12:00","2027-03-02 11:00:00","48 mins"\n',
    ],
    [
      'a tool that writes instants',
      'Participant;E-mail;Join time;Leave time\nAda Quill;ada@x.example;2027-03-02T10:00:00Z;2027-03-02T11:00:00Z\nBen Rook;ben@x.example;2027-03-02T12:00:00+02:00;2027-03-02T12:30:00+02:00\nCleo Stark;cleo@x.example;2027-03-02T10:12:00Z;2027-03-02T11:00:00Z\n',
    ],
  ])('%s', async (_what, text) => {
    const { came } = await read(text);
    expect(came).toEqual(ALL);
  });

  it.each<[string, string]>([
    [
      'Zoom’s sums of each person',
      'Topic,Meeting ID,Start Time,End Time,Participants\nLetters people understand,123,03/02/2027 10:00:00 AM,03/02/2027 11:00:00 AM,3\n\nName (Original Name),User Email,Total Duration (Minutes),Guest\nAda (Ada Quill),ada@x.example,60,No\nBen Rook,,30,Yes\nCleo Stark,cleo@x.example,48,No\n',
    ],
    [
      'Google Meet, first and last name apart',
      'First name,Last name,Email,Duration,Time joined,Time exited\nAda,Quill,ada@x.example,1 hr 6 min,,\nBen,Rook,ben@x.example,30 min,,\nCleo,Stark,cleo@x.example,48 min,,\n',
    ],
  ])('%s: sums without times are about the session that is said', async (_what, text) => {
    expect((await read(text, { session: 'letters.1' })).came).toEqual(ALL);
    expect((await read(text)).untaken).toHaveLength(3);
  });

  it('another zone is read on the clock that is said', async () => {
    const text =
      'Name,Email,Join time,Leave time\nAda Quill,ada@x.example,2027-03-02 11:00,2027-03-02 12:00\n';
    expect((await read(text, { zone: 'Europe/Berlin' })).came![0]).toBe('p1 letters.1 attended 60');
    expect((await read(text)).untaken).toEqual(['2 no session at that time']);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'Moodle by letters',
      'Last name,First name,ID number,Status,Date,Course\nQuill,Ada,p1,P,2027-03-02,letters\nRook,Ben,p2,A,2027-03-02,letters\nStark,Cleo,p3,L,2027-03-02,letters\nGroß,Änne,p4,E,2027-03-02,letters\n',
      ['p1 letters.1 attended', 'p2 letters.1 absent', 'p3 letters.1 attended', 'p4 letters.1 absent'],
    ],
    [
      'facetoface',
      'Email,Session,Status\nada@x.example,letters.1,fully_attended\nben@x.example,letters.1,no_show\ncleo@x.example,letters.1,waitlisted\n',
      ['p1 letters.1 attended', 'p2 letters.1 absent'],
    ],
    [
      'facetoface with every word of its own',
      'Email,Session,Status\nada@x.example,letters.1,partially_attended\nben@x.example,letters.1,user_cancelled\ncleo@x.example,letters.1,booked\nanne@x.example,letters.1,fully_attended\n',
      ['p1 letters.1 absent', 'p2 letters.1 absent', 'p4 letters.1 attended'],
    ],
    [
      'Moodle in German, by words',
      'Nachname;Vorname;E-Mail-Adresse;Anwesenheit;Datum;Kurs\nQuill;Ada;ada@x.example;Anwesend;02.03.2027;letters\nRook;Ben;ben@x.example;Abwesend;02.03.2027;letters\nStark;Cleo;cleo@x.example;Verspätet;02.03.2027;letters\nGroß;Änne;anne@x.example;Entschuldigt;02.03.2027;letters\n',
      ['p1 letters.1 attended', 'p2 letters.1 absent', 'p3 letters.1 attended', 'p4 letters.1 absent'],
    ],
    [
      'an LMS that completes courses',
      'Username,Course Name,Completion Status,Completion Date\nP1,Letters people understand,Passed,2-Mar-2027\nP2,Letters people understand,Failed,2-Mar-2027\nP3,Letters people understand,In Progress,2-Mar-2027\n',
      ['p1 letters.1 attended', 'p2 letters.1 absent'],
    ],
    [
      'an LMS in German',
      'Personalnummer;Kurs;Datum;Status\np1;Letters people understand;02.03.2027;abgeschlossen\np2;Letters people understand;02.03.2027;nicht erschienen\n',
      ['p1 letters.1 attended', 'p2 letters.1 absent'],
    ],
    [
      'an own list',
      'person,session,date,status,minutes\np1,letters.1,2027-03-02,confirmed,55\np3,letters.1,2027-03-02,,20\n',
      ['p1 letters.1 confirmed 55', 'p3 letters.1 absent 20'],
    ],
    [
      'a course with its seats elsewhere',
      'person,module,date,status\np5,letters,2027-03-02,attended\np1,tills,2027-03-02,attended\n',
      ['p5 letters.2 attended'],
    ],
  ])('%s', async (_what, text, expected) => {
    const { came, said } = await read(text);
    expect(said).toEqual([]);
    expect(came).toEqual(expected);
  });

  it.each<[string, string]>([
    [
      'as it exports',
      'Course\tLetters people understand\nGroup\tAll participants\n\nID number\tLast name\tFirst name\tGroups\t2 Mar 2027 10.00AM All students\t\t3 Mar 2027 10.00AM Group: B\tP\tL\tE\tA\tTaken sessions\tPoints\tPercentage\np1\tQuill\tAda\tA\tP (2/2)\tin time\t\t1\t0\t0\t0\t1\t2.0 / 2.0\t100.0\np2\tRook\tBen\tA\tA (0/2)\t\t?\t0\t0\t0\t1\t1\t0.0 / 2.0\t0.0\np3\tStark\tCleo\tA\tL (1/2)\t\t\t0\t1\t0\t0\t1\t1.0 / 2.0\t50.0\np4\tGroß\tÄnne\tA\tEnrolment starts 5 Mar 2027\t\t←\t0\t0\t0\t0\t0\t0 / 0\t-\n',
    ],
    [
      'in German',
      'Kurs;Letters people understand\n\nNachname;Vorname;02.03.2027 10:00 Alle Teilnehmer;P\nQuill;Ada;P;1\nRook;Ben;A;0\nStark;Cleo;V;1\nGroß;Änne;;0\n',
    ],
    [
      'kept by hand',
      'Module,letters\nName,2027-03-02,2027-03-09\nAda Quill,attended,\nBen Rook,absent,\nCleo Stark,present,\n',
    ],
  ])('Moodle, a column for each session, %s', async (_what, text) => {
    const mapping = { ...NO_MAPPING, values: new Map([['status', new Map([['v', 'attended']])]]) } as Mapping;
    const { came, said, untaken } = await read(text, { mapping });
    expect(said).toEqual([]);
    expect(untaken).toEqual([]);
    expect(came).toEqual(['p1 letters.1 attended', 'p2 letters.1 absent', 'p3 letters.1 attended']);
  });

  it('a column for each session in two readings of its date is refused with both, and a strange word with its cell', async () => {
    const text = (date: string, word = 'P') => `Name,${date} 10:00 All students\nAda Quill,${word}\n`;
    expect((await read(text('05/06/2027'))).said).toEqual([
      expect.stringMatching(/^2:2 ambiguous-date: .*2027-06-05 \(day first\) or 2027-05-06 \(month first\)/),
    ]);
    expect((await read(text('02/03/2027', 'Maybe'))).said).toEqual([
      expect.stringMatching(/^2:2 bad-status: the status "Maybe" is not known/),
    ]);
  });

  it('guests, strangers and two of one name are told by their line', async () => {
    const text =
      'Name,Email,Join time,Leave time\nAda Quill,,2027-03-02 10:00,2027-03-02 11:00\nSam Hill,,2027-03-02 10:00,2027-03-02 11:00\nSam Hill,sam1@x.example,2027-03-02 10:00,2027-03-02 11:00\nNobody Here,,2027-03-02 10:00,2027-03-02 11:00\n';
    const { came, untaken } = await read(text);
    expect(came).toEqual(['p1 letters.1 attended 60', 'p5 letters.2 attended 60', 'p6 letters.2 absent']);
    expect(untaken).toEqual(['3 a name that several people have', '5 not on the roster']);
  });
});

describe('dates in two readings', () => {
  const text = (date: string) =>
    `Name,Email,Join time,Leave time\nAda Quill,ada@x.example,${date} 10:00 AM,${date} 11:00 AM\n`;
  it('are decided by the days on which there are sessions', async () => {
    expect((await read(text('02/03/2027'))).came![0]).toBe('p1 letters.1 attended 60');
    expect((await read(text('04/03/2027'))).came![0]).toBe('p1 tills.1 attended 60');
  });
  it('are refused where that says nothing', async () => {
    expect((await read(text('05/06/2027'))).said).toEqual([
      expect.stringMatching(
        /^2:3 ambiguous-date: "05\/06\/2027 10:00 AM".*2027-06-05 \(day first\) or 2027-05-06 \(month first\)/,
      ),
    ]);
  });
});

it('words and lengths that nobody knows are refused with row, column and remedy', async () => {
  const bad = await read('person,session,date,status,minutes\np1,letters.1,2027-03-02,perhaps,soon\n');
  expect(bad.said).toEqual([
    expect.stringContaining('2:5 bad-minutes: "soon"'),
    expect.stringContaining('2:4 bad-status: the status "perhaps" is not known'),
  ]);
  const mapping: Mapping = { values: new Map([['status', new Map([['perhaps', 'attended']])]]) };
  expect(
    (await read('person,session,date,status\np1,letters.1,2027-03-02,Perhaps\n', { mapping })).came,
  ).toEqual(['p1 letters.1 attended']);
  expect((await read('a,b\n1,2\n')).said).toEqual([
    expect.stringContaining('no row of titles that tell who was there'),
  ]);
});

it.each<[string, number | undefined]>([
  ['1h 13m 42s', 4_422],
  ['13m', 780],
  ['42s', 42],
  ['1 Std. 6 Min.', 3_960],
  ['1:13:42', 4_422],
  ['73', 4_380],
  ['1,5 h', 5_400],
  ['soon', undefined],
])('%s lasts %s seconds', (text, seconds) => expect(secondsOf(text)).toBe(seconds));

describe('the attendance file', () => {
  it('takes each seat once, whatever is read again, and keeps other lines', async () => {
    const { matched } = await read(
      'person,session,date,status\np1,letters.1,2027-03-02,attended\np2,letters.1,2027-03-02,absent\n',
    );
    const first = stored(
      'person;group;session;module;date;status;minutes\r\n;g9;;tills;2027-01-05;attended;\r\np1;;letters.1;;2027-03-02;absent;5\r\n',
      matched!.deliveries,
    );
    expect(first).toEqual({
      text: 'person;group;session;module;date;status;minutes\r\n;g9;;tills;2027-01-05;attended;\r\np1;;letters.1;;2027-03-02;attended;\r\np2;;letters.1;;2027-03-02;absent;\r\n',
      added: 1,
      changed: 1,
      same: 0,
    });
    expect(stored(first.text, matched!.deliveries)).toEqual({
      text: first.text,
      added: 0,
      changed: 0,
      same: 2,
    });
    expect(() => stored('person,date\n', matched!.deliveries)).toThrow(StoreError);
  });
  it('is begun with its titles', async () => {
    const { matched } = await read(
      'person,session,date,status,minutes\np1,letters.1,2027-03-02,attended,55\n',
    );
    expect(stored(undefined, matched!.deliveries).text).toBe(
      'person,group,session,module,date,status,minutes\np1,,letters.1,,2027-03-02,attended,55\n',
    );
  });
});

it('days are those of the plan', () =>
  expect(new Calendar(seatedSessions(PLAN)).has(toDay('2027-03-02')!)).toBe(true));
