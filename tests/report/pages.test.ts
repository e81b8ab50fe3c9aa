import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan, PlanSession, PlanUnscheduled } from '../../src/model/made/plan.ts';
import { makeContext } from '../../src/report/context.ts';
import { pluralRole } from '../../src/report/names.ts';
import { monthBlocks } from '../../src/report/pages/months.ts';
import { purposeBlocks } from '../../src/report/pages/purpose.ts';
import { monthRows } from '../../src/report/pages/rows.ts';
import { alikeUnplaced, unplacedWords } from '../../src/report/reasons.ts';
import { report } from '../../src/report/report.ts';
import type { Block } from '../../src/report/types.ts';
import { seatsOf, whoWords } from '../../src/report/who.ts';
import { replanned, type Sample, sample } from './sample.ts';

let year: Sample;
const context = () => makeContext(year.model, year.plan, year.gaps);

beforeAll(async () => {
  year = await sample();
});

/** The rows of a department's month, as texts. */
function rowsOf(department: string, month: string, plan: Plan = year.plan) {
  const sessions = plan.sessions.filter(
    (s) => s.departments.includes(department) && s.start.startsWith(month),
  );
  return monthRows(makeContext(year.model, plan, year.gaps), department, sessions);
}

describe('who', () => {
  const who = (...groups: [string, number, number][]) =>
    whoWords(
      context(),
      seatsOf(
        context(),
        groups.map(([group, first, last]) => ({ group, first, last })),
      ),
    );

  it('names a group only as far as the role needs it', () => {
    expect(who(['credit-controller.leeds.day.1', 1, 9])).toBe('Credit controllers (9)');
    expect(who(['shop-assistant.york.late.1', 1, 5])).toBe('Shop assistants, York, late shift (5)');
  });

  it('counts a part of a group, and a member that comes twice once', () => {
    expect(who(['credit-controller.leeds.day.1', 1, 4])).toBe('Credit controllers (4 of 9)');
    expect(who(['credit-controller.leeds.day.1', 1, 4], ['credit-controller.leeds.day.1', 3, 5])).toBe(
      'Credit controllers (5 of 9)',
    );
  });

  it('sums up groups of a role, a whole role, and everyone', () => {
    const leeds: [string, number, number][] = [
      ['shop-assistant.leeds.early.1', 1, 8],
      ['shop-assistant.leeds.late.1', 1, 8],
    ];
    expect(who(...leeds)).toBe('Shop assistants, Leeds (16)');
    const all = year.plan.groups.filter(({ joiners }) => joiners === false);
    expect(who(...all.map(({ id, heads }): [string, number, number] => [id, 1, heads]))).toBe(
      'everyone (44)',
    );
  });
});

