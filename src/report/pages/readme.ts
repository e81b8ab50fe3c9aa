/** The first page of the plan folder: what to open, how good the plan is, what is wrong with it, how to import it. */
import { costOf } from '../../costs/costs.ts';
import { costLine } from '../../costs/words.ts';
import { smallWords } from '../../coverage/measure/session-sizes.ts';
import { worst } from '../../coverage/measure/worst.ts';
import { seatsWords } from '../../diagnostics/seats.ts';
import { byName, type Context } from '../context.ts';
import { departmentName } from '../names.ts';
import { boundWords } from '../shortages.ts';
import { hasCertificates } from '../tables/certificates.ts';
import type { Block, Page } from '../types.ts';
import { counted, dateWords, decimal, PLANNED, peopleWords, someWords } from '../words.ts';
import { headline } from './gaps.ts';
import { hasHolidays } from './holidays.ts';
import { gapWords } from './missing.ts';

/** Most gaps that the first page tells. */
const MOST = 5;

export function readmePage(context: Context): Page {
  const { plan } = context;
  return {
    title: plan.programme.name,
    blocks: [
      ...(plan.programme.mantra === null ? [] : [{ kind: 'quote', text: plan.programme.mantra } as const]),
      { kind: 'paragraph', text: countsWords(context) },
      { kind: 'paragraph', text: headline(context) },
      ...costBlocks(context),
      { kind: 'paragraph', text: PLANNED },
      { kind: 'heading', level: 2, text: 'What to open' },
      { kind: 'links', items: links(context) },
      ...worstBlocks(context),
      ...unplacedBlocks(context),
      ...importingBlocks(),
      { kind: 'paragraph', text: `Made by ${plan.made.tool} as of ${dateWords(context.say, plan.asOf)}.` },
    ],
  };
}

/** `1,090 people in 15 departments · 4,812 sessions, 10,312 hours of people’s time · Mon 4 Jan – Fri 17 Dec 2027` */
export function countsWords(context: Context): string {
  const { model, plan, headsOfDepartment } = context;
  const small = smallWords(model, plan);
  const held = plan.sessions.filter(({ status }) => status === 'confirmed');
  const minutes = held.reduce((sum, session) => sum + session.minutes * session.heads, 0);
  const people = [...headsOfDepartment.values()].reduce((sum, heads) => sum + heads, 0);
  return [
    `${peopleWords(context.say, people)} in ${counted(context.say, headsOfDepartment.size, 'department')}`,
    `${counted(context.say, held.length, 'session')}, ${decimal(context.say, Math.round(minutes / 60))} hours of people’s time`,
    ...(small === '' ? [] : [small]),
    `${dateWords(context.say, plan.programme.starts)} – ${dateWords(context.say, plan.programme.ends)}`,
  ].join(' · ');
}

/** The executive line, where anybody says what things cost. */
function costBlocks({ model, plan, say }: Context): Block[] {
  const cost = costOf(model, plan);
  return cost ? [{ kind: 'paragraph', lead: 'Costs:', text: costLine(say, cost) }] : [];
}

