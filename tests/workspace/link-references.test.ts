/** Every reference in the language that leads nowhere is named, with its place and what was probably meant. */
import { describe, expect, it } from 'vitest';
import common from '../../schemas/common.schema.json' with { type: 'json' };
import policy from '../../schemas/policy.schema.json' with { type: 'json' };
import { RULE_IDS, TERM_IDS } from '../../src/model/rule-ids.ts';
import { REFERENCES } from '../../src/workspace/link/references/table.ts';
import { diagnosticsOf, line, minimal, type Sections } from '../fixtures.ts';

interface Case {
  /** Section and path of the reference table. */
  readonly reference: string;
  readonly bad: Sections;
  readonly says: RegExp;
  readonly fix?: RegExp;
}

const module = (more: Sections): Sections => ({ modules: { basics: more } });

const CASES: readonly Case[] = [
  {
    reference: 'programme timezone',
    bad: { programme: { timezone: 'Europe/Londn' } },
    says: /programme is in time zone "Europe\/Londn"/,
    fix: /Europe\/London/,
  },
  {
    reference: 'programme journey[]',
    bad: { programme: { journey: ['buy', 'by'] } },
    says: /programme asks for stage "by"/,
    fix: /"buy"/,
  },
  {
    reference: 'programme rotation[]',
    bad: { programme: { rotation: ['mision'] } },
    says: /theme "mision"/,
    fix: /"mission"/,
  },
  {
    reference: 'programme agreedBy[]',
    bad: { programme: { agreedBy: ['store'] } },
    says: /department "store"/,
    fix: /"stores"/,
  },
  {
    reference: 'programme team[]',
    bad: { programme: { team: ['xyz'] } },
    says: /department "xyz"/,
    fix: /there is stores/,
  },
  {
    reference: 'sites timezone',
    bad: { sites: { leeds: { timezone: 'Mars/Base' } } },
    says: /site "leeds" is in time zone "Mars\/Base"/,
  },
  {
    reference: 'rooms site',
    bad: { rooms: { lab: { site: 'mian', seats: 3 } } },
    says: /room "lab" asks for site "mian"/,
    fix: /"main"/,
  },
  {
    reference: 'departments site',
    bad: { departments: { stores: { site: 'york' } } },
    says: /department "stores" asks for site "york"/,
    fix: /main/,
  },
  {
    reference: 'departments meetings.*.shifts[]',
    bad: {
      departments: {
        stores: { meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15, shifts: ['dya'] } } },
      },
    },
    says: /shift "dya", which department "stores" does not have/,
    fix: /"day"/,
  },
  {
    reference: 'roles heads[].heads{}',
    bad: { roles: { colleague: { heads: [{ heads: { mian: 3 } }] } } },
    says: /"mian"/,
    fix: /"main"/,
  },
  {
    reference: 'roles shifts{}',
    bad: { roles: { colleague: { heads: undefined, shifts: { dya: 3 } } } },
    says: /shift "dya"/,
    fix: /"day"/,
  },
  {
    reference: 'roles shifts.*{}',
    bad: { roles: { colleague: { heads: undefined, shifts: { day: { mian: 3 } } } } },
    says: /site "mian"/,
    fix: /"main"/,
  },
  {
    reference: 'departments busy[].roles[]',
    bad: { departments: { stores: { busy: [{ days: 'mon', roles: ['coleague'] }] } } },
    says: /role "coleague"/,
    fix: /"colleague"/,
  },
  {
    reference: 'departments busy[].shifts[]',
    bad: { departments: { stores: { busy: [{ days: 'mon', shifts: ['dya'] }] } } },
    says: /shift "dya", which department "stores" does not have/,
  },
  {
    reference: 'departments busy[].sites[]',
    bad: { departments: { stores: { busy: [{ days: 'mon', sites: ['mian'] }] } } },
    says: /site "mian"/,
    fix: /"main"/,
  },
  {
    reference: 'departments busy[].except.modules[]',
    bad: { departments: { stores: { busy: [{ days: 'mon', except: { modules: ['basiks'] } }] } } },
    says: /module "basiks"/,
    fix: /"basics"/,
  },
  {
    reference: 'departments busy[].except.moments[]',
    bad: { departments: { stores: { busy: [{ days: 'mon', except: { moments: ['day-3'] } }] } } },
    says: /moment "day-3"/,
  },
  {
    reference: 'modules facilitators[]',
    bad: { facilitators: { anna: { kind: 'trainer' } }, modules: { basics: { facilitators: ['ana'] } } },
    says: /facilitator "ana"/,
    fix: /"anna"/,
  },
  {
    reference: 'departments meetings.*.sites[]',
    bad: {
      departments: {
        stores: { meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15, sites: ['online'] } } },
      },
    },
    says: /site "online"/,
  },
  {
    reference: 'modules audience',
    bad: { modules: { basics: { audience: 'all' } } },
    says: /module "basics" asks for audience "all"/,
    fix: /did you mean "everyone"/,
  },
  {
    reference: 'roles department',
    bad: { roles: { colleague: { department: 'strores' } } },
    says: /role "colleague" asks for department "strores"/,
    fix: /"stores"/,
  },
  {
    reference: 'roles heads{}',
    bad: { sites: { leeds: {} }, roles: { colleague: { heads: { leds: 4 } } } },
    says: /role "colleague" asks for site "leds"/,
    fix: /"leeds"/,
  },
  {
    reference: 'sites languages[]',
    bad: { sites: { leeds: { languages: 'dk' } }, departments: { stores: { site: 'leeds' } } },
    says: /site "leeds" asks for language "dk"/,
    fix: /^write|"da"/,
  },
  {
    reference: 'roles languages[]',
    bad: { roles: { colleague: { languages: ['nl', 'Cymraeg'] } } },
    says: /role "colleague" asks for language "Cymraeg"/,
    fix: /"cy"/,
  },
  {
    reference: 'modules languages[]',
    bad: { modules: { basics: { languages: 'xq' } } },
    says: /module "basics" asks for language "xq"/,
    fix: /two letters, such as nl for Dutch/,
  },
  {
    reference: 'facilitators languages[]',
    bad: { facilitators: { amira: { kind: 'trainer', languages: ['Portugese'] } } },
    says: /facilitator "amira" asks for language "Portugese"/,
    fix: /"pt"/,
  },
  {
    reference: 'roles shifts[]',
    bad: { roles: { colleague: { shifts: ['night'] } } },
    says: /shift "night", which department "stores" does not have/,
    fix: /there is day/,
  },
  {
    reference: 'audiences ',
    bad: { audiences: { all: 'everyon' } },
    says: /audience "all" asks for audience "everyon"/,
    fix: /"everyone"/,
  },
  {
    reference: 'stages touchpoints.*.owner[]',
    bad: { stages: { buy: { touchpoints: { checkout: { owner: ['stores', 'coleague'] } } } } },
    says: /stage "buy" asks for role or department "coleague"/,
    fix: /"colleague"/,
  },
  {
    reference: 'moments audience',
    bad: { moments: { 'day-14': { from: 10, to: 18, audience: 'leader' } } },
    says: /audience "leader"/,
    fix: /"leaders"/,
  },
  {
    reference: 'themes audience',
    bad: { themes: { mission: { audience: { roles: ['coleague'] } } } },
    says: /theme "mission" asks for role "coleague"/,
  },
  {
    reference: 'themes meaning{}',
    bad: { themes: { mission: { meaning: { finance: 'Letters' } } } },
    says: /role or department "finance"/,
  },
  {
    reference: 'metrics owner',
    bad: { metrics: { nps: { owner: 'storse' } } },
    says: /metric "nps" asks for role or department "storse"/,
    fix: /"stores"/,
  },
  {
    reference: 'metrics stages[]',
    bad: { metrics: { nps: { stages: ['bye'] } } },
    says: /stage "bye"/,
    fix: /there is buy/,
  },
  {
    reference: 'voices stages[]',
    bad: { voices: { call: { type: 'guest', stages: ['bye'] } } },
    says: /voice "call" asks for stage "bye"/,
  },
  {
    reference: 'voices themes[]',
    bad: { voices: { call: { type: 'guest', themes: ['month'] } } },
    says: /theme "month"/,
  },
  {
    reference: 'modules audience',
    bad: module({
      audience: {
        departments: ['stores'],
        sites: ['yrok'],
        except: { levels: ['manager'], roles: ['boss'] },
      },
    }),
    says: /site "yrok"/,
  },
  {
    reference: 'departments teams.*.site',
    bad: { departments: { stores: { teams: { a: { site: 'mian' } } } } },
    says: /department "stores" asks for site "mian"/,
    fix: /"main"/,
  },
  {
    reference: 'departments teams.*.meetings.*.shifts[]',
    bad: {
      departments: {
        stores: {
          teams: { a: { meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15, shifts: ['dya'] } } } },
        },
      },
    },
    says: /shift "dya", which department "stores" does not have/,
  },
  {
    reference: 'departments teams.*.meetings.*.sites[]',
    bad: {
      departments: {
        stores: {
          teams: { a: { meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15, sites: ['mian'] } } } },
        },
      },
    },
    says: /site "mian"/,
    fix: /"main"/,
  },
  {
    reference: 'modules room[]',
    bad: { ...module({ room: ['hal'] }), rooms: { hall: { site: 'main', seats: 9 } } },
    says: /module "basics" asks for room "hal"/,
    fix: /"hall"/,
  },
  {
    reference: 'modules sites[]',
    bad: module({ sites: ['main', 'onlin'] }),
    says: /site "onlin"/,
    fix: /"online"/,
  },
  {
    reference: 'modules when.moment',
    bad: module({ when: { from: undefined, by: undefined, moment: 'day-31' } }),
    says: /moment "day-31"/,
    fix: /day-60/,
  },
  {
    reference: 'modules when.date',
    bad: module({ when: { from: undefined, by: undefined, date: 'cx-dya' } }),
    says: /"cx-dya", which is neither a date nor an observance/,
    fix: /"cx-day"/,
  },
  {
    reference: 'modules themes[]',
    bad: module({ themes: ['Mission'] }),
    says: /theme "Mission"/,
    fix: /it is written "mission": capitals matter/,
  },
  { reference: 'modules stages[]', bad: module({ stages: ['own'] }), says: /stage "own"/ },
  {
    reference: 'modules touchpoints[]',
    bad: module({ touchpoints: ['chekout'] }),
    says: /touchpoint "chekout"/,
    fix: /"checkout"/,
  },
  { reference: 'modules moments[]', bad: module({ moments: ['day-60', 'day-61'] }), says: /moment "day-61"/ },
  {
    reference: 'modules voices[]',
    bad: module({ voices: ['testimonial', 'recordin'] }),
    says: /voice "recordin"/,
    fix: /"recording"/,
  },
  {
    reference: 'modules metrics[]',
    bad: module({ metrics: ['nps'] }),
    says: /metric "nps"/,
    fix: /there is no metric yet/,
  },
  {
    reference: 'modules after[]',
    bad: module({ after: ['basic'] }),
    says: /module "basics" asks for module "basic"/,
  },
  {
    reference: 'modules after[].module',
    bad: module({ after: [{ module: 'basix' }] }),
    says: /module "basix"/,
  },
  {
    reference: 'modules host.department',
    bad: module({ format: 'shadowing', host: { department: 'cc', guests: 2 } }),
    says: /department "cc"/,
  },
  {
    reference: 'modules host.site',
    bad: module({ format: 'shadowing', host: { department: 'stores', guests: 2, site: 'online' } }),
    says: /site "online"/,
  },
  {
    reference: 'facilitators teaches[]',
    bad: { facilitators: { amira: { kind: 'trainer', teaches: ['basisc'] } } },
    says: /facilitator "amira" asks for module or skill "basisc"/,
    fix: /"basics"/,
  },
  {
    reference: 'facilitators role',
    bad: { facilitators: { amira: { kind: 'trainer', role: 'trainer' } } },
    says: /role "trainer"/,
  },
  {
    reference: 'facilitators sites[]',
    bad: { facilitators: { amira: { kind: 'trainer', sites: ['main', 'lima'] } } },
    says: /site "lima"/,
  },
  {
    reference: 'rituals audience',
    bad: {
      rituals: {
        letter: { type: 'communication', when: { every: 'month' }, audience: { regions: ['North'] } },
      },
    },
    says: /ritual "letter" asks for region "North"/,
  },
  {
    reference: 'rituals themes[]',
    bad: { rituals: { letter: { type: 'communication', when: { every: 'month' }, themes: ['misson'] } } },
    says: /theme "misson"/,
  },
  {
    reference: 'rituals when.moment',
    bad: { rituals: { letter: { type: 'communication', when: { moment: 'day-2' } } } },
    says: /moment "day-2"/,
  },
  {
    reference: 'rituals when.date',
    bad: { rituals: { letter: { type: 'communication', when: { date: 'service-week' } } } },
    says: /"service-week", which is neither/,
  },
  {
    reference: 'policy minCoverage.departments{}',
    bad: { policy: { minCoverage: { departments: { store: 50 } } } },
    says: /the policy asks for department "store"/,
    fix: /"stores"/,
  },
  { reference: 'policy weights{}', bad: { policy: { weights: { mixd: 2 } } }, says: /mixd/, fix: /mixed/ },
  {
    reference: 'costs facilitators{}',
    bad: { costs: { currency: 'GBP', facilitators: { amirah: { day: 900 } } } },
    says: /the table of costs asks for facilitator "amirah"/,
  },
  {
    reference: 'costs rooms{}',
    bad: { costs: { currency: 'GBP', rooms: { labb: { day: 90 } } } },
    says: /the table of costs asks for room "labb"/,
  },
  {
    reference: 'policy rules{}',
    bad: { policy: { rules: { 'no-voise': 'off' } } },
    says: /no-voise/,
    fix: /no-voice/,
  },
  ...[
    'department',
    'role',
    'site',
    'shift',
    'theme',
    'stage',
    'touchpoint',
    'moment',
    'module',
    'voice',
    'ritual',
    'facilitator',
    'metric',
  ].map(
    (part): Case => ({
      reference: `waivers ${part}`,
      bad: {
        waivers: [
          { rule: 'no-metric', reason: 'Later', owner: 'Priya', until: '2027-03-01', [part]: 'nowhere' },
        ],
      },
      says: new RegExp(`waiver of "no-metric" asks for ${part} "nowhere"`),
    }),
  ),
  {
    reference: 'waivers rule',
    bad: { waivers: [{ rule: 'no-metrics', reason: 'Later', owner: 'Priya', until: '2027-03-01' }] },
    says: /no-metrics/,
    fix: /no-metric/,
  },
  {
    reference: 'sites travel{}',
    bad: { sites: { main: { travel: { yrok: 40 } }, york: {} } },
    says: /site "main" asks for site "yrok"/,
    fix: /"york"/,
  },
  {
    reference: 'rooms sites[]',
    bad: { sites: { main: {}, york: {} }, rooms: { van: { sites: ['main', 'online'], seats: 4 } } },
    says: /room "van" asks for site "online"/,
    fix: /make two rooms of it: what is online does not move/,
  },
  {
    reference: 'modules at[]',
    bad: {
      ...module({ at: 'hall', format: 'event' }),
      sites: { main: {} },
      rooms: { hall: { site: 'main', seats: 4 } },
    },
    says: /module "basics" asks for site "hall"/,
    fix: /write main: "hall" is a room there/,
  },
  {
    reference: 'modules at[]',
    bad: module({ at: '10:00', format: 'event' }),
    says: /module "basics" asks for site "10:00"/,
    fix: /a time stands in when: \{ date: …, at: 10:00 \}/,
  },
  {
    reference: 'modules at[]',
    bad: module({ at: 'online', format: 'event' }),
    says: /module "basics" asks for site "online"/,
    fix: /write room: online instead/,
  },
  {
    reference: 'pins module',
    bad: { pins: [{ module: 'basiks', group: 'a.b.day.1', on: '2027-03-02' }] },
    says: /module "basiks"/,
  },
  {
    reference: 'pins facilitator',
    bad: { pins: [{ module: 'basics', group: 'a.b.day.1', facilitator: 'anna' }] },
    says: /facilitator "anna"/,
  },
  {
    reference: 'pins room',
    bad: { pins: [{ module: 'basics', group: 'a.b.day.1', room: 'lofd' }] },
    says: /room "lofd"/,
  },
];