describe('a month of a department', () => {
  it('tells a huddle of both shops in one row, with all its days', () => {
    const huddles = rowsOf('shops', '2027-03').filter((row) => row[1] === 'Theme huddle');
    expect(huddles.map((row) => row.slice(0, 5))).toEqual([
      [
        'Tuesdays 9 and 23 Mar, 12:30–12:40',
        'Theme huddle',
        'all Shop assistants (26)',
        'team meetings, Leeds and York',
        'their own manager',
      ],
    ]);
  });

  it('tells eight one-to-ones in one row and a few workshops each with its date', () => {
    const calls = rowsOf('care', '2027-03').filter((row) => String(row[1]).startsWith('Coaching'));
    expect(calls.map((row) => row.slice(0, 3))).toEqual([
      [
        '8 sessions, Mon 15 – Thu 18 Mar, 20 min each',
        'Coaching on own calls',
        'Care agents (8), one at a time',
      ],
    ]);
    const workshops = rowsOf('finance', '2027-03').filter((row) => String(row[1]).startsWith('Invoices'));
    expect(workshops.map((row) => row[0])).toEqual(['Tue 2 Mar, 09:30–11:00; Tue 30 Mar, 14:00–15:30']);
  });

  it('tells of several how many moved, and why', () => {
    const isCall = ({ format, start }: PlanSession) => format === 'coaching' && start.startsWith('2027-03');
    const why = (moved: readonly string[]) => {
      let next = 0;
      const sessions = year.plan.sessions.map((session) =>
        isCall(session)
          ? { ...session, why: [...session.why, ...(moved[next++] ?? '').split('|').filter(Boolean)] }
          : session,
      );
      const row = rowsOf('care', '2027-03', { ...year.plan, sessions }).find(([, what]) =>
        String(what).startsWith('Coaching'),
      )!;
      return String(row[5]);
    };
    expect(why(['Led by Bo instead of Ann.'])).toContain('1 of 8: Led by Bo instead of Ann.');
    expect(why(Array(8).fill('Led by Bo instead of Ann.'))).toMatch(/(?<!8: )Led by Bo/);
    expect(why(['Moved from 1.', 'Moved from 2.', 'Moved from 3.|Led by Bo.'])).toContain(
      '3 of 8 are not as they were planned before.',
    );
  });

  it('tells two pairs who shadow the same morning in one row, with host and site', () => {
    const rows = rowsOf('finance', '2027-04').filter((row) => String(row[1]).startsWith('A morning'));
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      [
        'Tue 20 Apr, 09:30–11:30',
        'A morning in the shop',
        'Credit controllers (4 of 9)',
        'with Shops',
        'a host in Shops',
      ],
    ]);
  });

  it('says every attendance exactly once: people of the rows add up to the seats of the sessions', () => {
    const sessions = year.plan.sessions.filter((s) => s.departments.includes('finance'));
    const seats = sessions
      .flatMap(({ attendees }) => attendees)
      .filter(({ group }) => !group.startsWith('care') && !group.startsWith('shop'))
      .reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const rows = ['01', '02', '03', '04'].flatMap((month) => rowsOf('finance', `2027-${month}`));
    const told = rows
      .flatMap((row) => [...String(row[2]).matchAll(/\((\d+)/g)])
      .reduce((sum, match) => sum + Number(match[1]), 0);
    expect(told).toBe(seats);
  });

  it('shows online sessions on the clocks of the people, both of them where they differ', () => {
    const talk = year.plan.sessions.find(({ id }) => id.startsWith('theme-talk.2027-03'))!;
    const austin = new Map(year.model.sites).set('porto', {
      ...year.model.sites.get('porto')!,
      zone: 'America/Chicago',
    });
    const far = makeContext({ ...year.model, sites: austin }, year.plan, year.gaps);
    expect(monthRows(far, 'care', [talk])[0]?.[0]).toBe('Thu 11 Mar, 06:00–06:30');
    const both = {
      ...talk,
      attendees: talk.attendees.map((one) => ({ ...one, group: one.group.replace('finance', 'finance') })),
    };
    const groups = year.plan.groups.map((group) =>
      group.id.startsWith('care') ? { ...group, department: 'finance' } : group,
    );
    const mixed = makeContext({ ...year.model, sites: austin }, { ...year.plan, groups }, year.gaps);
    expect(monthRows(mixed, 'finance', [both])[0]?.[0]).toBe(
      'Thu 11 Mar, 12:00–12:30 in Leeds and 06:00–06:30 in Porto',
    );
  });

  it('lets a session that lasts to midnight end at 24:00 of its own day', () => {
    const [one] = year.plan.sessions.filter(({ id }) => id.startsWith('kind-invoices'));
    const when = (start: string, end: string) =>
      monthRows(context(), 'finance', [{ ...one!, start, end }])[0]?.[0];
    expect(when('2027-03-02T22:30', '2027-03-03T00:00')).toBe('Tue 2 Mar, 22:30–24:00');
    expect(when('2027-03-02T22:30', '2027-03-03T00:30')).toBe('Tue 2 Mar, 22:30–Wed 3 Mar, 00:30');
  });

  it('says why a session moved, and that one was cancelled', async () => {
    const { model, plan, gaps } = await replanned();
    const page = report(model, plan, gaps).pages.get('departments/finance')!();
    expect(textOf(page.blocks)).toContain('Moved by a day because The Lamp Room is painted.');
    expect(textOf(page.blocks)).toContain('Cancelled: Theme talk, Thu 11 Feb, 12:00–12:30.');
  });
});

describe('a cancelled session whose module, people, room and facilitator are gone', () => {
  it('is still told and still in the calendars', async () => {
    const { model, plan, gaps } = await replanned();
    const gone = plan.sessions.map((one) =>
      one.status === 'cancelled'
        ? {
            ...one,
            module: 'old-talk',
            room: 'old-room',
            facilitator: 'old-hand',
            attendees: [{ group: 'old-role.leeds.day.1', first: 1, last: 3 }],
          }
        : one,
    );
    const { pages, agendas, events } = report(model, { ...plan, sessions: gone }, gaps);
    expect(textOf(pages.get('departments/finance')!().blocks)).toContain(
      'Cancelled: Old talk, Thu 11 Feb, 12:00–12:30.',
    );
    const event = [...agendas.get('calendars/changes')!.events]
      .map(events.at)
      .find(({ status }) => status === 'cancelled');
    expect(event).toMatchObject({ title: 'Cancelled: Old talk – old-role, Leeds (18)', busy: false });
    expect(event?.description).toContain('Led by: Old hand');
  });
});

