/** Loading: what a workspace means, every default, and that files, order and comments change nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { isoDate, MON_FRI, toDay } from '../../src/calendar/date.ts';
import { loadSources, loadWorkspace } from '../../src/workspace/load.ts';
import { diagnosticsOf, line, minimal, modelOf, modelOfFiles, type Sections, SMALL } from '../fixtures.ts';

describe('the whole small workspace', () => {
  it('is valid', async () => {
    expect((await diagnosticsOf(SMALL)).map(line)).toEqual([]);
  });

  it('splits heads over shifts by share', async () => {
    const { posts } = await modelOf(SMALL);
    expect([...posts.values()].map(({ id, heads }) => `${id} ${heads}`)).toEqual([
      'colleague.leeds.early 23',
      'colleague.leeds.late 19',
      'colleague.york.early 17',
      'colleague.york.late 14',
      'credit-controller.leeds.day 9',
    ]);
  });

  it('fills in what is not written', async () => {
    const { departments, roles, modules, facilitators, sites, policy, programme } = await modelOf(SMALL);
    expect(departments.get('finance')!.shifts).toEqual(
      new Map([
        ['day', { id: 'day', share: 1, times: [{ days: MON_FRI, hours: { start: 540, end: 1020 } }] }],
      ]),
    );
    expect(roles.get('colleague')).toMatchObject({
      name: 'Colleague',
      level: 'frontline',
      shifts: ['early', 'late'],
    });
    expect(roles.get('credit-controller')).toMatchObject({
      level: 'specialist',
      customerFacing: false,
      joiners: 0,
    });
    expect(modules.get('cx-basics')).toMatchObject({
      led: 'self',
      seats: { min: 1, max: undefined },
      room: { kind: 'none', features: [] },
      skill: 'cx-basics',
      paid: true,
      parts: 1,
      kind: 'practice',
    });
    expect(modules.get('kind-invoices')).toMatchObject({
      led: 'trainer',
      seats: { min: 1, max: 12 },
      room: { kind: 'site' },
      after: [{ module: 'cx-basics', atLeastDays: 0 }],
      voices: ['first-invoice-call'],
      voiceTypes: [],
    });
    expect(modules.get('theme-huddle')).toMatchObject({
      themes: 'month',
      stages: 'own',
      voices: [],
      voiceTypes: ['testimonial'],
      when: { kind: 'every', every: 'fortnight', from: programme.starts, by: programme.ends },
    });
    expect(facilitators.get('amira')).toMatchObject({
      name: 'Amira',
      minutesPerWeek: 480,
      minutesPerDay: undefined,
      works: [{ days: MON_FRI, hours: { start: 420, end: 1200 } }],
      zone: 'Europe/London',
      sites: undefined,
    });
    expect(sites.get('york')!.holidays.get(toDay('2027-12-27')!)?.[0]?.name).toMatch(/Christmas Day/);
    expect(policy).toMatchObject({
      groupSize: 12,
      startEvery: 15,
      minutesPerWeek: 120,
      noticeDays: 14,
      travelMinutes: 60,
    });
    expect(policy.minCoverage).toEqual({ organisation: undefined, department: 60, departments: new Map() });
  });
});

describe('defaults', () => {
  it('one site main in the programme zone, a quarter away where customers are met', async () => {
    const model = await modelOf(
      minimal({ departments: { office: {} }, roles: { clerk: { department: 'office', heads: 2 } } }),
    );
    expect([...model.sites.values()].map(({ id, zone }) => [id, zone])).toEqual([['main', 'Europe/London']]);
    expect(model.departments.get('stores')).toMatchObject({ site: 'main', maxAway: { share: 0.25 } });
    expect(model.departments.get('office')!.maxAway).toEqual({ share: 1 });
  });

  it('seats, leader and room by format', async () => {
    const formats = [
      'workshop',
      'virtual',
      'talk',
      'lunch',
      'event',
      'customer-room',
      'book-club',
      'coaching',
      'self-paced',
    ];
    const module = { audience: 'everyone', minutes: 30, when: { by: '2027-12-17' } };
    const model = await modelOf(
      minimal({
        modules: Object.fromEntries(formats.map((format) => [format, { ...module, format }])),
        facilitators: { amira: { kind: 'trainer' }, ben: { kind: 'champion' } },
        rooms: { lab: { site: 'main', seats: 9 }, call: { site: 'online', seats: 9 } },
      }),
    );
    const rows = formats.map((format) => {
      const { led, seats, room } = model.modules.get(format)!;
      return `${format} ${led} ${seats.max ?? '∞'} ${room.kind}`;
    });
    expect(rows).toEqual([
      'workshop trainer 16 site',
      'virtual trainer 20 online',
      'talk champion 60 site',
      'lunch line 20 site',
      'event line ∞ none',
      'customer-room champion 8 site',
      'book-club champion 12 site',
      'coaching line 1 none',
      'self-paced self ∞ none',
    ]);
  });

  it('a room for a module that is online only is an online one', async () => {
    const model = await modelOf(
      minimal({
        modules: { basics: { format: 'talk', led: 'line', sites: ['online'], room: { features: ['poll'] } } },
        rooms: { call: { site: 'online', seats: 9, features: ['poll'] } },
      }),
    );
    expect(model.modules.get('basics')!.room).toEqual({ kind: 'online', features: ['poll'] });
  });

  it('themes take their own months first, then the rotation by the number of the month', async () => {
    const { themeOfMonth, themes } = await modelOf(
      minimal({
        programme: { starts: '2027-07-01', ends: '2027-12-17', rotation: ['empathy', 'feedback'] },
        themes: { mission: { months: [9] }, empathy: {}, feedback: {} },
        modules: { basics: { when: { from: '2027-07-01', by: '2027-08-01' } } },
      }),
    );
    expect([...themeOfMonth]).toEqual([
      ['2027-07', 'empathy'],
      ['2027-08', 'feedback'],
      ['2027-09', 'mission'],
      ['2027-10', 'feedback'],
      ['2027-11', 'empathy'],
      ['2027-12', 'feedback'],
    ]);
    expect(themes.get('feedback')!.months).toEqual([8, 10, 12]);
  });

  it('stages follow the journey, moments the days after joining', async () => {
    const model = await modelOf(
      minimal({
        programme: { journey: ['look', 'buy'] },
        stages: { look: {} },
        moments: { 'day-14': { from: 10, to: 18 }, 'day-60': { from: 40, to: 60 } },
      }),
    );
    expect([...model.stages.keys()]).toEqual(['look', 'buy']);
    expect([...model.moments.values()].map(({ id, from, to }) => `${id} ${from}-${to}`)).toEqual([
      'interview -1--1',
      'day-1 0-0',
      'week-1 0-6',
      'day-30 7-30',
      'day-14 10-18',
      'day-60 40-60',
      'day-90 61-90',
      'anniversary 351-379',
    ]);
  });

  it('shifts without a share divide what the others leave', async () => {
    const day = { days: 'mon-fri', hours: '09:00-17:00' };
    const { departments } = await modelOf(
      minimal({ departments: { stores: { shifts: { a: { ...day, share: '50%' }, b: day, c: day } } } }),
    );
    expect([...departments.get('stores')!.shifts.values()].map(({ share }) => share)).toEqual([
      0.5, 0.25, 0.25,
    ]);
  });

  it('holidays written out win over the region', async () => {
    const { sites } = await modelOf(
      minimal({
        programme: {
          holidays: {
            region: 'GB-ENG',
            dates: ['2027-12-16', { date: '2027-03-26', name: 'Quiet Friday' }],
            except: ['2027-08-30'],
          },
        },
        sites: { edinburgh: { holidays: 'GB-SCT' }, leeds: {} },
        departments: { stores: { site: 'leeds' } },
      }),
    );
    const leeds = sites.get('leeds')!.holidays;
    expect(leeds.get(toDay('2027-12-16')!)).toMatchObject([{ name: 'Holiday', source: 'own' }]);
    expect(leeds.get(toDay('2027-03-26')!)).toMatchObject([{ name: 'Quiet Friday' }]);
    expect(leeds.has(toDay('2027-08-30')!)).toBe(false);
    expect([...leeds.keys()].map(isoDate)).toEqual([...leeds.keys()].map(isoDate).sort());
    expect(sites.get('edinburgh')!.holidays.has(toDay('2027-01-04')!)).toBe(true);
  });

  it('a region without a calendar is an error with what is known', async () => {
    const found = await diagnosticsOf(minimal({ programme: { holidays: 'GB-ENX' } }));
    expect(found.map(({ code, fix }) => `${code} ${fix}`)).toEqual(['unknown-region did you mean "GB-ENG"?']);
  });
});

describe('audiences', () => {
  const firm: Sections = {
    sites: { leeds: { region: 'North' }, dover: { region: 'South' } },
    departments: { stores: { site: 'leeds' }, office: { site: 'leeds' } },
    roles: {
      colleague: { department: 'stores', heads: { leeds: 4, dover: 3 }, customerFacing: true },
      manager: { department: 'stores', heads: 2, level: 'manager' },
      clerk: { department: 'office', heads: 5 },
    },
    audiences: { backstage: { customerFacing: false, except: { levels: ['manager'] } } },
  };
  const headsOf = async (audience: unknown): Promise<[number, string]> => {
    const { modules } = await modelOf(minimal({ ...firm, modules: { basics: { audience } } }));
    const { heads, label } = modules.get('basics')!.audience;
    return [heads, label];
  };

  it('are resolved to posts, with a label', async () => {
    expect(await headsOf('everyone')).toEqual([14, 'everyone']);
    expect(await headsOf('customer-facing')).toEqual([7, 'customer-facing roles']);
    expect(await headsOf('behind-the-scenes')).toEqual([7, 'behind-the-scenes roles']);
    expect(await headsOf('leaders')).toEqual([2, 'leaders']);
    expect(await headsOf('backstage')).toEqual([5, 'Backstage']);
    expect(await headsOf({ departments: ['stores'], regions: ['North'] })).toEqual([6, 'Stores; North']);
    expect(await headsOf({ roles: ['colleague', 'clerk'], except: { sites: ['dover'] } })).toEqual([
      9,
      'Colleague, Clerk, except Dover',
    ]);
    expect(await headsOf({ shifts: ['day'] })).toEqual([14, 'Day shift']);
  });

  it('may be names for names, thousands of them', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 9000 }, (_, i) => [`a${i}`, i === 8999 ? 'leaders' : `a${i + 1}`]),
    );
    const { modules } = await modelOf(
      minimal({ ...firm, audiences: chain, modules: { basics: { audience: 'a0' } } }),
    );
    expect(modules.get('basics')!.audience.heads).toBe(2);
  });
});

describe('many files', () => {
  it('are merged by id; the same id in two places is an error that names both', async () => {
    const found = await diagnosticsOf({
      'a.yaml': minimal(),
      'b/c.yml': 'themes:\n  mission: { months: [2] }\n  other: {}\nprogramme: { name: Two }\n',
    });
    expect(
      found
        .filter(({ code }) => code === 'duplicate-id')
        .map(({ message, at, related }) => [message, at?.file, at?.line, related?.[0]?.at?.file]),
    ).toEqual([
      ['theme "mission" stands twice: here and in a.yaml:20', 'b/c.yml', 2, 'a.yaml'],
      ['the programme stands twice: here and in a.yaml:1', 'b/c.yml', 4, 'a.yaml'],
    ]);
  });

  it('may share a policy, rule by rule', async () => {
    const model = await modelOfFiles({
      'a.yaml': minimal({ policy: { groupSize: 10, rules: { 'no-metric': 'off' } } }),
      'b.yaml': 'policy: { startEvery: 30, rules: { stale-voice: { severity: warn, days: 90 } } }',
    });
    expect(model.policy).toMatchObject({ groupSize: 10, startEvery: 30 });
    expect([...model.policy.rules]).toEqual([
      ['no-metric', { severity: 'off', options: new Map() }],
      ['stale-voice', { severity: 'warn', options: new Map([['days', 90]]) }],
    ]);
    const twice = await diagnosticsOf({
      'a.yaml': minimal({ policy: { groupSize: 10, rules: { 'no-metric': 'off' } } }),
      'b.yaml': 'policy: { groupSize: 12, rules: { no-metric: warn } }',
    });
    expect(twice.map(({ message }) => message)).toEqual([
      'policy.groupSize stands twice: here and in a.yaml:34',
      'policy.rules.no-metric stands twice: here and in a.yaml:36',
    ]);
  });

  it('a glob that asks for more than the language has is refused where it stands', async () => {
    const found = await diagnosticsOf({
      'cxplan.yaml': minimal({ programme: { include: ['*.yaml', '!(a|b).yaml'] } }),
    });
    expect(found.map(line)).toEqual([
      expect.stringMatching(/^cxplan.yaml:9:7 error bad-glob: the glob "!\(a\|b\).yaml" cannot be used/),
    ]);
  });

  it('belong to the workspace only if the programme includes them', async () => {
    const files = {
      'cxplan.yaml': minimal({ programme: { include: ['departments/**/*.yaml'] } }),
      'departments/uk/office.yaml':
        'departments: { office: {} }\nroles: { clerk: { department: office, heads: 2 } }',
      'drafts/broken.yaml': 'programme: [',
    };
    const model = await modelOfFiles(files);
    expect([...model.departments.keys()]).toEqual(['office', 'stores']);
    const found = await diagnosticsOf({
      ...files,
      'cxplan.yaml': minimal({ programme: { include: ['department/*.yaml'] } }),
    });
    expect(found.map(line)).toEqual([
      expect.stringMatching(/^cxplan.yaml:8:7 warn include-matches-nothing: .*"department\/\*.yaml"/),
    ]);
  });

  it('without a programme are no workspace', async () => {
    expect((await diagnosticsOf('themes: {}')).map(({ code }) => code)).toEqual(['missing-programme']);
    expect((await diagnosticsOf({})).map(({ code }) => code)).toEqual(['missing-programme']);
  });

  it('take empty entries as entries of defaults', async () => {
    const model = await modelOf(`${minimal()}sites:\n  leeds:\nfacilitators:\n`);
    expect(model.sites.get('leeds')!.name).toBe('Leeds');
  });

  it('are located by pointer, wherever they stand', async () => {
    const { locate } = await loadSources(
      new Map([
        [
          'a.yaml',
          minimal({ waivers: [{ rule: 'no-voice', reason: 'Later', owner: 'P', until: '2027-03-01' }] }),
        ],
        [
          'b.yaml',
          'themes:\n  empathy: { months: [2] }\nwaivers:\n  - { rule: no-metric, reason: Later, owner: P, until: 2027-03-01 }\n',
        ],
      ]),
    );
    expect(locate(['themes', 'empathy', 'months'])).toMatchObject({ file: 'b.yaml', line: 2, column: 22 });
    expect(locate(['themes', 'mission'], { key: true })).toMatchObject({
      file: 'a.yaml',
      line: 20,
      column: 3,
    });
    const rules = [0, 1].map((i) => locate(['waivers', i, 'rule'])!.file);
    expect(rules.sort()).toEqual(['a.yaml', 'b.yaml']);
    expect(locate(['nothing', 'there'])).toBeUndefined();
  });
});