function links(context: Context) {
  const departments = byName(context, context.model.departments.values()).map(({ id, name }) => ({
    text: name,
    href: `departments/${id}.md`,
    note: departmentNote(context, id),
  }));
  return [
    ...departments,
    {
      text: 'Gap report',
      href: 'gaps.md',
      note: 'who is covered, who is forgotten, what would close each gap',
    },
    {
      text: 'Experience map',
      href: 'experience-map.md',
      note: 'what a person in each role meets, from the interview to the third year',
    },
    {
      text: 'Sites',
      href: 'sites/',
      note: 'what is held where, date by date, for those who run the shifts',
    },
    ...(hasHolidays(context)
      ? [
          {
            text: 'Holidays',
            href: 'holidays.md',
            note: 'when each site rests, and from where that is known',
          },
        ]
      : []),
    ...(context.model.costs
      ? [{ text: 'Costs', href: 'costs.md', note: 'what the year costs, by department and module' }]
      : []),
    ...(context.model.attendance.length > 0
      ? [{ text: 'Delivery', href: 'delivery.md', note: 'what was planned, delivered and missed' }]
      : []),
    ...(hasCertificates(context.model)
      ? [
          {
            text: 'Certificates',
            href: 'certificates.md',
            note: 'what is good for a while: who holds it, and what ends',
          },
        ]
      : []),
    ...(context.model.actions.length > 0
      ? [
          {
            text: 'Learned',
            href: 'learned.md',
            note: 'what was learned from customers, and what came of it',
          },
        ]
      : []),
    { text: 'Facilitators', href: 'facilitators/', note: 'who leads what, date by date' },
    { text: 'sessions.csv', href: 'sessions.csv', note: 'every session, for a spreadsheet' },
    { text: 'matrix.csv', href: 'matrix.csv', note: 'roles down, modules across' },
    { text: 'calendars', href: 'calendars/', note: 'for departments, sites, facilitators, rooms; see below' },
    {
      text: 'feeds',
      href: 'feeds/',
      note: 'the same to be followed, each at one address for good (cxplan serve, or any web server)',
    },
    { text: 'plan.json', href: 'plan.json', note: 'the plan itself, to commit and compare' },
  ];
}

/** `620 people, coverage 72.8, all 5,210 seats placed` */
function departmentNote({ headsOfDepartment, scoreOf, say }: Context, id: string): string {
  const scored = scoreOf.get(id);
  const people = peopleWords(say, headsOfDepartment.get(id) ?? 0);
  if (!scored || scored.score === null) return people;
  return `${people}, coverage ${decimal(say, scored.score)}, ${seatsWords(say, scored.seats)}`;
}

const WELL_DONE =
  'Nobody is forgotten: there is no gap that ought to be closed, and everyone has a place in everything that is asked of them.';

function worstBlocks({ gaps, plan, say }: Context): Block[] {
  const some = worst(gaps.findings, MOST, say);
  if (some.length === 0) {
    if (plan.unscheduled.length > 0) return [];
    return [{ kind: 'paragraph', text: WELL_DONE }];
  }
  return [
    { kind: 'heading', level: 2, text: 'The worst gaps' },
    { kind: 'list', items: some.map(gapWords) },
  ];
}

function unplacedBlocks(context: Context): Block[] {
  const { unscheduled } = context.plan;
  if (unscheduled.length === 0) return [];
  const seats = unscheduled.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const departments = new Set(unscheduled.map(({ group }) => context.groups.get(group)?.department ?? ''));
  const names = [...departments].filter((id) => id !== '').map((id) => departmentName(context, id));
  return [
    {
      kind: 'paragraph',
      lead: 'Found no place:',
      text: `${counted(context.say, seats, 'seat')} that the programme asks for, in ${someWords(names.sort(), 5)}; each department’s page says why, and what would do${boundWords(context.say, context.plan)}.`,
    },
  ];
}

/** What was seen to happen, client by client, and nothing else. */
function importingBlocks(): Block[] {
  const items = [
    'Outlook on the desktop: importing a file a second time makes doubles. Open it as a calendar of its own and throw that away before the next one, or follow a hosted address, some hours behind.',
    'Google Calendar: make a calendar for this plan, then Settings, Import. Importing again into it updates what moved and ignores what was cancelled: delete that by hand. Of a file, or a hosted address, with more than 1,000 entries or 1 MB it drops the rest without a word: that is why large calendars come in parts.',
    'Thunderbird: importing again takes new sessions only; what moved or was cancelled stays as it was. A calendar “On the network” with the address of the file follows it exactly.',
    'Nextcloud: importing again skips what it knows, neither moves nor cancellations arrive; a subscription follows.',
    'Evolution, khal, and the servers Radicale and xandikos: importing again updates what moved, and shows what was cancelled as cancelled.',
    'calcurse doubles everything. Apple Calendar was not tried.',
    'calendars/changes.ics, when it is there, holds only what is new, moved or cancelled since the plan before; changes/departments/ has the same for each department.',
  ];
  return [
    { kind: 'heading', level: 2, text: 'Importing the calendars' },
    { kind: 'list', items },
  ];
}