describe('what found no place', () => {
  const [item] = [0].map(() => () => year.plan.unscheduled[0]!);
  const because = (constraint: string, detail?: string): PlanUnscheduled => ({
    ...item!(),
    relaxations: [],
    reasons: [{ constraint, excluded: 9, of: 9, ...(detail === undefined ? {} : { detail }) }],
  });

  it('is a sentence with names, window and remedy, after the constraint that excluded most', () => {
    expect(unplacedWords(context(), [item!()])).toBe(
      'Plain-language refunds for Credit controllers (5 of 9 people) – Amira’s hours are used up from 1 to 31 March; 4 more hours of Amira would do, then Tue 16 Mar 10:00.',
    );
  });

  it.each([
    ['in-window', undefined, 'there is no day from 1 to 31 March on which it may be held.'],
    ['in-shift', undefined, 'their shift has no 1 h for it from 1 to 31 March.'],
    ['not-closed', 'Leeds', 'Leeds is closed or busy from 1 to 31 March.'],
    [
      'person-once',
      undefined,
      'they are in other sessions at every time it could be held from 1 to 31 March.',
    ],
    ['facilitator-once', 'Amira', 'Amira is busy elsewhere from 1 to 31 March.'],
    ['facilitator-able', undefined, 'nobody who can lead it comes to Leeds.'],
    ['facilitator-hours', undefined, 'the hours of those who can lead it are used up from 1 to 31 March.'],
    ['room-once', 'The Lamp Room', 'The Lamp Room is taken from 1 to 31 March.'],
    ['room-fits', undefined, 'no room at Leeds is large enough and has what it needs.'],
    ['leader-once', undefined, 'the managers on their shift lead other sessions from 1 to 31 March.'],
    ['floor', undefined, 'too few of their shift would stay at work from 1 to 31 March.'],
    ['prerequisite', 'What a lamp means', 'What a lamp means has no place early enough.'],
    ['host-places', 'Customer care', 'Customer care has no place left for guests from 1 to 31 March.'],
    ['meeting-slot', 'Finance', 'no meeting of Finance on their shift has time for it from 1 to 31 March.'],
    ['load', undefined, 'their weeks are full (2 h a person and week) from 1 to 31 March.'],
    [
      'frozen',
      undefined,
      'frozen: within 14 days of Sat 21 Nov; cxplan generate --fresh plans anew, or a later --as-of.',
    ],
  ])('%s has a sentence', (constraint, detail, expected) => {
    expect(unplacedWords(context(), [because(constraint, detail)]).split(' – ')[1]).toBe(expected);
  });

  it.each([
    [
      'off-duty',
      'Amira (tue 10:00-12:00)',
      'Amira (tue 10:00-12:00) is not at work when they are, from 1 to 31 March.',
    ],
    ['away', 'Amira', 'Amira is away from 1 to 31 March.'],
    ['used-up', 'Amira', 'Amira’s hours are used up from 1 to 31 March.'],
  ] as const)('tells %s from other reasons of who leads', (cause, detail, expected) => {
    const item = because('facilitator-hours', detail);
    const told = unplacedWords(context(), [{ ...item, reasons: [{ ...item.reasons[0]!, cause }] }]);
    expect(told.split(' – ')[1]).toBe(expected);
  });

  it('is told once for groups that fail alike', () => {
    const one = because('floor');
    const other = { ...one, group: 'head-of-finance.leeds.day.1', first: 1, last: 1 };
    const different = because('load');
    const told = alikeUnplaced([one, other, different]);
    expect(told.map((some) => some.length)).toEqual([2, 1]);
    expect(unplacedWords(context(), told[0]!)).toContain(
      'for Credit controllers (5 of 9 people); Head of finance (1 person) –',
    );
  });
});

describe('what found no place again and again', () => {
  it('is told once, with the whole stretch and how many times', () => {
    const item = year.plan.unscheduled[0]!;
    const later = { ...item, occurrence: 'q2', window: { from: '2027-04-01', by: '2027-04-30' } };
    const told = alikeUnplaced([item, later]);
    expect(told).toHaveLength(1);
    expect(unplacedWords(context(), told[0]!)).toContain(
      'Credit controllers (5 of 9 people) – Amira’s hours are used up from 1 March to 30 April (2 times);',
    );
  });
});

