/** Training catalogues: taken right, or refused with row, column and remedy. */
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Mapping, NO_MAPPING } from '../../../src/exchange/mapping.ts';
import { lengthOf } from '../../../src/exchange/modules/lengths.ts';
import { readCatalogue } from '../../../src/exchange/modules/read.ts';
import type { Model } from '../../../src/model/model.ts';
import { modelOf, SMALL } from '../../fixtures.ts';
import { sourceOf, written } from '../table/source.ts';

let model: Model;
beforeAll(async () => {
  model = await modelOf(SMALL);
});

async function read(bytes: Uint8Array | string, mapping: Mapping = NO_MAPPING) {
  const { modules, facilitators, notes, diagnostics } = await readCatalogue(
    sourceOf(bytes, 'catalogue.csv'),
    mapping,
    model,
  );
  return {
    modules,
    facilitators,
    notes,
    said: diagnostics.map(
      ({ at, code, message, fix }) => `${at!.line}:${at!.column} ${code}: ${message} (${fix})`,
    ),
  };
}

describe('a catalogue', () => {
  it('of a learning system, commas, ISO dates', async () => {
    const { modules, facilitators, notes, said } = await read(
      'Course Code,Course Title,Target Audience,Duration (hours),Delivery Method,Max Participants,Start Date,End Date,Instructor,Category,Objective\n' +
        'CX-101,Hearing the customer,All staff,1.5,ILT,12,2027-02-01,2027-04-30,Rosa Quinn,empathy,We hear what is not said.\n' +
        'CX-102,Clear letters,"Finance",0.75,Webinar,20,2027-03-01,2027-03-31,Amira,Writing,\n',
    );
    expect(said).toEqual([]);
    expect(modules).toEqual({
      'cx-101': {
        name: 'Hearing the customer',
        audience: 'everyone',
        minutes: 90,
        format: 'workshop',
        seats: 12,
        when: { from: '2027-02-01', by: '2027-04-30' },
        ...(model.themes.has('empathy') && { themes: ['empathy'] }),
        outcome: 'We hear what is not said.',
      },
      'cx-102': {
        name: 'Clear letters',
        audience: { departments: ['finance'] },
        minutes: 45,
        format: 'virtual',
        seats: 20,
        when: { from: '2027-03-01', by: '2027-03-31' },
      },
    });
    expect(facilitators).toEqual({
      'rosa-quinn': { name: 'Rosa Quinn', kind: 'trainer', teaches: ['cx-101'] },
    });
    expect(notes.join()).toContain('trainers that the workspace has already');
  });

  it('in German, windows-1252, semicolons, day first by the programme', async () => {
    const { modules, said } = await read(
      written(
        'Kurstitel;Zielgruppe;Dauer (Minuten);Lernform;Turnus;Von;Bis\r\nZuhören üben;Führungskräfte;45;Präsenz;vierteljährlich;;\r\nKassenbuch;Colleague;30;Selbstlernen;einmalig;01.02.2027;28.02.2027\r\n',
        'windows-1252',
      ),
    );
    expect(said).toEqual([]);
    expect(modules).toEqual({
      'zuhoren-uben': {
        name: 'Zuhören üben',
        audience: 'leaders',
        minutes: 45,
        format: 'workshop',
        when: { every: 'quarter' },
      },
      kassenbuch: {
        name: 'Kassenbuch',
        audience: { roles: ['colleague'] },
        minutes: 30,
        format: 'self-paced',
        when: { from: '2027-02-01', by: '2027-02-28' },
      },
    });
  });

  it('as a workbook with a title row, dates and modules there are', async () => {
    const bytes = await writeXlsx({
      properties: { created: new Date(0), modified: new Date(0) },
      sheets: [
        {
          name: 'Catalogue',
          rows: [
            ['Training 2027'],
            ['Title', 'Who', 'Duration', 'Date'],
            ['All hands', 'everyone', '1h 30m', new Date('2027-05-04T00:00:00Z')],
            ['Invoices people understand', 'Finance', '1h', null],
          ],
        },
      ],
    });
    const { modules, notes, said } = await read(bytes);
    expect(said).toEqual([]);
    expect(modules).toEqual({
      'all-hands': {
        name: 'All hands',
        audience: 'everyone',
        minutes: 90,
        format: 'workshop',
        when: { date: '2027-05-04' },
      },
    });
    expect(notes).toEqual(['1 modules that the workspace has already were left as they are']);
  });

  it.each<[string, string, string]>([
    [
      'an audience that is not here',
      'Title,Who,Minutes\nA,Finanse,30\n',
      '2:3 unknown-reference: there is no department, job or site "Finanse" (did you mean "Finance"?',
    ],
    ['departments and jobs at once', 'Title,Who,Minutes\nA,"Finance, Colleague",30\n', '2:3 mixed-audience'],
    [
      'a length without unit',
      'Title,Who,Duration\nA,everyone,2\n',
      '2:12 bad-minutes: "2" can be minutes or hours (say which it is: --column minutes=',
    ],
    [
      'days',
      'Title,Who,Duration\nA,everyone,2 days\n',
      '2:12 bad-minutes: "2 days" is longer than a session',
    ],
    [
      'a form that is none',
      'Title,Who,Minutes,Format\nA,everyone,30,hologram\n',
      '2:15 wrong-value: "hologram" is not known as a form',
    ],
    [
      'another year',
      'Title,Who,Minutes,Date\nA,everyone,30,2031-03-04\n',
      '2:15 date-outside: 2031-03-04 lies outside',
    ],
    [
      'dates in two readings',
      'Title,Who,Minutes,Date\nA,everyone,30,03/04/2027\n',
      '2:15 ambiguous-date: "03/04/2027" can be 2027-04-03 (day first) or 2027-03-04 (month first)',
    ],
    [
      'one code twice',
      'Code,Title,Who,Minutes\nx,A,everyone,30\nX,B,everyone,30\n',
      '3:1 duplicate-id: "X" stands twice',
    ],
    ['no titles', 'Who,Minutes\neveryone,30\n', 'csv-missing-column: catalogue.csv has no column "title"'],
  ])('%s is refused', async (_what, text, expected) => {
    expect((await read(text)).said.join('\n')).toContain(expected);
  });
});

it.each<[string, 'minutes' | 'hours' | 'duration', unknown]>([
  ['90', 'minutes', 90],
  ['1,5', 'hours', 90],
  ['1:30', 'duration', 90],
  ['45 min', 'duration', 45],
  ['900', 'minutes', { problem: expect.stringContaining('longer than any session'), fix: expect.anything() }],
])('%s of %s', (text, unit, expected) => expect(lengthOf(text, unit)).toEqual(expected));
