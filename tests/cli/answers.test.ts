/** Answers in a planner's own words: what they mean, and what is said of those that mean nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerProblem, type Answers } from '../../src/cli/init/answers.ts';
import { countedOf } from '../../src/cli/init/counted.ts';
import { defaultAnswers } from '../../src/cli/init/defaults.ts';
import { firmOf } from '../../src/cli/init/firm.ts';
import { joinersOf } from '../../src/cli/init/joiners.ts';
import { makeWorkspace } from '../../src/cli/init/make.ts';
import { journeyPacks } from '../../src/cli/init/packs.ts';
import { shiftsOf } from '../../src/cli/init/shifts.ts';
import { trainersOf } from '../../src/cli/init/trainers.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { scratch } from '../output/scratch.ts';
import { run } from './host.ts';

const SITES = [
  { id: 'north', name: 'Depot North' },
  { id: 'south', name: 'Depot South' },
];
const JOBS = { kind: 'job', example: 'Driver 12', most: 100_000 };
const people = (text: string) =>
  countedOf(text, SITES, JOBS).map(({ name, at }) => [name, Object.fromEntries(at)]);

describe('who works where', () => {
  it.each([
    ['Driver 80 at Depot North', [['Driver', { north: 80 }]]],
    [
      'Driver 80 at North + 65 at south, Manager 3',
      [
        ['Driver', { north: 80, south: 65 }],
        ['Manager', { south: 3 }],
      ],
    ],
    [
      '80 drivers at north; Manager: 2 at each',
      [
        ['drivers', { north: 80 }],
        ['Manager', { north: 2, south: 2 }],
      ],
    ],
    ['Picker and packer 4 at North and 3 at South', [['Picker and packer', { north: 4, south: 3 }]]],
    ['Müller’s (12) in depot south', [['Müller’s', { south: 12 }]]],
  ])('%s', (text, expected) => expect(people(text)).toEqual(expected));

  it.each([
    ['Driver', '“Driver” does not say how many: write a job and a number, such as Driver 12'],
    [
      'Driver 80',
      '“Driver 80” does not say where: Driver 80 at Depot North, or Driver 3 at Depot North + 4 at Depot South, or Driver 3 at each',
    ],
    ['Driver 80 at Nroth depot', '“Nroth depot” is no place you named: Depot North or Depot South'],
    ['Driver 0 at North', '“Driver 0 at North”: from 1 to 100000 are possible'],
    [
      'Driver 8 at North + South',
      '“South” after a + is no number and place: write it as Driver 12 at A + 5 at B',
    ],
  ])('%s is told', (text, message) => expect(() => people(text)).toThrow(message));
});

describe('who joins', () => {
  const jobs = [
    { id: 'driver', name: 'Driver', heads: new Map([['north', 30]]) },
    { id: 'agent', name: 'Agent', heads: new Map([['north', 10]]) },
  ];
  it.each([
    ['10%', { driver: 3, agent: 1 }],
    ['4 a year', { driver: 3, agent: 1 }],
    ['8 people per year', { driver: 6, agent: 2 }],
    ['Driver 5, Agent 1', { driver: 5, agent: 1 }],
    ['none', {}],
  ])('%s', (text, expected) => expect(Object.fromEntries(joinersOf(text, jobs))).toEqual(expected));
});

describe('when they work', () => {
  const times = (text: string) =>
    shiftsOf(text).map(({ id, times, share }) => [
      id,
      times.map(({ days, hours }) => `${days} ${hours}`),
      share,
    ]);
  it.each([
    ['mon-fri 09:00-17:00', [['day', ['mon-fri 09:00-17:00'], undefined]]],
    ['Mon to Fri 9am-5pm', [['day', ['mon-fri 09:00-17:00'], undefined]]],
    [
      'early daily 05:00-13:00, late 13-21 40%',
      [
        ['early', ['daily 05:00-13:00'], undefined],
        ['late', ['daily 13:00-21:00'], 40],
      ],
    ],
    [
      '22:00-06:00, 6-14',
      [
        ['night', ['mon-fri 22:00-06:00'], undefined],
        ['early', ['mon-fri 06:00-14:00'], undefined],
      ],
    ],
    [
      'split weekdays 6:30-9:30 + 14-18',
      [['split', ['mon-fri 06:30-09:30', 'mon-fri 14:00-18:00'], undefined]],
    ],
    [
      'Mon, Tue and Thu 8-18; Wed, Fri 8-14',
      [['day', ['mon,tue,thu 08:00-18:00', 'wed,fri 08:00-14:00'], undefined]],
    ],
    ['Tue-Fri 10-19, Sat 10-16', [['day', ['tue-fri 10:00-19:00', 'sat 10:00-16:00'], undefined]]],
    ['24/7', [['day', ['daily 00:00-24:00'], undefined]]],
    // The same hours on other days, the same days at other hours, a name or a share: other people.
    [
      'mon-wed 9-17, thu-sat 9-17',
      [
        ['day', ['mon-wed 09:00-17:00'], undefined],
        ['day-2', ['thu-sat 09:00-17:00'], undefined],
      ],
    ],
    [
      'mon-fri 6-14, late sat 14-22, sun 8-12 20%',
      [
        ['early', ['mon-fri 06:00-14:00'], undefined],
        ['late', ['sat 14:00-22:00'], undefined],
        ['early-2', ['sun 08:00-12:00'], 20],
      ],
    ],
    ['mon wed & fri 8.30-12.00', [['day', ['mon,wed,fri 08:30-12:00'], undefined]]],
  ])('%s', (text, expected) => expect(times(text)).toEqual(expected));

  it('in turn: crews that change places, and every other Saturday', () => {
    const [a, b] = shiftsOf('early 06:00-14:00 / late 14:00-22:00');
    expect([a!.id, b!.id]).toEqual(['crew-a', 'crew-b']);
    expect(b!.times.map(({ hours, weeks }) => [hours, weeks!.first])).toEqual([
      ['06:00-14:00', 1],
      ['14:00-22:00', 0],
    ]);
    expect(shiftsOf('mon-fri 9-17 + every other sat 10-14')[0]!.times[1]).toMatchObject({
      days: 'sat',
      weeks: { every: 2, first: 0 },
    });
  });

  it.each([
    ['', 'no hours are written: such as mon-fri 09:00-17:00'],
    ['early', '“early” has no hours: write from and to, such as early mon-fri 06:00-14:00'],
    ['mon-fri 9-27', '27:00 is no time of the day'],
    ['mon-fri 9-9', '“9-9” begins when it ends'],
    ['mon-fri 9-17 0%', 'a share is more than 0% and at most 100%'],
  ])('%s is told', (text, message) => expect(() => shiftsOf(text)).toThrow(message));

  it('trainers have hours a week, and days and hours if they are said', () => {
    expect(trainersOf('Amira 8, Tom: 6 h a week mon-thu 8-16')).toEqual([
      { id: 'amira', name: 'Amira', hoursPerWeek: 8, days: undefined, hours: undefined },
      { id: 'tom', name: 'Tom', hoursPerWeek: 6, days: 'mon-thu', hours: '08:00-16:00' },
    ]);
    expect(() => trainersOf('Amira')).toThrow('write a name and hours a week');
  });
});

const BASE: Answers = defaultAnswers({
  name: 'Firm',
  year: 2027,
  timezone: 'Europe/London',
  holidays: 'GB-ENG',
});

describe('any firm', () => {
  const valid = async (answers: Answers) => {
    const files = makeWorkspace(await firmOf(answers));
    return loadSources(new Map(files.map(({ path, text }) => [path, text])));
  };

  it.each([...journeyPacks().keys()])(
    'the journey %s, whoever meets, leads, joins or trains nobody',
    async (journey) => {
      const { example } = journeyPacks().get(journey)!;
      const departments = example.departments
        .split(', ')
        .map((name) => ({ name, people: example.people, shifts: example.shifts }));
      const { diagnostics } = await valid({ ...BASE, journey, sites: example.sites, departments });
      expect(diagnostics).toEqual([]);
    },
  );

  it('names of any script and sign become ids, no two the same', async () => {
    const { model, diagnostics } = await valid({
      ...BASE,
      sites: '東京, 大阪, Online, Süd: "#1"',
      departments: [
        { name: 'Everyone', people: 'Leaders 3 at each', shifts: 'mon-fri 9-17' },
        { name: '営業', people: '担当 4 at 東京', shifts: 'mon-fri 9-17' },
      ],
      mantra: "It's: {ours} # and no comment",
    });
    expect(diagnostics).toEqual([]);
    expect([...model!.sites.keys()].filter((id) => id !== 'online')).toHaveLength(4);
    expect(model!.programme.mantra).toBe("It's: {ours} # and no comment");
  });

  it('no text that is typed throws anything but its own problem', async () => {
    const word = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('mon-fri 9-17', 'a 3 at b + 4', '1/2/3', '%', '9-', 'x'.repeat(3000)),
    );
    await fc.assert(
      fc.asyncProperty(word, word, word, word, async (sites, people, shifts, rest) => {
        const departments = [{ name: 'A', people, shifts }];
        try {
          await firmOf({
            ...BASE,
            sites,
            departments,
            customers: rest,
            joiners: rest,
            trainers: rest,
            rooms: rest,
            themes: rest,
          });
        } catch (error) {
          expect(error).toBeInstanceOf(AnswerProblem);
        }
      }),
      { seed: Number(process.env.FC_SEED ?? 7), numRuns: 100 },
    );
  });
});

describe('init --answers', () => {
  const answers = (text: string) => {
    const folder = scratch();
    writeFileSync(join(folder, 'answers.yaml'), text);
    return {
      folder,
      go: () =>
        run(['init', 'firm', '--answers', 'answers.yaml', '--timezone', 'Europe/London'], { cwd: folder }),
    };
  };

  it('makes what the interview makes, keeps the answers, and makes the same from those', async () => {
    const { folder, go } = answers(
      `name: Ann's
journey: retail
sites: [High Street, Station]
departments:
  Shop: { people: [Seller 6 at High Street + 4 at Station, Manager 1], shifts: early mon-sat 8-14, }
  Office: { people: Clerk 3 at High Street }
customers: Seller
leaders: [Manager]
joiners: 10%
`.replace('8-14, }', '8-14 }'),
    );
    expect(await go()).toMatchObject({ code: 0, err: '' });
    const written = readFileSync(join(folder, 'firm/people.yaml'), 'utf8');
    expect(written).toMatch(/seller:\n.*\n.*\n {4}heads: \{ high-street: 6, station: 4 \}/);
    expect(readFileSync(join(folder, 'firm/programme.yaml'), 'utf8')).toContain(
      'mantra: Nobody leaves without',
    );
    expect(
      await run(['init', 'again', '--answers', 'firm/.cxplan/answers.yaml'], { cwd: folder }),
    ).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'again/people.yaml'), 'utf8')).toBe(written);
  });

  it('says everything that is wrong with them, each at its place: 1, and nothing written', async () => {
    const { go } = answers(`timezone: BST
departments:
  Shop:
    people: Seller
    shifts: mon-fri 9-17 + fri 16-18
customers: Sellers
rooms: Attic 12 at Mars
`);
    const { code, err } = await go();
    expect(code).toBe(1);
    expect(err).toMatch(/did you mean Europe\/London[\s\S]*answers\.yaml:1:11/);
    expect(err).toMatch(/“Seller” does not say how many[\s\S]*answers\.yaml:4:13/);
    expect(err).toMatch(/overlap on fri[\s\S]*answers\.yaml:5:13/);
    expect(err).toMatch(/“Mars” is no place you named[\s\S]*answers\.yaml:7:8/);
    expect(err).toContain('4 errors');
  });

  it.each([
    ['departements: {}', 'did you mean "departments"?', 1],
    ['departments: [Shop]', 'must name each department and its people', 1],
    ['departments: { Shop: { shifts: 9-17 } }', '“Shop” must say who works there', 1],
    ['name: [', 'answers.yaml:1', 1],
    ['', 'must name each department', 1],
  ])('%s', async (text, says, code) => {
    const { go } = answers(text);
    const ran = await go();
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(says)]);
  });

  it('reads no file that is not there: 2', async () => {
    const { code, err } = await run(['init', 'x', '--answers', 'none.yaml'], { cwd: scratch() });
    expect([code, err]).toEqual([2, expect.stringContaining('none.yaml')]);
  });
});

it('the answers in docs/init.md make a firm', async () => {
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/init.md', 'utf8'))!;
  const folder = scratch();
  writeFileSync(join(folder, 'answers.yaml'), yaml!);
  const ran = await run(['init', 'firm', '--answers', 'answers.yaml'], { cwd: folder });
  expect(ran).toMatchObject({ code: 0, err: '' });
});
