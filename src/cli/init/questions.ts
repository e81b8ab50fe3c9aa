/** What the interview asks, in its order. */
import type { AnswerPath, Answers } from './answers.ts';
import { UNSAID } from './defaults.ts';
import { jobsOf } from './firm.ts';
import type { NamedItem } from './items.ts';
import { journeyPacks } from './packs.ts';
import { THEMES, themesOf } from './themes.ts';

export interface Question {
  readonly path: AnswerPath;
  /** In the list of answers at the end. */
  readonly label: string;
  readonly message: string;
  /** How it may be written. */
  readonly hint?: string;
  /** What Enter alone means. */
  readonly usual: (answers: Answers) => string;
  readonly shown: (answers: Answers) => string;
  /** Not asked, but it can be corrected. */
  readonly onlyToCorrect?: boolean;
  /** To be ticked; all others are typed. */
  readonly choices?: (answers: Answers) => readonly NamedItem[];
  /** Ids of those that are ticked already. */
  readonly checked?: (answers: Answers) => readonly string[];
}

/** Jobs that meet customers, or lead, by what people call them. */
const MEETS =
  /agent|assistant|adviser|advisor|clerk|driver|nurse|sales|support|reception|cashier|waiter|counter|customer|conductor|service|doctor|guide/i;
const LEADS = /manager|head\b|lead|foreman|supervisor|director|chief|boss|owner|principal/i;

/** All questions; how many there are follows from the departments. */
export function questionsOf(answers: Answers): Question[] {
  const { example } = journeyPacks().get(answers.journey)!;
  return [
    text('name', 'Name', 'What is your firm called?'),
    {
      ...text('year', 'Year', 'Which year is to be planned?'),
      onlyToCorrect: true,
    },
    {
      ...text('journey', 'Customers', 'Whose journey do your customers make? That of people who deal with …'),
      shown: ({ journey }) => journeyPacks().get(journey)!.title,
    },
    text('timezone', 'Time zone', 'In which time zone?', 'such as Europe/London'),
    text(
      'holidays',
      'Holidays',
      'Public holidays of which region?',
      'such as GB-ENG, DE-BY, US; empty for none',
    ),
    text('mantra', 'Mantra', 'What shall every customer be able to count on? One sentence'),
    text(
      'sites',
      'Places',
      'Where do your people work?',
      `such as ${example.sites}; or 6 branches; empty: one place`,
    ),
    {
      ...text('departments', 'Departments', 'Which departments are there?', `such as ${example.departments}`),
      usual: ({ departments }) =>
        isUntouched(answers) ? '' : departments.map(({ name }) => name).join(', '),
      shown: ({ departments }) => departments.map(({ name }) => name).join(', '),
    },
    ...answers.departments.flatMap(({ name }, i) => aboutDepartment(name, i, example)),
    ticked('customers', 'Meet customers', 'Who meets customers?', MEETS),
    ticked('leaders', 'Lead others', 'Who leads others?', LEADS),
    text(
      'joiners',
      'Joiners',
      'How many join in a year?',
      'such as 10%, or a job and a number: Driver 20, Agent 4; or none',
    ),
    {
      ...text(
        'trainers',
        'Trainers',
        'Who leads training, how many hours a week?',
        'such as Amira 8, Tom 6 mon-thu 08:00-16:00; or none',
      ),
      usual: (now) => (now.trainers === 'none' ? 'Our trainer 8' : now.trainers),
    },
    {
      ...text(
        'rooms',
        'Rooms',
        'Which rooms are there for training, with how many seats?',
        'such as Classroom 12 at each; or none',
      ),
      usual: (now) => (now.rooms === 'none' ? 'Meeting room 12 at each' : now.rooms),
    },
    {
      ...ticked('themes', 'Themes', 'What is the year to be about?', /./),
      choices: () => THEMES,
      checked: (now) => themesOf(now.themes).map(({ id }) => id),
    },
  ];
}

type Single = Exclude<keyof Answers, 'departments'>;

function text(key: keyof Answers, label: string, message: string, hint?: string): Question {
  const value = (answers: Answers) => String(answers[key]);
  return { path: [key], label, message, ...(hint && { hint }), usual: value, shown: value };
}

function ticked(key: Single, label: string, message: string, likely: RegExp): Question {
  return {
    ...text(key, label, message),
    choices: jobsOf,
    checked: (answers) =>
      jobsOf(answers)
        .filter(({ name }) =>
          answers[key] === '' ? likely.test(name) : String(answers[key]).split(', ').includes(name),
        )
        .map(({ id }) => id),
  };
}

function aboutDepartment(
  name: string,
  i: number,
  example: Readonly<Record<'people' | 'shifts', string>>,
): Question[] {
  const of = (answers: Answers) => answers.departments[i]!;
  return [
    {
      path: ['departments', i, 'people'],
      label: `People of ${name}`,
      message: `${name}: who works there, how many, and where?`,
      hint: `such as ${example.people}`,
      usual: (answers) => (of(answers).people === UNSAID ? '' : of(answers).people),
      shown: (answers) => of(answers).people,
    },
    {
      path: ['departments', i, 'shifts'],
      label: `Hours of ${name}`,
      message: `${name}: when do they work?`,
      hint: `such as ${example.shifts}`,
      usual: (answers) => of(answers).shifts,
      shown: (answers) => of(answers).shifts,
    },
  ];
}

function isUntouched({ departments }: Answers): boolean {
  return departments.length === 1 && departments[0]!.name === 'Office' && departments[0]!.people === UNSAID;
}
