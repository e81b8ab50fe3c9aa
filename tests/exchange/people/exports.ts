/**
 * Exports as HR systems write them, each by its own habits; all of invented people. What is expected is the whole
 * proposal in short: `role@site heads` by department.
 */
import { writeXlsx } from 'hucre/xlsx';
import { type Writing, written } from '../table/source.ts';

export interface Export {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  /** Lines such as `kitchen: cook@leeds 2, head-chef@leeds 1`. */
  readonly expected: readonly string[];
  /** gone, later, again */
  readonly others: readonly [number, number, number];
}

function text(lines: readonly string[], how: Writing, end = '\r\n'): () => Uint8Array {
  return () => written(lines.join(end) + end, how);
}

const book = (rows: unknown[][]) => () =>
  writeXlsx({
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: [{ name: 'Sheet1', rows: rows as never }],
  });
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

export const EXPORTS: readonly Export[] = [
  {
    name: 'Workday-like: workbook with title rows, Excel dates',
    bytes: book([
      ['Headcount Report - All Active Workers'],
      ['Run on 2026-11-02 by HR Reporting'],
      [],
      [
        'Employee ID',
        'Worker',
        'Business Title',
        'Job Profile',
        'Management Level',
        'Supervisory Organization',
        'Cost Center',
        'Location',
        'Hire Date',
        'Termination Date',
        'Manager Employee ID',
        'Active Status',
      ],
      [
        '100201',
        'Ada Quill',
        'Cook',
        'Cook II',
        '8 Individual Contributor',
        'Kitchen',
        'CC1',
        'Leeds',
        day('2019-05-02'),
        null,
        '100203',
        'Yes',
      ],
      [
        '100202',
        'Ben Rook',
        'Cook',
        'Cook I',
        '8 Individual Contributor',
        'Kitchen',
        'CC1',
        'Leeds',
        day('2026-04-01'),
        null,
        '100203',
        'Yes',
      ],
      [
        '100203',
        'Cleo Stark',
        'Head Chef',
        'Chef',
        '5 Manager',
        'Kitchen',
        'CC1',
        'Leeds',
        day('2011-01-17'),
        null,
        '100209',
        'Yes',
      ],
      [
        '100204',
        'Dan Tull',
        'Accountant',
        'Accountant',
        '7 Professional',
        'Finance & Tax',
        'CC2',
        'York',
        day('2020-02-29'),
        day('2026-12-31'),
        '100203',
        'No',
      ],
      [
        '100205',
        'Eve Umber',
        'Accountant',
        'Accountant',
        '7 Professional',
        'Finance & Tax',
        'CC2',
        'York',
        day('2027-03-01'),
        null,
        '100203',
        'Yes',
      ],
      [
        '100206',
        'Flo Vane',
        'Accountant',
        'Accountant',
        '7 Professional',
        'Finance & Tax',
        'CC2',
        'York',
        day('2015-03-01'),
        null,
        '100203',
        'Yes',
      ],
    ]),
    expected: ['finance-tax: accountant@york 1', 'kitchen: cook@leeds 2 +1, head-chef@leeds 1 manager'],
    others: [1, 1, 0],
  },
  {
    name: 'BambooHR-like: commas, quoted, month first',
    bytes: text(
      [
        '"Employee #","Last name, First name","Job Title","Department","Division","Location","Hire Date","Termination Date","Employment Status","Reporting to"',
        '"1","Quill, Ada","Cook","Kitchen","Ops","Leeds","05/02/2019","","Full-Time","Cleo Stark"',
        '"2","Rook, Ben","Cook","Kitchen","Ops","York","04/13/2025","","Part-Time","Cleo Stark"',
        '"3","Stark, Cleo","Head Chef","Kitchen","Ops","Leeds","01/17/2011","00/00/0000","Full-Time",""',
        '"4","Tull, Dan","Accountant","Finance","G&A","York","02/28/2020","12/31/2025","Terminated","Cleo Stark"',
      ],
      'utf-8',
    ),
    expected: ['kitchen: cook@leeds 1 york 1, head-chef@leeds 1'],
    others: [1, 0, 0],
  },
  {
    name: 'Personio-like: semicolons, German, dotted dates, BOM',
    bytes: text(
      [
        'Personalnummer;Vorname;Nachname;E-Mail;Position;Abteilung;Team;Standort;Beschäftigungsstatus;Einstellungsdatum;Vertragsende;Vorgesetzter',
        '7;Änne;Groß;ae@firma.example;Köchin;Küche;Früh;Köln;Aktiv;01.02.2020;;',
        '8;Bert;Maß;bm@firma.example;Koch;Küche;Spät;Köln;Aktiv;15.06.2026;;',
        '9;Carl;Wirth;cw@firma.example;Buchhalter;Büro;;Bonn;Inaktiv;01.02.2020;31.12.2025;',
        '10;Dora;Lang;dl@firma.example;Küchenleitung;Küche;;Köln;Aktiv;01.04.2012;unbefristet;',
      ],
      'utf-8 with BOM',
    ),
    expected: ['kuche: koch@koln 1 +1, kochin@koln 1, kuchenleitung@koln 1 manager'],
    others: [1, 0, 0],
  },
  {
    name: 'HiBob-like: commas, ISO dates, blank columns and a totals row',
    bytes: text(
      [
        'Display name,Employee ID,Email,Job title,Department,Site,Start date,Termination date,Reports to,',
        'Ada Quill,a1,ada@x.example,Cook,Kitchen,Leeds,2019-05-02,,cleo@x.example,',
        'Ben Rook,a2,ben@x.example,Cook,kitchen ,Leeds,2020-04-13,,cleo@x.example,',
        'Cleo Stark,a3,cleo@x.example,Head Chef,Kitchen,LEEDS,2011-01-17,,,',
        ',,,,,,,,,',
      ],
      'utf-8',
      '\n',
    ),
    expected: ['kitchen: cook@leeds 2, head-chef@leeds 1'],
    others: [0, 0, 0],
  },
  {
    name: 'SAP-like: UTF-16, tabs, German, no end as 31.12.9999, leading zeros',
    bytes: text(
      [
        'Pers.Nr\tName\tOrganisationseinheit Text\tPlanstelle Text\tPersonalteilbereich Text\tArbeitszeitplan\tEintritt\tAustritt',
        '00000017\tGroß, Änne\tKüche\tKöchin\tKöln\tFrühdienst 06:00-14:00\t01.02.2020\t31.12.9999',
        '00000018\tMaß, Bert\tKüche\tKoch\tKöln\tNachtdienst\t15.06.2024\t31.12.9999',
        '00000019\tWirth, Carl\tKüche\tKoch\tKöln\tNachtdienst\t01.02.2020\t31.12.2025',
      ],
      'utf-16le with BOM',
    ),
    expected: [
      'kuche [fruhdienst-06-00-14-00 06:00-14:00 50%, nachtdienst 22:00-06:00 50%]: koch@koln 1, kochin@koln 1',
    ],
    others: [1, 0, 0],
  },
  {
    name: 'Totara-like: jobs as rows, deleted ones, numbers of units',
    bytes: text(
      [
        'idnumber,timemodified,username,deleted,firstname,lastname,email,orgidnumber,posidnumber,manageridnumber,jobassignmentidnumber,jobassignmentstartdate,jobassignmentenddate',
        'e1,0,ada,0,Ada,Quill,a@x.example,KITCHEN,COOK,e3,j1,2019-05-02,',
        'e1,0,ada,0,Ada,Quill,a@x.example,FIN,CLERK,e3,j2,2021-05-02,',
        'e2,0,ben,1,Ben,Rook,b@x.example,KITCHEN,COOK,e3,j1,2020-04-13,',
        'e3,0,cleo,0,Cleo,Stark,c@x.example,KITCHEN,CHEF,,j1,2011-01-17,',
      ],
      'utf-8',
      '\n',
    ),
    expected: ['kitchen: chef 1 manager, cook 1'],
    others: [1, 0, 1],
  },
  {
    name: 'SCIM 2.0: ListResponse with the enterprise extension',
    bytes: () =>
      Buffer.from(
        JSON.stringify({
          schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
          totalResults: 3,
          Resources: [
            scim('1', 'Cook', 'Kitchen', true, '3'),
            scim('2', 'Cook', 'Kitchen', false, '3'),
            scim('3', 'Head Chef', 'Kitchen', true, undefined),
          ],
        }),
      ),
    expected: ['kitchen: cook@leeds 1, head-chef@leeds 1 manager'],
    others: [1, 0, 0],
  },
  {
    name: 'French, windows-1252, semicolons, day first by one date',
    bytes: text(
      [
        'Matricule;Nom;Intitulé du poste;Service;Établissement;Équipe;Date d’embauche;Date de sortie',
        '12;Durand Zoé;Cuisinière;Cuisine;Orléans;Matin;03/04/2019;',
        '13;Petit Luc;Cuisinière;Cuisine;Orléans;Soir;25/04/2019;',
      ].map((line) => line.replaceAll('’', "'")),
      'windows-1252',
    ),
    expected: ['cuisine [matin 06:00-14:00 50%, soir 14:00-22:00 50%]: cuisiniere@orleans 2'],
    others: [0, 0, 0],
  },
  {
    name: 'Spanish, bars, one title in two departments',
    bytes: text(
      [
        'Número de empleado|Puesto|Departamento|Centro de trabajo|Fecha de alta',
        '1|Responsable|Cocina|León|2019-05-02',
        '2|Responsable|Sala|León|2019-05-02',
        '3|Cocinero|Cocina|León|2019-05-02',
      ],
      'utf-8',
    ),
    expected: [
      'cocina: cocina-responsable@leon 1 manager, cocinero@leon 1',
      'sala: sala-responsable@leon 1 manager',
    ],
    others: [0, 0, 0],
  },
  {
    name: 'Dutch, sep= line, serial numbers of Excel as dates',
    bytes: text(
      [
        'sep=;',
        'Personeelsnummer;Functie;Afdeling;Vestiging;Datum in dienst',
        '1;Kok;Keuken;Gent;43862',
        '2;Kok;Keuken;Gent;46400',
      ],
      'utf-8',
    ),
    expected: ['keuken: kok@gent 1'],
    others: [0, 1, 0],
  },
];

function scim(
  id: string,
  title: string,
  department: string,
  active: boolean,
  manager: string | undefined,
): unknown {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: `u-${id}`,
    userName: `user${id}@x.example`,
    name: { familyName: 'Quill', givenName: 'Ada' },
    title,
    active,
    addresses: [{ type: 'work', locality: 'Leeds' }],
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
      employeeNumber: id,
      department,
      ...(manager !== undefined && { manager: { value: manager, displayName: 'Cleo' } }),
    },
  };
}