describe('the same content', () => {
  const people = [
    'id,role,site,shift,joined',
    'p-1,clerk,leeds,,2020-02-01',
    'p-2,colleague,york,late,',
    'p-3,colleague,leeds,early,2027-05-01',
  ];
  const whole: Sections = {
    ...(parse(SMALL) as Sections),
    waivers: [
      { rule: 'no-metric', reason: 'Later', owner: 'P', until: '2027-03-01' },
      { rule: 'no-voice', reason: 'Later', owner: 'P', until: '2027-03-01' },
      { rule: 'theme-gap', theme: 'empathy', reason: 'Soon', owner: 'P', until: '2027-03-01' },
    ],
    policy: { groupSize: 10, rules: { 'no-metric': 'off', 'stale-voice': { severity: 'warn', days: 540 } } },
  };
  (whole.programme as Sections).people = 'people.csv';
  (whole.roles as Sections).clerk = { department: 'finance', heads: 1 };

  /** Deals the entries of all sections out to files, and shuffles keys on the way. */
  const dealt = (numbers: readonly number[]): Map<string, string> => {
    let turn = 0;
    const next = (below: number): number => numbers[turn++ % numbers.length]! % below;
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, item]) => [next(1000), key, shuffled(item)] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, key, item]) => [key, item]),
      );
    };
    const files: Sections[] = Array.from({ length: 1 + next(5) }, () => ({}));
    for (const [section, value] of Object.entries(whole)) {
      if (section === 'programme') files[next(files.length)]![section] = value;
      else if (Array.isArray(value)) {
        for (const item of value) {
          const file = files[next(files.length)]!;
          file[section] = [...((file[section] as unknown[]) ?? []), item];
        }
      } else {
        for (const [id, entry] of Object.entries(value as Sections)) {
          const file = files[next(files.length)]!;
          file[section] = { ...(file[section] as Sections), [id]: entry };
        }
      }
    }
    const named = files.map((file): [string, string] => [
      `f${next(1e9)}-${turn}.yaml`,
      `# ${next(99)}\n${stringify(shuffled(file))}`,
    ]);
    const rows = people
      .slice(1)
      .map((row) => [next(1000), row] as const)
      .sort((a, b) => a[0] - b[0]);
    named.push(['people.csv', `${people[0]}\n${rows.map(([, row]) => row).join('\n')}\n`]);
    return new Map(named.sort(() => next(3) - 1));
  };

  const spelled = (value: unknown): string =>
    JSON.stringify(value, (_, item) => (item instanceof Map || item instanceof Set ? [...item] : item));

  it('gives the same model and hash, however files, keys and rows are dealt', async () => {
    const usual = await loadSources(
      new Map([
        ['cxplan.yaml', stringify(whole)],
        ['people.csv', `${people.join('\r\n')}\r\n`],
      ]),
    );
    expect(usual.diagnostics.filter(({ severity }) => severity === 'error').map(line)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), async (numbers) => {
        const other = await loadSources(dealt(numbers));
        expect(other.inputs).toBe(usual.inputs);
        expect(spelled(other.model)).toBe(spelled(usual.model));
      }),
      { numRuns: 40 },
    );
  });

  it('gives another hash when it means something else', async () => {
    const hash = async (changes: Sections, csv = people.join('\n')): Promise<string> => {
      const text = minimal({ programme: { people: 'p.csv' }, ...changes });
      return (
        await loadSources(
          new Map([
            ['a.yaml', text],
            ['p.csv', csv],
          ]),
        )
      ).inputs;
    };
    const usual = await hash({});
    expect(usual).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await hash({ roles: { colleague: { heads: 11 } } })).not.toBe(usual);
    expect(await hash({}, people.slice(0, 3).join('\n'))).not.toBe(usual);
    expect(await hash({}, `${people.join('\n')}\n\n`)).toBe(usual);
  });
});