describe('a department’s months', () => {
  const tables = (blocks: ReturnType<typeof monthBlocks>) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

  it('have a column of notes only where something is other than planned', () => {
    const keys = (plan: Plan) =>
      tables(monthBlocks(makeContext(year.model, plan, year.gaps), 'finance')).map(({ columns, rows }) => {
        for (const row of rows) expect(row).toHaveLength(columns.length);
        return columns.map(({ key }) => key).join(' ');
      });
    expect(new Set(keys(year.plan))).toEqual(new Set(['when what who where leader']));
    const sessions = year.plan.sessions.map((one, at) =>
      at === year.plan.sessions.findIndex(({ departments }) => departments.includes('finance'))
        ? { ...one, why: [...one.why, 'Moved by a day.'] }
        : one,
    );
    expect(new Set(keys({ ...year.plan, sessions }))).toEqual(new Set(['when what who where leader note']));
  });

  it('say once for each module what it is for, and leave out what nobody has said', () => {
    const purpose = (model = year.model) =>
      tables(purposeBlocks(makeContext(model, year.plan, year.gaps), 'finance'));
    const [said] = purpose();
    expect(said!.columns.map(({ key }) => key)).toEqual(['what', 'voice', 'why']);
    expect(said!.rows).toContainEqual([
      'Plain-language refunds',
      'First-invoice call (recording)',
      'A refund letter says when the money arrives.',
    ]);
    expect(new Set(said!.rows.map(([what]) => what)).size).toBe(said!.rows.length);
    const modules = [...year.model.modules].map(
      ([id, module]) =>
        [id, { ...module, outcome: undefined, strategy: undefined, themes: 'month' }] as const,
    );
    const silent = { ...year.model, modules: new Map(modules) };
    expect(purpose(silent)[0]!.columns.map(({ key }) => key)).toEqual(['what', 'voice']);
  });

  it('tell after the last what finds no place in three of them for one reason', () => {
    const item = year.plan.unscheduled[0]!;
    const inMonth = (month: string): PlanUnscheduled => ({
      ...item,
      occurrence: month,
      window: { from: `${month}-01`, by: `${month}-28` },
    });
    const blocksOf = (...months: string[]) =>
      monthBlocks(
        makeContext(year.model, { ...year.plan, unscheduled: months.map(inMonth) }, year.gaps),
        'finance',
      ).flatMap((block) =>
        block.kind === 'paragraph' && block.lead === 'Found no place:' ? [block.text] : [],
      );
    expect(blocksOf('2027-01', '2027-02')).toHaveLength(2);
    const [told, ...more] = blocksOf('2027-01', '2027-02', '2027-03');
    expect(more).toEqual([]);
    expect(told).toContain('from 1 January to 28 March (3 times)');
  });
});

describe('plural of a role', () => {
  it.each([
    ['Credit controller', 'Credit controllers'],
    ['Designer or researcher', 'Designers or researchers'],
    ['Support specialist, first line', 'Support specialists, first line'],
    ['Head of finance', 'Head of finance'],
    ['Nurse', 'Nurses'],
    ['Room attendant', 'Room attendants'],
    ['Restaurant', 'Restaurant'],
    ['Shop floor', 'Shop floor'],
    ['Agent (nights)', 'Agents (nights)'],
    ['店员', '店员'],
    ['', ''],
  ])('%s → %s', (name, plural) => {
    expect(pluralRole(name)).toBe(plural);
  });
});

describe('the gap report', () => {
  it('shows what was delivered beside what is planned, but not of a handful of people', () => {
    const dimensions = { T: 0.4, S: 0.5, M: null, R: 0.3 };
    const delivered = { score: 41.5, dimensions, cells: [], suppressed: 0 };
    const departments = year.gaps.departments.map((one) => ({
      ...one,
      delivered,
      people: one.id === 'care' ? 4 : one.people,
    }));
    const page = report(year.model, year.plan, { ...year.gaps, departments }).pages.get('gaps')!();
    const table = page.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0]!;
    expect(table.columns.slice(-2).map(({ title }) => title)).toEqual(['planned', 'delivered']);
    expect(table.rows.map((row) => [row[0], ...row.slice(-2)])).toEqual([
      ['Shops', '63.2', '41.5'],
      ['Finance', '72.8', '41.5'],
      ['Customer care', '–', null],
    ]);
  });
});

describe('the matrix', () => {
  it('says for each role and module how many have every place, and when', () => {
    const { columns, rows } = report(year.model, year.plan, year.gaps).tables.get('matrix')!;
    const cell = (role: string, module: string) =>
      [...rows()].find((row) => row[1] === role)![columns.findIndex(({ title }) => title === module)];
    expect(cell('Credit controller', 'Invoices people understand')).toBe(
      'planned 9/9, 2027-03-02 to 2027-03-30',
    );
    expect(cell('Credit controller', 'Plain-language refunds')).toBe('partly, 4/9 in full, 2027-03-09');
    expect(cell('Head of finance', 'Coaching on own calls')).toBe('not asked');
    expect(cell('Shop assistant', 'Light that feels like home, in an interview')).toBe('script');
    const none = { ...year.plan, sessions: [] };
    const empty = report(year.model, none, year.gaps).tables.get('matrix')!;
    expect([...empty.rows()].find((row) => row[1] === 'Credit controller')).toContain('none 0/5');
  });
});

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'table') return block.table.rows.flat().join(' | ');
      if (block.kind === 'paragraph') return `${block.lead ?? ''} ${block.text}`.trim();
      return '';
    })
    .join('\n');
}
