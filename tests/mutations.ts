/**
 * One small thing taken away from `examples/minimal`, for every rule. An edit is a text that stands in the file once
 * and what is put in its place. `with` names other rules that see the same hole, each with the reason.
 */
/** `everywhere`: the text stands in several places, and all are changed. */
type Edit = readonly [from: string, to: string, everywhere?: 'everywhere'];

export interface Mutation {
  readonly edits: readonly Edit[];
  readonly with?: Readonly<Record<string, string>>;
  /** More files, such as the ledger of actions. */
  readonly files?: Readonly<Record<string, string>>;
  readonly asOf?: string;
}

const BILLS = 'when: { from: 2027-02-01, by: 2027-04-30 }, themes: [empathy], stages: [pay]';
const MINUTE = "minute: { name: One rider's story, audience: everyone";
const DAY = "open-day: { name: Riders' day, audience: everyone";
const LUNCH = 'rider-lunch: { name: Lunch with a rider, audience: everyone';
const SHOP = 'audience: { departments: [shop] }';

/** Back office is in nothing that everybody gets: its own module is all it has left. */
const OFFICE_ALONE: readonly Edit[] = [
  [MINUTE, MINUTE.replace('audience: everyone', SHOP)],
  [DAY, DAY.replace('audience: everyone', SHOP)],
  [LUNCH, LUNCH.replace('audience: everyone', SHOP)],
];

/** What else can be seen when little more than its own module is left to a department. */
const LITTLE_LEFT = {
  'mantra-untaught': 'the huddle was its module on the mission',
  'no-reinforcement': 'the huddle was its rhythm',
  'empty-month': 'the huddle filled its months',
  'hours-out-of-range': 'what is left is under two hours',
};
const NO_HUDDLE_IN_AUGUST: Edit = [
  'when: { every: fortnight }',
  'when: { every: fortnight, months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] }',
];
const SILENT_MONTH = 'a month without a session is a month whose theme is only announced';
const ALL_BUT_MECHANICS = 'audience: { except: { roles: [mechanic] } }';

