/** `plan.xlsx`: what planners keep in spreadsheets, from the same tables as everything else. */
import { mondayOf, weekKey } from '../../calendar/date.ts';
import { seatsWords } from '../../diagnostics/seats.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Context } from '../context.ts';
import { scoreWords } from '../coverage.ts';
import { departmentName } from '../names.ts';
import { countsWords } from '../pages/readme.ts';
import { certificatesTable, hasCertificates } from '../tables/certificates.ts';
import { deliveryTable } from '../tables/delivery.ts';
import { learnedTable } from '../tables/learned.ts';
import { matrixTable } from '../tables/matrix.ts';
import type { CellValue, LongTable } from '../types.ts';
import { PLANNED } from '../words.ts';
import { number, text } from './columns.ts';
import { facilitatorSheet, loadSheet, roomSheet } from './loads.ts';
import { changesSheet, gapsSheet } from './notes.ts';
import { sessionsSheet } from './sessions.ts';
import type { Book, BookColumn, BookSheet } from './types.ts';

export function bookOf(context: Context): Book {
  const weeks = weeksOf(context);
  const sheets = [
    calendarSheet(context, weeks),
    sessionsSheet(context),
    matrixSheet(context),
    ...(context.deliveries() ? [deliverySheet(context)] : []),
    ...(hasCertificates(context.model) ? [certificatesSheet(context)] : []),
    ...(context.model.actions.length > 0 ? [learnedSheet(context)] : []),
    loadSheet(context, weeks),
    facilitatorSheet(context, weeks),
    roomSheet(context, weeks),
    gapsSheet(context),
    changesSheet(context),
  ];
  return {
    title: context.plan.programme.name,
    made: context.plan.asOf,
    sheets: [startSheet(context, sheets), ...sheets],
  };
}

/** ISO weeks of the programme: `2027-W01`. */
function weeksOf({ model: { programme } }: Context): string[] {
  const weeks: string[] = [];
  for (let day = mondayOf(programme.starts); day <= programme.ends; day += 7) weeks.push(weekKey(day));
  return weeks;
}

const ABOUT: Readonly<Record<string, string>> = {
  Calendar: 'minutes a head, departments by weeks',
  Sessions: 'every session; status, remark and pinned are yours to fill in',
  Matrix: 'roles by modules: how many have a place, and between which dates',
  Delivery: 'what was planned, delivered and missed, of every part of the firm',
  Certificates: 'what is good for a while: who holds it, and what ends',
  Learned: 'what was learned from customers, what is done about it, and by whom',
  'People load': 'hours of people’s time by shift and week, and what the floor can spare',
  Facilitators: 'hours led by week, and what they offer',
  Rooms: 'hours in use by week, and how long they are open',
  Gaps: 'what is missing, and what closes it',
  Changes: 'what is other than in the plan before',
};

/** Which plan of which workspace this is: whoever reads the workbook back knows by it what was typed, and what is old. */
export function planKey({ made: { issue = 1, inputs } }: Plan): string {
  return `${issue}, of ${inputs.slice(-12)}`;
}

function startSheet(context: Context, sheets: readonly BookSheet[]): BookSheet {
  const { plan, gaps } = context;
  const { organisation, lowest } = gaps;
  const facts: CellValue[][] = [
    ['Programme', plan.programme.name],
    ['Score', `${scoreWords(context.say, organisation.score)} of 100 planned`],
    ['Seats', seatsWords(context.say, organisation.seats)],
    ...(lowest
      ? [
          [
            'Lowest',
            `${departmentName(context, lowest.department)}, ${scoreWords(context.say, lowest.score)}`,
          ],
        ]
      : []),
    ['In all', countsWords(context).replaceAll('`', '')],
    ['As of', plan.asOf],
    ['Plan', planKey(plan)],
    ['Time zone', plan.programme.timezone],
    ['Made by', plan.made.tool],
    ['Note', PLANNED],
    ['', ''],
  ];
  const links = new Map(sheets.map(({ name }, i) => [facts.length + i, name]));
  return {
    name: 'Start',
    columns: [text('what', 'What', 16), text('value', 'Value', 90)],
    rows: () => [...facts, ...sheets.map(({ name }) => [name, ABOUT[name] ?? ''])],
    fixed: 0,
    paper: 'a4',
    orientation: 'landscape',
    links,
    plain: true,
  };
}

function calendarSheet(context: Context, weeks: readonly string[]): BookSheet {
  const { plan, model, headsOfDepartment } = context;
  const minutes = new Map(
    plan.loads.departments.map((one) => [`${one.department} ${one.week}`, one.personMinutes]),
  );
  return {
    name: 'Calendar',
    columns: [
      text('department', 'Department', 28),
      number('people', 'People', 8),
      ...weeks.map((week) => number(week, week, 5, { heat: true })),
    ],
    rows: () =>
      Array.from(model.departments.values(), ({ id, name }) => {
        const heads = headsOfDepartment.get(id) ?? 0;
        return [
          name,
          heads,
          ...weeks.map((week) => {
            const sum = minutes.get(`${id} ${week}`);
            return sum === undefined ? null : Math.max(1, Math.round(sum / Math.max(1, heads)));
          }),
        ];
      }),
    fixed: 2,
    paper: 'a3',
    orientation: 'landscape',
  };
}

function deliverySheet(context: Context): BookSheet {
  const { columns, rows } = deliveryTable(context);
  return {
    name: 'Delivery',
    columns: columns.map(({ key, title, kind }): BookColumn => {
      const width = key === 'name' || key === 'note' ? 44 : key === 'id' ? 34 : 11;
      return { key, title, kind, width };
    }),
    rows,
    fixed: 3,
    paper: 'a4',
    orientation: 'landscape',
  };
}

function certificatesSheet(context: Context): BookSheet {
  const { columns, rows } = certificatesTable(context);
  return {
    name: 'Certificates',
    columns: columns.map(({ key, title, kind }): BookColumn => {
      return { key, title, kind, width: key === 'department' || key === 'module' ? 34 : 15 };
    }),
    rows,
    fixed: 2,
    paper: 'a4',
    orientation: 'landscape',
  };
}

function learnedSheet(context: Context): BookSheet {
  const { columns, rows } = learnedTable(context);
  const wide = new Set(['learning', 'action', 'story']);
  return {
    name: 'Learned',
    columns: columns.map(({ key, title, kind }): BookColumn => {
      return { key, title, kind, width: wide.has(key) ? 44 : kind === 'date' ? 12 : 20 };
    }),
    rows,
    fixed: 1,
    paper: 'a3',
    orientation: 'landscape',
  };
}

/** The training matrix, with what each module reaches in the row below. */
function matrixSheet(context: Context): BookSheet {
  const { columns, rows }: LongTable = matrixTable(context);
  return {
    name: 'Matrix',
    columns: columns.map(
      ({ key, title, kind }, i): BookColumn => ({
        key,
        title,
        kind: kind === 'number' ? 'number' : 'text',
        width: i < 2 ? 24 : i === 2 ? 8 : 14,
      }),
    ),
    *rows() {
      const asked = columns.map(() => 0);
      let count = 0;
      for (const row of rows()) {
        count++;
        row.forEach((cell, i) => {
          if (i > 2 && cell !== 'not asked' && cell !== '') asked[i]!++;
        });
        yield row;
      }
      yield ['Roles that meet it', '', null, ...asked.slice(3).map((some) => `${some} of ${count}`)];
    },
    fixed: 2,
    paper: 'a3',
    orientation: 'landscape',
  };
}
