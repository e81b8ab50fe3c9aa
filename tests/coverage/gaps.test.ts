import { describe, expect, it } from 'vitest';
import { assessGaps, optionsOf } from '../../src/coverage/gaps.ts';
import { RULES } from '../../src/coverage/rules/index.ts';
import type { Gaps } from '../../src/model/made/gaps.ts';
import { minimal, modelOf, type Sections } from '../fixtures.ts';
import { planOf } from './builder.ts';
import { assessExample } from './examples.ts';

async function gapsOf(changes: Sections, asOf?: string): Promise<Gaps> {
  const model = await modelOf(minimal(changes));
  const sessions = [{ module: 'basics', start: '2027-01-12' }];
  return assessGaps(model, planOf(model, { sessions, ...(asOf ? { asOf } : {}) }));
}

const waiver = { rule: 'no-voice', reason: 'The recordings come in May', owner: 'Ines', until: '2027-05-31' };

describe('waivers', () => {
  it('move a finding aside, with their reason', async () => {
    const { findings, waived } = await gapsOf({ waivers: [{ ...waiver, module: 'basics' }] });
    expect(findings.some(({ rule }) => rule === 'no-voice')).toBe(false);
    expect(waived).toMatchObject([
      {
        key: 'no-voice:module=basics',
        waived: { reason: 'The recordings come in May', owner: 'Ines', until: '2027-05-31' },
      },
    ]);
  });

  it('without a subject cover every finding of the rule', async () => {
    const { waived } = await gapsOf({ waivers: [waiver] });
    expect(waived.map(({ key }) => key)).toEqual(['no-voice:module=basics']);
  });

  it('cover nothing they do not name', async () => {
    const other = { audience: 'everyone', format: 'self-paced', minutes: 30, when: { every: 'year' } };
    const { findings } = await gapsOf({ modules: { other }, waivers: [{ ...waiver, module: 'other' }] });
    expect(findings.map(({ key }) => key)).toContain('no-voice:module=basics');
  });

  describe('cover what lies within what they name', () => {
    const firm: Sections = {
      departments: { learning: {}, office: {} },
      roles: {
        educator: { department: 'learning', heads: 2 },
        clerk: { department: 'office', heads: 3 },
      },
      sites: { main: {} },
      facilitators: { ann: { kind: 'trainer', role: 'educator' } },
      modules: {
        desk: {
          audience: { departments: ['office'] },
          format: 'self-paced',
          minutes: 30,
          when: { every: 'year' },
        },
        led: {
          audience: { departments: ['stores'] },
          format: 'workshop',
          minutes: 60,
          when: { every: 'year' },
        },
      },
      rooms: { hall: { site: 'main', seats: 20 } },
    };
    const waived = async (rule: string, subject: object): Promise<string[]> => {
      const model = await modelOf(minimal({ ...firm, waivers: [{ ...waiver, rule, ...subject }] }));
      const sessions = [
        { module: 'basics', start: '2027-01-12' },
        { module: 'led', start: '2027-01-05', facilitator: 'ann' },
      ];
      return assessGaps(model, planOf(model, { sessions })).waived.map(({ key }) => key);
    };

    it.each([
      ['trainers-uncovered', { department: 'learning' }, ['trainers-uncovered:facilitator=ann']],
      ['trainers-uncovered', { role: 'educator' }, ['trainers-uncovered:facilitator=ann']],
      ['trainers-uncovered', { department: 'office' }, []],
      ['no-voice', { department: 'office' }, ['no-voice:module=desk']],
      ['no-voice', { role: 'clerk' }, ['no-voice:module=desk']],
      [
        'no-voice',
        { site: 'main' },
        ['no-voice:module=basics', 'no-voice:module=desk', 'no-voice:module=led'],
      ],
      ['no-voice', { department: 'office', shift: 'day' }, ['no-voice:module=desk']],
      ['no-voice', { department: 'office', module: 'basics' }, []],
      ['no-voice', { theme: 'mission' }, ['no-voice:module=basics']],
    ])('%s %o', async (rule, subject, keys) => {
      expect(await waived(rule, subject)).toEqual(keys);
    });
  });

  it('hold through their last day; then they are an error, and the gap is back', async () => {
    const last = await gapsOf({ waivers: [waiver] }, '2027-05-31');
    const over = await gapsOf({ waivers: [waiver] }, '2027-06-01');
    expect(last.findings.filter(({ rule }) => rule === 'expired-waiver')).toEqual([]);
    expect(over.waived).toEqual([]);
    expect(over.findings.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['expired-waiver:waiver=no-voice', 'no-voice:module=basics']),
    );
  });
});

