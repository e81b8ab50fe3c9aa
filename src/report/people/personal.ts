/**
 * What is told by name, and to nobody but those whom it concerns: each person's calendar and page, sheets to sign, a table
 * to merge into mails; and the page and the sheets of the plan, with names. It is kept apart from the plan's folder.
 */
import type { Gaps } from '../../model/made/gaps.ts';
import type { Plan } from '../../model/made/plan.ts';
import { lazy } from '../../model/made/remembered.ts';
import type { Model } from '../../model/model.ts';
import { agendas, PEOPLE } from '../agendas.ts';
import { makeContext } from '../context.ts';
import { productOf } from '../report.ts';
import type { Agenda, Page, Reports } from '../types.ts';
import { dateWords } from '../words.ts';
import { deliveredTo } from './counts.ts';
import { personPage } from './path.ts';
import { seatingOf } from './seating.ts';
import { signInSheets } from './sign-in.ts';
import { mailMergeTable, personTable } from './tables.ts';

/** Reports with names; `plan` gives each person a calendar. */
export function personalReports(model: Model, plan: Plan, gaps: Gaps): Reports {
  const context = makeContext(model, plan, gaps);
  const seating = lazy(() => seatingOf(context));
  const all = agendas(context);
  const own = new Map<string, Agenda>();
  for (const [path, agenda] of all.agendas) {
    const id = PEOPLE.exec(path)?.[1];
    if (id !== undefined && path.startsWith('calendars/')) own.set(`calendars/${id}`, agenda);
  }
  const pages = (model.people ?? []).map((person): [string, () => Page] => [
    `people/${person.id}`,
    () => personPage(context, seating(), person),
  ]);
  return {
    product: productOf(plan),
    pages: new Map([
      ['README', () => readme(plan.programme.name, dateWords(context.say, plan.asOf))],
      ...pages,
    ]),
    tables: new Map([
      ['mailmerge', { ...mailMergeTable(context, seating()) }],
      ['delivery', personTable(context, seating())],
    ]),
    agendas: own,
    events: all.events,
    documents: new Map(),
    look: async () => {
      const { lookOf } = await import('../look/look.ts');
      const told = model.attendance.length > 0 ? deliveredTo(seating(), plan.asOf) : [];
      return lookOf(context, { people: told });
    },
    book: () => Promise.reject(new Error('there is no workbook with names')),
    sheets: async () => {
      const { printSheets } = await import('../sheets/sheets.ts');
      return printSheets(context, true);
    },
    signIns: () => signInSheets(context, seating()),
  };
}

function readme(name: string, asOf: string): Page {
  return {
    title: `${name}: by name`,
    blocks: [
      {
        kind: 'paragraph',
        text: 'Everything here names people. Nobody but its owner may read the files, and git is told to leave the folder alone: give each person theirs, and nobody the folder.',
      },
      {
        kind: 'links',
        items: [
          {
            text: 'people',
            href: 'people/',
            note: 'each person’s year: what they meet, when and where, and what came of it',
          },
          { text: 'calendars', href: 'calendars/', note: 'the same to import' },
          {
            text: 'sign-in',
            href: 'sign-in/index.html',
            note: 'a sheet to print and sign for each session that is to come',
          },
          {
            text: 'mailmerge.csv',
            href: 'mailmerge.csv',
            note: 'address, name, session, when, where and calendar, to merge into mails',
          },
          {
            text: 'delivery.csv',
            href: 'delivery.csv',
            note: 'planned, delivered and missed, person by person',
          },
          { text: 'index.html', href: 'index.html', note: 'the page of the plan, with names' },
          {
            text: 'sheets',
            href: 'sheets/index.html',
            note: 'the sheets of departments, sites, rooms and those who lead, with names',
          },
        ],
      },
      {
        kind: 'paragraph',
        text: `As of ${asOf}. Whoever is taken out of the roster is gone from here with the next run.`,
      },
    ],
  };
}
