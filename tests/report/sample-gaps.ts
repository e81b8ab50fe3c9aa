/** The sample's gaps, written by hand: every kind of thing that a gap report can say, and numbers to look for. */
import type { Cell, Dimension, Finding, Gaps, ScoredPart } from '../../src/model/made/gaps.ts';

function cell(dimension: Dimension, id: string, reached: number, need: number, voice = true): Cell {
  const reach = reached / need;
  const credit = (dimension === 'R' ? reach : Math.min(1, reach / 0.9)) * (voice ? 1 : 0.5);
  return { dimension, id, need, reached, reach, voice, credit };
}

function scored(
  id: string,
  name: string,
  people: number,
  hours: number,
  score: number | null,
  [T, S, M, R]: readonly (number | null)[],
  cells: readonly Cell[] = [],
): ScoredPart {
  const dimensions = { T: T ?? null, S: S ?? null, M: M ?? null, R: R ?? null };
  const seats = { asked: people * 10, placed: people * 10 - 5, peopleWithout: 3 };
  return { id, name, people, score, seats, dimensions, cells, minutesPerPerson: hours * 60 };
}

function finding(one: Omit<Finding, 'key' | 'pointer'>): Finding {
  return { ...one, key: `${one.rule} ${JSON.stringify(one.subject)}`, pointer: ['modules'] };
}

const FINANCE = scored(
  'finance',
  'Finance',
  10,
  3.4,
  72.8,
  [0.694, 0.75, null, 0.75],
  [
    cell('T', 'mission', 0, 10),
    cell('T', 'empathy', 10, 10),
    cell('S', 'buy', 10, 10, false),
    cell('R', 'rhythm', 127, 170),
  ],
);

const SHOPS = scored(
  'shops',
  'Shops',
  26,
  1.8,
  63.2,
  [0.75, 0, 1, 0.88],
  [cell('T', 'mission', 26, 26), cell('S', 'choose', 0, 26), cell('M', 'week-1', 2, 2)],
);

const WHY_TOUCHPOINT =
  'Whoever owns a moment of the customer’s journey shapes it, trained or not: A2 asks that each team learns for the moments it owns';

/** Findings of three severities, one that implies another, one that is waived, one rule that is off. */
export const GAPS: Gaps = {
  schema: 'https://cxplan.dev/schemas/gaps-1.json',
  version: 1,
  asOf: '2026-11-21',
  organisation: scored('', 'Marlow Lamps', 44, 2.3, 71.2, [0.8, 0.4, 1, 0.84], [cell('S', 'choose', 13, 26)]),
  lowest: { department: 'shops', score: 63.2 },
  departments: [scored('care', 'Customer care', 8, 2.3, null, [null, null, null, null]), FINANCE, SHOPS],
  roles: [
    scored('care-agent', 'Care agent', 8, 2.3, 98.9, [1, 1, null, 0.94]),
    scored('shop-assistant', 'Shop assistant', 26, 1.8, 63.2, [0.75, 0, 1, 0.88]),
  ],
  sites: [scored('leeds', 'Leeds', 26, 2.5, 68.1, [0.75, 0.24, 1, 0.81])],
  findings: [
    finding({
      rule: 'unscheduled',
      severity: 'error',
      subject: { department: 'finance', module: 'plain-refunds' },
      message: '5 credit controllers find no place in "Plain-language refunds"',
      why: 'What nobody can attend is not training. A1 names missing time among the five obstacles.',
      fix: 'give Amira 4 more hours a week in March',
    }),
    finding({
      rule: 'touchpoint-gap',
      severity: 'warn',
      subject: { department: 'shops', touchpoint: 'shelf' },
      message: 'Shop assistants own "The shelf" and have no module on it',
      why: WHY_TOUCHPOINT,
      fix: 'add `touchpoints: [shelf]` to a module that they attend',
      implied: [
        finding({
          rule: 'stage-gap',
          severity: 'warn',
          subject: { department: 'shops', stage: 'choose' },
          message: 'Nothing is taught about the stage "Choose"',
          why: '',
          fix: '',
        }),
      ],
    }),
    finding({
      rule: 'touchpoint-gap',
      severity: 'warn',
      subject: { department: 'shops', touchpoint: 'till' },
      message: 'Shop assistants own "The till" and have no module on it',
      why: WHY_TOUCHPOINT,
      fix: 'add `touchpoints: [till]` to a module that they attend',
    }),
    finding({
      rule: 'no-outcome',
      severity: 'info',
      subject: { module: 'theme-talk' },
      message: '"Theme talk" does not say what a customer will notice',
      why: 'A2: outside-in starts with what the customer sees.',
      fix: 'add an `outcome`',
    }),
  ],
  waived: [
    {
      ...finding({
        rule: 'no-outside-in',
        severity: 'info',
        subject: {},
        message: 'No outside trainer and no customer leads a session this year',
        why: 'A1',
        fix: 'invite a guest',
      }),
      waived: { reason: 'The guest evening is in May', owner: 'Ines', until: '2027-06-30' },
    },
  ],
  off: ['one-customer-day', 'crammed'],
  belowThreshold: [{ department: 'shops', score: 63.2, threshold: 65 }],
};
