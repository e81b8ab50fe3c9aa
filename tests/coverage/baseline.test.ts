/** A baseline lets old gaps pass and no new one, whatever closes meanwhile. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BaselineError,
  baselineText,
  compare,
  knownGaps,
  parseBaseline,
} from '../../src/coverage/baseline.ts';
import { inIdsOfNow } from '../../src/coverage/baseline-ids.ts';
import type { KnownGap } from '../../src/model/made/baseline.gen.ts';
import type { Finding, Gaps } from '../../src/model/made/gaps.ts';
import { loadSources } from '../../src/workspace/load.ts';

function finding(key: string, changes: Partial<Finding> = {}): Finding {
  const rule = key.split(':')[0]!;
  return {
    rule,
    key,
    severity: 'error',
    subject: {},
    message: key,
    why: '',
    fix: '',
    pointer: [],
    ...changes,
  };
}

function gaps(findings: readonly Finding[], changes: Partial<Gaps> = {}): Gaps {
  return { findings, waived: [], off: [], ...changes } as unknown as Gaps;
}

const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
const known = (...list: Finding[]) => knownGaps(gaps(list));
const [a, b, c] = ['no-voice:module=a', 'no-voice:module=b', 'unpaid:module=c'].map((key) =>
  finding(key),
) as [Finding, Finding, Finding];

describe('comparing', () => {
  it('lets old gaps pass, in whatever words and lines', () => {
    const now = gaps([finding(a.key, { message: 'Other words.', pointer: ['elsewhere'] }), b]);
    const { fresh, known: old, closed } = compare(now, known(a, b));
    expect([keys(fresh), keys(old), keys(closed)]).toEqual([[], [a.key, b.key], []]);
  });

  it('sees a swap: one closed, one opened, the same number', () => {
    const { fresh, known: old, closed } = compare(gaps([b, c]), known(a, b));
    expect([keys(fresh), keys(old), keys(closed)]).toEqual([[c.key], [b.key], [a.key]]);
  });

  it('calls a warning that became an error new, and one that became milder known', () => {
    const mild = finding(a.key, { severity: 'warn' });
    expect(keys(compare(gaps([a]), known(mild)).fresh)).toEqual([a.key]);
    expect(keys(compare(gaps([a]), known(mild)).closed)).toEqual([]);
    expect(keys(compare(gaps([mild]), known(a)).fresh)).toEqual([]);
  });

  it('counts: a second one of the same identity is new', () => {
    const { fresh, known: old } = compare(gaps([a, a]), known(a));
    expect([keys(fresh), keys(old)]).toEqual([[a.key], [a.key]]);
    expect(compare(gaps([a]), known(a, a)).closed).toEqual([{ key: a.key, severity: 'error', count: 1 }]);
  });

  it('knows what is folded under a gap, and shows a new one that hides there', () => {
    const under = (...implied: Finding[]) => ({ ...a, implied });
    const before = known(under(b));
    expect(keys(compare(gaps([b]), before).fresh)).toEqual([]);
    const { fresh, known: old } = compare(gaps([under(b, c)]), before);
    expect(keys(fresh)).toEqual([c.key]);
    expect(keys(old[0]!.implied!)).toEqual([b.key]);
    expect(keys(compare(gaps([under(b)]), known(b)).closed)).toEqual([]);
  });

  it('calls neither a waived gap nor one of a rule that is off closed', () => {
    expect(compare(gaps([], { waived: [a], off: ['unpaid'] }), known(a, b, c)).closed).toEqual([
      { key: b.key, severity: 'error', count: 1 },
    ]);
  });

  it('never knows what is for information, which comes and goes', () => {
    const hint = finding('at-peak:module=a', { severity: 'info' });
    expect(known(hint)).toEqual([]);
    expect(keys(compare(gaps([hint]), []).fresh)).toEqual([hint.key]);
    // A known warning that is for information now is still there, so it has not closed.
    expect(compare(gaps([finding(a.key, { severity: 'info' })]), known(a)).closed).toEqual([]);
  });

  it('never knows an expired waiver', () => {
    const expired = finding('expired-waiver:waiver=x');
    expect(known(expired)).toEqual([]);
    const forged: KnownGap[] = [{ key: expired.key, severity: 'error', count: 1 }];
    expect(keys(compare(gaps([expired]), forged).fresh)).toEqual([expired.key]);
  });

  it('loses no gap, and what it has written it knows', () => {
    const severity = fc.constantFrom('error' as const, 'warn' as const, 'info' as const);
    const one = fc
      .tuple(fc.integer({ min: 0, max: 9 }), severity)
      .map(([i, s]) => finding(`r:module=${i}`, { severity: s }));
    const some = fc.uniqueArray(one, { selector: ({ key }) => key });
    fc.assert(
      fc.property(some, some, (before, now) => {
        const { fresh, known: old, closed } = compare(gaps(now), known(...before));
        expect([...keys(fresh), ...keys(old)].sort()).toEqual(keys(now).sort());
        const gone = keys(known(...before)).filter((key) => !keys(now).includes(key));
        expect(keys(closed)).toEqual(gone.sort());
        const again = compare(gaps(now), parseBaseline(baselineText(known(...now))));
        expect(again.fresh.filter((one) => one.severity !== 'info')).toEqual([]);
        expect(again.closed).toEqual([]);
      }),
    );
  });
});

describe('the file', () => {
  it('is one gap a line, sorted, the same bytes in any order', () => {
    const text = baselineText(known(c, a));
    expect(text).toBe(
      [
        '{',
        '  "schema": "https://cxplan.dev/schemas/baseline-1.json",',
        '  "version": 1,',
        '  "gaps": [',
        '    {"key":"no-voice:module=a","severity":"error","count":1},',
        '    {"key":"unpaid:module=c","severity":"error","count":1}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    expect(baselineText(known(a, c))).toBe(text);
    expect(parseBaseline(text.replaceAll('\n', '\r\n'))).toEqual(known(a, c));
  });

  it('keeps its contract, with gaps and without', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../schemas/baseline.schema.json', import.meta.url), 'utf8'),
    );
    const isBaseline = new Ajv({ strict: true }).compile(schema);
    for (const text of [baselineText([]), baselineText(known(a, b))]) {
      expect(isBaseline(JSON.parse(text)), JSON.stringify(isBaseline.errors)).toBe(true);
      expect(parseBaseline(text)).toBeDefined();
    }
    expect(isBaseline({ version: 1, gaps: [{ key: 'a' }] })).toBe(false);
  });

  const whole = baselineText(known(a, b));
  it.each([
    ['cut off', whole.slice(0, 120), 'cut off before its end'],
    ['empty', ' \n', 'is empty'],
    ['torn by git', whole.replace('    {', '<<<<<<< HEAD\n    {'), 'conflict markers of git in line 5'],
    ['newer', whole.replace('"version": 1', '"version": 2'), 'use a newer cxplan'],
    ['no JSON', '{ gaps }', 'not valid JSON'],
    ['a list', '[]', 'not an object'],
    ['another document', '{}', 'no baseline of cxplan'],
    ['without a count', whole.replace(',"count":1', ''), 'gaps[0] is no known gap'],
    ['with half a count', whole.replace('"count":1', '"count":0.5'), 'gaps[0] is no known gap'],
    ['of a strange severity', whole.replace('"error"', '"toString"'), 'gaps[0] is no known gap'],
    ['with one key twice', whole.replace('module=b', 'module=a'), 'twice'],
  ])('is refused when it is %s', (_what, text, message) => {
    expect(() => parseBaseline(text)).toThrow(BaselineError);
    expect(() => parseBaseline(text)).toThrow(message);
    expect(() => parseBaseline(text)).toThrow('--update-baseline');
  });
});

it('knows a gap by the ids of now, where something says what it was', async () => {
  const { model } = await loadSources(
    new Map([
      [
        'cxplan.yaml',
        `programme: { name: P, starts: 2027-01-04, ends: 2027-03-31, timezone: UTC }
sites: { york: { was: [leeds] } }
departments: { wards: { was: ward, shifts: { early: { was: dawn, days: mon-fri, hours: "08:00-16:00", share: 100% } } } }
roles: { carer: { was: nurse, department: wards, heads: 3 } }
facilitators: { amira-k: { was: amira, kind: trainer } }
modules: { talk: { was: chat, audience: everyone, format: self-paced, minutes: 5, when: { every: month } } }
`,
      ],
    ]),
  );
  const before = [
    'no-voice:module=chat',
    'no-voice:module=chit-chat',
    'no-mantra',
    'shift-uncovered:department=ward,site=leeds,shift=dawn',
    'at-peak:department=ward,role=nurse,group=nurse.leeds.dawn.2,module=chat,occurrence=2027-01',
    'trainers-uncovered:facilitator=amira',
  ].map((key) => ({ key, severity: 'warn', count: 2 }) as const);
  expect(keys(inIdsOfNow(before, model!))).toEqual([
    'no-voice:module=talk',
    'no-voice:module=chit-chat',
    'no-mantra',
    'shift-uncovered:department=wards,site=york,shift=early',
    'at-peak:department=wards,role=carer,group=carer.york.early.2,module=talk,occurrence=2027-01',
    'trainers-uncovered:facilitator=amira-k',
  ]);
  expect(inIdsOfNow(before, model!)[0]).toMatchObject({ severity: 'warn', count: 2 });
});