describe('a workspace with parts exchanged at random', () => {
  const base = parse(SMALL) as Sections;
  const junk: unknown[] = [
    null,
    '',
    'x',
    0,
    -1,
    true,
    [],
    {},
    ['a'],
    [null],
    { x: null },
    'everyone',
    '2027-02-30',
    '24:00-25:00',
  ];
  const pathsOf = (value: unknown, at: readonly string[] = []): string[][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => [[...at, key], ...pathsOf(item, [...at, key])])
      : [];
  const paths = pathsOf(base);
  const valueAt = (root: unknown, path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as Sections)[key] : undefined),
      root,
    );

  const change = fc.record({ path: fc.nat(), how: fc.nat(3), other: fc.nat() });

  it('is loaded or refused with a reason that has a place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const copy = structuredClone(base);
        for (const { path, how, other } of changes) {
          const at = paths[path % paths.length]!;
          const owner = valueAt(copy, at.slice(0, -1));
          const key = at.at(-1)!;
          if (typeof owner !== 'object' || owner === null) continue;
          const map = owner as Sections;
          if (how === 0) delete map[key];
          else if (how === 1) map[`${key}x`] = map[key];
          else if (how === 2) map[key] = structuredClone(valueAt(base, paths[other % paths.length]!));
          else map[key] = junk[other % junk.length];
        }
        const { model, diagnostics } = await loadSources(new Map([['cxplan.yaml', stringify(copy)]]));
        expect(model !== undefined).toBe(diagnostics.every(({ severity }) => severity !== 'error'));
        for (const one of diagnostics) {
          expect(one.at !== undefined || one.code === 'missing-programme', line(one)).toBe(true);
          expect(line(one)).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-load-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read with its CSV files', async () => {
    writeFileSync(
      join(folder, 'cxplan.yaml'),
      minimal({ programme: { people: './people.csv' }, roles: { colleague: { heads: 1 } } }),
    );
    writeFileSync(join(folder, 'people.csv'), '\ufeffid;role\r\np1;colleague\r\n');
    const { model, diagnostics, sources } = await loadWorkspace(folder);
    expect(diagnostics.map(line)).toEqual([]);
    expect(model!.people!.map(({ id }) => id)).toEqual(['p1']);
    expect([...sources.keys()]).toEqual(['cxplan.yaml', 'people.csv']);
  });

  it('that lacks a CSV file says where it is named', async () => {
    writeFileSync(join(folder, 'cxplan.yaml'), minimal({ programme: { actions: 'actions.csv' } }));
    const { model, diagnostics } = await loadWorkspace(folder);
    expect(model).toBeUndefined();
    expect(diagnostics.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`)).toEqual([
      'unreadable-file cxplan.yaml:7',
    ]);
  });

  it('is not left by a path to a CSV file', async () => {
    writeFileSync(join(folder, 'cxplan.yaml'), minimal({ programme: { people: '../../../etc/passwd' } }));
    const { diagnostics } = await loadWorkspace(folder);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^unreadable-file .*leads out of the workspace/),
    ]);
  });
});