describe('references', () => {
  for (const { reference, bad, says, fix } of CASES) {
    it(`names one that leads nowhere: ${reference}`, async () => {
      const found = await diagnosticsOf(minimal(bad));
      const one = found.find(({ message }) => says.test(message));
      expect(one, found.map(line).join('\n')).toBeDefined();
      expect(one!.severity).toBe('error');
      expect(one!.at?.line).toBeGreaterThan(1);
      if (fix) expect(one!.fix).toMatch(fix);
      expect(
        found.filter(({ at }) => at?.line === one!.at!.line && at.column === one!.at!.column),
      ).toHaveLength(1);
    });
  }

  it('has a case for every reference of the table', () => {
    const known = new Set(CASES.map(({ reference }) => reference));
    const all = Object.entries(REFERENCES).flatMap(([section, list]) =>
      list.map(({ path }) => `${section} ${path}`),
    );
    expect(all.filter((reference) => !known.has(reference))).toEqual([]);
  });

  it('points at the word, and at the definition of what was meant', async () => {
    const text = minimal(module({ themes: ['misson'] }));
    const [one] = await diagnosticsOf(text);
    const lines = text.split('\n');
    expect(lines[one!.at!.line - 1]!.slice(one!.at!.column - 1)).toBe('misson');
    expect(one!.fix).toBe(`did you mean "mission"? (cxplan.yaml:${lines.indexOf('  mission:') + 1})`);
  });

  it('finds all in one run, those of entries that are broken otherwise too', async () => {
    const found = await diagnosticsOf(
      minimal({
        modules: { basics: { minutes: 'long', themes: ['misson'], stages: ['bye'] } },
        roles: { colleague: { department: 'stroes' } },
        departments: { stores: { shifts: { day: { days: 'mon', hours: '09:00-10:00', share: '90%' } } } },
      }),
    );
    expect(found.map(({ code }) => code).sort()).toEqual([
      'share-sum',
      'unknown-reference',
      'unknown-reference',
      'unknown-reference',
      expect.stringMatching(/^(?!unknown)/),
    ]);
  });

  it('says nothing that follows from a typo elsewhere', async () => {
    const text = minimal({
      roles: { colleague: { department: 'stroes' } },
      modules: {
        basics: {
          audience: { departments: ['stores'] },
          when: { moment: 'day-30', from: undefined, by: undefined },
        },
      },
    });
    expect((await diagnosticsOf(text)).map(({ code }) => code)).toEqual(['unknown-reference']);
  });

  it('says nothing about references when a file cannot be read', async () => {
    const files = { 'a.yaml': minimal(module({ themes: ['empathy'] })), 'b.yaml': 'themes: { empathy: {} ' };
    const codes = (await diagnosticsOf(files)).map(({ code }) => code);
    expect(codes).not.toContain('unknown-reference');
    expect(codes.length).toBeGreaterThan(0);
  });

  it('takes no inherited word for a known one', async () => {
    const found = await diagnosticsOf(
      minimal(module({ themes: ['toString', 'hasOwnProperty'], touchpoints: ['valueOf'] })),
    );
    expect(found.map(({ code }) => code)).toEqual([
      'unknown-reference',
      'unknown-reference',
      'unknown-reference',
    ]);
  });
});