const WITH_ATTENDANCE: Edit = [
  'team: [shop, back-office]',
  'team: [shop, back-office]\n  attendance: attendance.csv',
];
const GOOD_HANDS = 'good-hands: { name: In good hands,';
const validFor = (time: string): Edit => [GOOD_HANDS, `${GOOD_HANDS} validFor: ${time},`];
/** A day after the certificate of January has ended, people may learn again. */
const BUSY_WHILE_IT_ENDS: Edit = [
  'maxAway: 50%\n',
  'maxAway: 50%\n    busy: [{ from: 2027-01-04, to: 2027-01-26, allowUpTo: 20 }]\n',
];

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  // strategy
  'no-mantra': { edits: [['  mantra: Nobody walks home.\n', '']] },
  'long-mantra': { edits: [['mantra: Nobody walks home.', 'mantra: Nobody walks home. Everybody rides.']] },
  'mantra-not-agreed': { edits: [['agreedBy: [shop, back-office]', 'agreedBy: [shop]']] },
  'no-definition': { edits: [['  success: Riders come back each spring and send their friends.\n', '']] },
  'mantra-untaught': { edits: [['tags: [mission, discussion]', 'tags: [discussion]']] },
  'train-before-mantra': { edits: [['when: { date: 2027-01-04 }', 'when: { date: 2027-03-01 }']] },
  'one-function-team': { edits: [['team: [shop, back-office]', 'team: [shop]']] },
  'slogan-only': {
    edits: [
      NO_HUDDLE_IN_AUGUST,
      ['when: { every: quarter }, themes', 'when: { every: month, months: [2, 5, 8, 11] }, themes'],
    ],
  },
  'no-metric': {
    edits: [
      [
        'touchpoints: [bill], voices: [ride-home], metrics: [returning],',
        'touchpoints: [bill], voices: [ride-home],',
      ],
    ],
  },
  // reach
  'no-training': {
    edits: [...OFFICE_ALONE, ['audience: { roles: [bookkeeper] }', 'audience: { roles: [manager] }']],
  },
  'frontline-only': {
    edits: OFFICE_ALONE,
    with: { ...LITTLE_LEFT, 'theme-gap': 'the huddle took up every theme' },
  },
  'no-role-module': { edits: [['audience: { roles: [bookkeeper] }', 'audience: everyone']] },
  'role-impact-missing': { edits: [[' impact: The bill explains the repair after the bell has rung.,', '']] },
  'leaders-uncovered': { edits: [['format: coaching', 'format: workshop']] },
  'trainers-uncovered': {
    edits: [
      [
        'rosa: { name: Rosa Quinn, kind: external, totalDays: 20 }',
        'rosa: { name: Rosa Quinn, kind: external, totalDays: 20 }, june: { kind: champion, role: manager }',
      ],
      [
        '  lead: {',
        '  talk: { audience: { departments: [back-office] }, format: talk, room: false, minutes: 20, when: { date: 2027-01-04 }, themes: [mission], voices: [guest], outcome: Bills are read aloud. }\n  lead: {',
      ],
    ],
  },
  'theme-gap': {
    edits: [
      ['mission: { months: [1, 4, 7, 10],', 'mission: { months: [1, 2, 4, 5, 7, 8, 10, 11],'],
      ['empathy: { months: [2, 5, 8, 11],', 'empathy: {'],
      [BILLS, BILLS.replace('empathy', 'mission')],
    ],
  },
  'theme-meaning-missing': { edits: [[', back-office: Some count every euro before they ring.', '']] },
  'stage-gap': { edits: [['choose: { phase: before,', 'choose: { phase: during,']] },
  'touchpoint-unowned': {
    edits: [
      ['bookkeeper: { department: back-office, heads: 4', 'bookkeeper: { department: back-office, heads: 0'],
    ],
    with: { 'asks-nobody': 'what the bookkeepers alone were asked is asked of nobody' },
  },
  'touchpoint-gap': { edits: [['touchpoints: [bill], ', '']] },
  'shift-uncovered': {
    edits: [
      [
        'shifts: { day: { days: tue-sat, hours: 09:00-17:30 } }',
        'shifts: { day: { days: tue-sat, hours: 09:00-17:30 }, long: { days: tue-sat, hours: 09:00-18:00 } }',
      ],
      [`In good hands, ${SHOP}`, 'In good hands, audience: { departments: [shop], shifts: [day] }'],
    ],
  },
  'shift-unled': {
    edits: [
      [
        'shifts: { day: { days: tue-sat, hours: 09:00-17:30 } }',
        'shifts: { day: { days: tue-sat, hours: 09:00-17:30 }, long: { days: tue-sat, hours: 09:00-18:00 } }',
      ],
      ['mechanic: { department: shop', 'mechanic: { department: shop, shifts: [long]'],
      ['manager: { department: shop', 'manager: { department: shop, shifts: [day]'],
      [
        'led: external, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [empathy], stages: [choose, mend]',
        'led: line, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [empathy], stages: [choose, mend]',
      ],
    ],
  },
  unscheduled: {
    edits: [[BILLS, BILLS.replace('2027-02-01, by: 2027-04-30', '2027-02-06, by: 2027-02-07')]],
  },
  // lifecycle
  'no-interview': {
    edits: [
      [', interview: Read this bill as a student would.', ''],
      [
        'hello: { name: The first interview, audience: everyone',
        `hello: { name: The first interview, ${SHOP}`,
      ],
    ],
  },
  'no-job-description': { edits: [['jobDescription: You answer for bills people understand., ', '']] },
  'no-onboarding': { edits: [['when: { moment: week-1 }', 'when: { moment: day-60 }']] },
  'basics-missing': { edits: [['my-role, outcomes]', 'my-role]']] },
  'onboarding-only': {
    edits: [
      [MINUTE, MINUTE.replace('audience: everyone', ALL_BUT_MECHANICS)],
      [DAY, DAY.replace('audience: everyone', ALL_BUT_MECHANICS)],
      [LUNCH, LUNCH.replace('audience: everyone', ALL_BUT_MECHANICS)],
      [`In good hands, ${SHOP}`, 'In good hands, audience: { roles: [manager] }'],
    ],
  },
  'experience-map-hole': { edits: [['modules:\n', 'moments: { day-14: { from: 7, to: 20 } }\nmodules:\n']] },
  'expectation-broken': { edits: [['joiners: 2,', 'joiners: 2, expect: { longestSilenceDays: 7 },']] },
  'no-way-to-speak-up': { edits: [['tags: [speak-up], ', '']] },
  // content
  'tools-only': {
    edits: [
      ...OFFICE_ALONE,
      [
        'kind-bills: { name: Bills people understand,',
        'kind-bills: { name: Bills people understand, kind: tool, strategy: A bill is a letter.,',
      ],
    ],
    with: { ...LITTLE_LEFT, 'frontline-only': 'what is left is under a quarter of the shop’s' },
  },
  'tool-unlinked': { edits: [['open-day: {', 'open-day: { kind: tool,']] },
  'no-voice': { edits: [['touchpoints: [bill], voices: [ride-home], ', 'touchpoints: [bill], ']] },
  'stale-voice': { edits: [['recorded: 2026-12-18', 'recorded: 2025-12-18']] },
  'no-outside-in': {
    edits: [
      ['led: external', 'led: trainer', 'everywhere'],
      ['kind: external', 'kind: trainer'],
      ['voices: [guest]', 'voices: [testimonial]', 'everywhere'],
    ],
  },
  'no-outcome': { edits: [[', outcome: Nobody has to ask what a line means.', '']] },
  'role-module-unlinked': { edits: [[BILLS, BILLS.replace('themes: [empathy], ', '')]] },
  'common-issues': { edits: [['tags: [common-issues, empowerment]', 'tags: [empowerment]']] },
  'empowerment-untaught': { edits: [['tags: [common-issues, empowerment]', 'tags: [common-issues]']] },
  'review-overdue': {
    edits: [
      [
        'outcome: Nobody has to ask what a line means.',
        'outcome: Nobody has to ask what a line means., reviewBy: 2027-01-15',
      ],
    ],
  },
  // rhythm
  'no-reinforcement': {
    edits: [['when: { every: fortnight }', 'when: { every: quarter }']],
    with: { 'empty-month': 'so long a silence holds a whole month', 'slogan-only': SILENT_MONTH },
  },
  'no-follow-through': {
    edits: [
      [
        'kind-bills: { name: Bills people understand, audience: { roles: [bookkeeper] }, format: workshop, minutes: 45',
        'kind-bills: { name: Bills people understand, audience: { roles: [bookkeeper] }, format: workshop, minutes: 60',
      ],
      [
        BILLS,
        BILLS.replace('2027-02-01, by: 2027-04-30', '2027-02-08, by: 2027-02-12').replace(
          'empathy',
          'mission',
        ),
      ],
    ],
  },
  'empty-month': {
    edits: [
      NO_HUDDLE_IN_AUGUST,
      ['when: { every: quarter }, themes', 'when: { every: month, months: [3, 6, 9, 12] }, themes'],
    ],
    with: { 'slogan-only': SILENT_MONTH },
  },
  'reactive-only': {
    edits: [
      ...OFFICE_ALONE,
      [BILLS, BILLS.replace('{ from: 2027-02-01, by: 2027-04-30 }', '{ trigger: a bill comes back }')],
      ['What we are here for, audience: everyone', `What we are here for, ${SHOP}`],
    ],
    with: { 'no-training': 'what only reacts is not planned, so nothing counts' },
  },
  'one-customer-day': {
    edits: [
      [
        'tags: [customer-day], voices: [guest], outcome: Riders teach',
        'voices: [guest], outcome: Riders teach',
      ],
    ],
  },
  'no-discussion': {
    edits: [
      ['format: huddle, minutes: 10', 'format: self-paced, minutes: 10'],
      ['tags: [mission, discussion]', 'tags: [mission]'],
      [
        'when: { every: quarter }, themes: [feedback]',
        'when: { from: 2027-10-01, by: 2027-11-30 }, themes: [feedback]',
      ],
    ],
  },
  'asks-nobody': {
    edits: [
      [
        'modules:\n',
        'modules:\n  look-back: { name: What we learned, audience: everyone, format: self-paced, minutes: 10, when: { every: half-year, from: 2027-04-15, by: 2027-08-31 }, themes: [empathy], voices: [testimonial], outcome: Nobody has to ask twice. }\n',
      ],
    ],
  },
  // time
  unpaid: { edits: [['open-day: {', 'open-day: { paid: false,']] },
  'outside-shift': { edits: [['open-day: {', 'open-day: { hours: 03:00-05:00,']] },
  crammed: {
    edits: [
      [
        'led: external, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [empathy], stages: [choose, mend]',
        'led: external, parts: 1, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [empathy], stages: [choose, mend]',
      ],
      [
        'In good hands, audience: { departments: [shop] }, format: workshop, minutes: 45',
        'In good hands, audience: { departments: [shop] }, format: workshop, minutes: 90',
      ],
    ],
  },
  'at-peak': {
    edits: [
      ['maxAway: 50%', 'maxAway: 50%\n    busy: [{ from: 2027-06-01, to: 2027-06-12, allowUpTo: 10 }]'],
    ],
  },
  'hours-out-of-range': { edits: [['modules:\n', 'policy: { hoursPerPerson: { min: 12 } }\nmodules:\n']] },
  'small-sessions': {
    edits: [
      [
        'format: workshop, minutes: 45, led: external, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [empathy], stages: [choose, mend]',
        'format: workshop, minutes: 45, maxAway: 15%, seats: { min: 3 }, led: external, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [empathy], stages: [choose, mend]',
      ],
    ],
  },
  // follow-through
  'shadowing-without-action': {
    edits: [
      [
        'Lunch with a rider, audience: everyone, format: lunch',
        'Lunch with a rider, audience: everyone, format: customer-room',
      ],
    ],
  },
  'action-overdue': {
    edits: [['team: [shop, back-office]', 'team: [shop, back-office]\n  actions: actions.csv']],
    files: {
      'actions.csv':
        'id,date,department,stage,learning,action,owner,due,status\na-1,2026-11-01,back-office,pay,Totals are hard to find,Print the total first,Ines,2026-12-20,open\n',
    },
  },
  'action-unowned': {
    edits: [['team: [shop, back-office]', 'team: [shop, back-office]\n  actions: actions.csv']],
    files: {
      'actions.csv':
        'id,date,department,stage,learning,action,owner,due,status\na-1,2026-11-01,back-office,pay,Totals are hard to find,Print the total first,,2027-03-20,open\n',
    },
  },
  'no-story-used': {
    edits: [['team: [shop, back-office]', 'team: [shop, back-office]\n  actions: actions.csv']],
    files: {
      'actions.csv':
        'id,date,department,stage,learning,action,owner,due,status,story,consent\na-1,2026-11-01,back-office,pay,Totals are hard to find,Print the total first,Ines,2027-03-20,open,I paid twice.,2027-12-31\n',
    },
  },
  'repeatedly-absent': {
    edits: [['team: [shop, back-office]', 'team: [shop, back-office]\n  attendance: attendance.csv']],
    files: {
      'attendance.csv': `group,module,date,status\n${['2027-01-05', '2027-01-19', '2027-02-02'].map((day) => `mechanic.main.day.1,minute,${day},absent\n`).join('')}`,
    },
    asOf: '2027-02-20',
  },
  expired: {
    edits: [WITH_ATTENDANCE, validFor('3 months')],
    files: {
      'attendance.csv':
        'group,module,date,status\nmechanic.main.day.1,good-hands,2026-11-20,attended\nmechanic.main.day.1,good-hands,2027-02-10,absent\n',
    },
    asOf: '2027-05-03',
  },
  'expired-soon': {
    with: { unscheduled: 'its renewal has no place before it ends' },
    edits: [WITH_ATTENDANCE, validFor('12 months'), BUSY_WHILE_IT_ENDS],
    files: {
      'attendance.csv': 'group,module,date,status\nmechanic.main.day.1,good-hands,2026-01-25,attended\n',
    },
  },
  'no-communication': { edits: [['channel: [poster, chat]', 'channel: chat', 'everywhere']] },
  'no-listening': { edits: [['type: listening', 'type: communication']] },
  'no-readback': { edits: [['type: readback', 'type: communication']] },
  'no-recognition': {
    edits: [
      [
        'thank-you: { type: recognition, audience: everyone, channel: chat, when: { every: quarter } }',
        'thank-you: { type: recognition, audience: everyone, channel: chat, when: { date: 2027-06-30 } }',
      ],
    ],
  },
  'expired-waiver': {
    edits: [
      [
        'modules:\n',
        'waivers:\n  - { rule: no-outside-in, reason: Rosa starts in May, owner: Ines, until: 2027-06-30 }\nmodules:\n',
      ],
    ],
    asOf: '2027-07-01',
  },
};