describe('the policy', () => {
  it('sets severities, and lists what is off', async () => {
    const { findings, off } = await gapsOf({
      policy: { rules: { 'no-voice': 'info', 'no-outcome': 'off' } },
    });
    expect(findings.find(({ rule }) => rule === 'no-voice')?.severity).toBe('info');
    expect(findings.some(({ rule }) => rule === 'no-outcome')).toBe(false);
    expect(off).toEqual(['no-outcome']);
  });

  it('sets the options of a rule; a share may be written in percent', () => {
    const rule = RULES.find(({ id }) => id === 'frontline-only')!;
    expect(optionsOf(rule, undefined)).toEqual({ share: 0.25 });
    expect(optionsOf(rule, new Map([['share', '40%']]))).toEqual({ share: 0.4 });
    expect(
      optionsOf(
        rule,
        new Map<string, unknown>([
          ['other', 3],
          ['share', true],
        ]),
      ),
    ).toEqual({ share: 0.25 });
  });

  it('sets thresholds for departments and the organisation, compared as they are shown', async () => {
    const plain = await gapsOf({});
    const score = plain.departments[0]!.score!;
    expect(score).toBeLessThan(60);
    expect(plain.belowThreshold).toEqual([{ department: 'stores', score, threshold: 60 }]);
    const shown = Number(score.toFixed(1));
    const thresholds = (n: number) => ({
      policy: { minCoverage: { organisation: n, departments: { stores: n } } },
    });
    expect((await gapsOf(thresholds(shown))).belowThreshold).toEqual([]);
    expect(
      (await gapsOf(thresholds(shown + 0.1))).belowThreshold.map(({ department }) => department),
    ).toEqual(['', 'stores']);
  });
});

describe('folding', () => {
  it('puts what another finding implies under it, once', async () => {
    const { gaps } = await assessExample(
      'modules:\n  theme-huddle: { stages: [] }\n  kind-invoices: { stages: [], touchpoints: [] }\n',
    );
    const keys = gaps.findings.map(({ key, implied = [] }) => [key, implied.map((one) => one.key)]);
    expect(keys).toEqual([
      [
        'touchpoint-gap:department=office,role=bookkeeper,touchpoint=invoice',
        ['stage-gap:department=office,stage=buy'],
      ],
    ]);
  });

  it('never hides an error under a warning', async () => {
    const { gaps } = await assessExample(
      'policy:\n  rules: { stage-gap: error }\nmodules:\n  theme-huddle: { stages: [] }\n  kind-invoices: { stages: [], touchpoints: [] }\n',
    );
    expect(gaps.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['stage-gap', 'error'],
      ['touchpoint-gap', 'warn'],
    ]);
  });

  it('says of a department without any training only that', async () => {
    const { gaps } = await assessExample(
      'modules:\n  our-mission: { audience: { departments: [shop] } }\n  theme-huddle: { audience: { departments: [shop] } }\n  customer-lunch: { audience: { departments: [shop] } }\n  customer-day: { audience: { departments: [shop] } }\n  kind-invoices: null\n',
    );
    expect(gaps.findings.map(({ key }) => key)).toEqual(['no-training:department=office']);
    expect(gaps.findings[0]!.implied!.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([
        'theme-gap',
        'stage-gap',
        'touchpoint-gap',
        'shift-uncovered',
        'mantra-untaught',
      ]),
    );
  });
});

describe('findings', () => {
  it('come by severity, rule and key, each key once', async () => {
    const { findings } = await gapsOf({ roles: { clerk: { department: 'stores', heads: 2 } } });
    const order = findings.map(
      ({ severity, key }) => `${['error', 'warn', 'info'].indexOf(severity)} ${key}`,
    );
    expect(order).toEqual([...order].sort());
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
  });
});