describe('circles', () => {
  const chain = (ids: readonly string[], close: boolean): Sections =>
    Object.fromEntries(
      ids.map((id, i) => {
        const before = i > 0 ? ids[i - 1] : close ? ids.at(-1) : undefined;
        return [
          id,
          {
            audience: 'everyone',
            format: 'self-paced',
            minutes: 5,
            when: { by: '2027-12-17' },
            ...(before && { after: [before] }),
          },
        ];
      }),
    );

  it('are shown whole, each link with its line', async () => {
    const found = await diagnosticsOf(minimal({ modules: chain(['a', 'b', 'c'], true) }));
    expect(found.map(({ code }) => code)).toEqual(['cycle-in-after']);
    expect(found[0]!.message).toBe(
      '"a" → "c" → "b" → "a" can never be held: each waits for the next (3 in a circle)',
    );
    expect(found[0]!.related!.map(({ message }) => message)).toEqual([
      '"a" comes after "c"',
      '"c" comes after "b"',
      '"b" comes after "a"',
    ]);
    expect(new Set(found[0]!.related!.map(({ at }) => at!.line)).size).toBe(3);
  });

  it('of one are said so', async () => {
    const found = await diagnosticsOf(minimal({ modules: { basics: { after: [{ module: 'basics' }] } } }));
    expect(found.map(({ message }) => message)).toEqual(['"basics" comes after itself']);
  });

  it('of 3,000 are found without a stack overflow, and a chain of 3,000 is none', async () => {
    const ids = Array.from({ length: 3000 }, (_, i) => `m${i}`);
    const found = await diagnosticsOf(minimal({ modules: chain(ids, true) }));
    expect(found.map(({ code }) => code)).toEqual(['cycle-in-after']);
    expect(found[0]!.related).toHaveLength(3000);
    expect(found[0]!.message.length).toBeLessThan(250);
    expect((await diagnosticsOf(minimal({ modules: chain(ids, false) }))).map(line)).toEqual([]);
  });

  it('that share a module are one knot, two apart are two', async () => {
    const found = await diagnosticsOf(
      minimal({ modules: { ...chain(['a', 'b'], true), ...chain(['x', 'y'], true) } }),
    );
    expect(found.map(({ code }) => code)).toEqual(['cycle-in-after', 'cycle-in-after']);
  });

  it('among audiences are found too', async () => {
    const found = await diagnosticsOf(
      minimal({ audiences: { a: 'b', b: 'a' }, modules: { basics: { audience: 'a' } } }),
    );
    expect(found.map(({ code }) => code)).toEqual(['cycle-in-audiences']);
  });
});

describe('lists of known words', () => {
  it('agree with the schemas', () => {
    expect([...RULE_IDS].sort()).toEqual([...common.definitions.ruleId.enum].sort());
    expect([...TERM_IDS].sort()).toEqual(Object.keys(policy.properties.weights.properties).sort());
  });
});
