/** The gate's formats, read back by what reads them: a runner's parser, the SARIF schema, an XML parser. */
import definition from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { PLAIN_NUMBERS } from '../../src/calendar/say.ts';
import { codequality } from '../../src/diagnostics/codequality.ts';
import { github } from '../../src/diagnostics/github.ts';
import { junit } from '../../src/diagnostics/junit.ts';
import { markdown } from '../../src/diagnostics/markdown.ts';
import { sarif } from '../../src/diagnostics/sarif.ts';
import { gap, HOSTILE, hostileVerdict, verdict } from './verdicts.ts';

/** Draft 4 calls its identity otherwise; nothing else in it differs from draft 7. */
const { $schema: _draft, id: _id, ...schema } = definition;
const isSarif = new Ajv({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
  allErrors: true,
}).compile(schema);

/** Control, bidirectional and other characters that nobody should meet raw. */
const STEERING = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

describe('github', () => {
  it('is an annotation at the right line of the right file, and the verdict below', () => {
    expect(github(verdict()).split('\n')).toEqual([
      '::error file=training/modules/shop.yaml,line=14,endLine=14,col=3,endColumn=13,title=no-voice::“Kind bills” teaches 4 people without a customer’s voice in it.%0AAdd a voice.',
      '::warning file=training/modules/shop.yaml,line=14,endLine=14,col=3,endColumn=13,title=empty-month::March is empty.%0AAdd a voice.',
      'cxplan: Coverage 81.3 of 100 planned, 98 of 100 seats placed: 2 people lack 2, lowest Office with 62.0.',
      'cxplan: Compared with a baseline.',
      'cxplan: Open: 1 error, 1 warning, 0 for information.',
      'cxplan: Suppressed: 1 waived, 1 in the baseline, 1 rule switched off (crammed).',
      'cxplan: The gate is shut.',
      '',
    ]);
  });

  it('escapes what a runner would read as the end of a value, so that it reads back the same', () => {
    const message = '100% of a,b: c\nd';
    const [line] = github(
      verdict({ results: [gap({ message, at: { file: 'a,b:c%.yaml', line: 1, column: 1 } })] }),
    ).split('\n');
    expect(line).toContain('file=training/a%2Cb%3Ac%25.yaml,');
    expect(line).toContain('::100%25 of a,b: c\\u{a}d%0A');
  });

  it('says that GitHub shows ten of a kind', () => {
    const many = Array.from({ length: 11 }, (_, i) => gap({ key: String(i), code: `mistake-${i}` }));
    expect(github(verdict({ results: many }))).toContain('cxplan: GitHub shows the first 10 annotations');
    expect(github(verdict({ results: many.slice(1) }))).not.toContain('GitHub shows');
  });

  it('tells many of one rule as one annotation, with their number and places; programs get each', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      gap({ key: `no-voice:module=m${i}`, at: { file: 'modules/shop.yaml', line: i + 1, column: 3 } }),
    );
    const one = verdict({ results: many });
    const annotations = github(one).match(/^::error .*/gm)!;
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toContain('And 29 more like it: training/modules/shop.yaml:2:3, ');
    expect(annotations[0]).toContain('and 19 more places (cxplan gaps --rule no-voice shows each).');
    expect(github(one)).toContain('Open: 30 errors');
    expect(markdown(one, PLAIN_NUMBERS).match(/And 29 more like it/g)).toHaveLength(1);
    expect(JSON.parse(sarif(one)).runs[0].results).toHaveLength(30);
    expect(
      new Set(JSON.parse(codequality(one)).map((each: { fingerprint: string }) => each.fingerprint)).size,
    ).toBe(30);
    // Fewer than five are told one by one.
    expect(github(verdict({ results: many.slice(0, 4) })).match(/^::error /gm)).toHaveLength(4);
  });

  it.each(HOSTILE)('says nothing but its own commands, whatever a text says: %j', (text) => {
    const out = github(hostileVerdict(text));
    expect(out.replaceAll('\n', '')).not.toMatch(STEERING);
    expect(out).not.toMatch(/##(?:vso)?\[/);
    const lines = out.trimEnd().split('\n');
    const commands = lines.filter((line) => line.trimStart().startsWith('::'));
    expect(commands).toHaveLength(3);
    for (const line of commands) {
      const [, name, properties] = /^::(\w+) ([^:]*)::/.exec(line)!;
      expect(['error', 'warning']).toContain(name);
      expect(properties!.split(',').map((part) => part.split('=', 1)[0])).toEqual([
        'file',
        'line',
        'endLine',
        'col',
        'endColumn',
        'title',
      ]);
    }
    for (const line of lines.slice(3)) expect(line).toMatch(/^cxplan: /);
  });
});

describe('sarif', () => {
  it('is valid, and says rule, place, identity, and what is suppressed', () => {
    const log = JSON.parse(sarif(verdict()));
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    const [run] = log.runs;
    const rules = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(rules).toEqual(['no-voice', 'empty-month', 'no-mantra', 'below-threshold']);
    expect(run.tool.driver.rules[0]).toMatchObject({
      help: { text: expect.stringContaining('Why.'), markdown: expect.stringContaining('**Why.**') },
      defaultConfiguration: { level: 'error' },
    });
    const [open, , known, waived] = run.results;
    expect(open).toMatchObject({
      ruleId: 'no-voice',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'training/modules/shop.yaml' },
            region: { startLine: 14, startColumn: 3, endColumn: 13 },
          },
        },
      ],
      partialFingerprints: { 'cxplanKey/v1': 'no-voice:module=kind-bills' },
    });
    expect(open).not.toHaveProperty('suppressions');
    expect(known).toMatchObject({ baselineState: 'unchanged', suppressions: [{ status: 'accepted' }] });
    expect(waived.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'It comes in May (Ines, until 2027-06-30)' },
    ]);
    expect(run.properties.totals).toMatchObject({ error: 1, warn: 1, waived: 1, known: 1, off: 1 });
  });

  it('keeps its fingerprint when line, wording and file change, and no two gaps share one', () => {
    const print = (result: ReturnType<typeof gap>) =>
      JSON.parse(sarif(verdict({ results: [result] }))).runs[0].results[0].partialFingerprints;
    const moved = gap({ message: 'Other words.', at: { file: 'b.yaml', line: 99, column: 1 } });
    expect(print(moved)).toEqual(print(gap({})));
    expect(print(gap({ key: 'no-voice:module=other' }))).not.toEqual(print(gap({})));
  });

  it('has a place for what has none, because code scanning refuses the file otherwise', () => {
    const { at: _, ...nowhere } = gap({ code: 'missing-programme' });
    const [run] = JSON.parse(sarif(verdict({ results: [nowhere] }))).runs;
    const [{ physicalLocation }] = run.results[0].locations;
    expect(physicalLocation.artifactLocation.uri).toBe('training/cxplan.yaml');
    expect(physicalLocation.region.startLine).toBe(3);
  });

  it('is a test that can fail: a log without a message is refused', () => {
    const log = JSON.parse(sarif(verdict()));
    delete log.runs[0].results[0].message;
    expect(isSarif(log)).toBe(false);
  });

  it.each(HOSTILE)('is valid whatever a text says: %j', (text) => {
    const out = sarif(hostileVerdict(text));
    expect(out.replaceAll('\n', '')).not.toMatch(STEERING);
    expect(out).not.toMatch(/##(?:vso)?\[/);
    const log = JSON.parse(out);
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    for (const { message, locations } of log.runs[0].results) {
      // Neither a link nor a placeholder.
      expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(|(?<!\{)\{\d+\}(?!\})/);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w%.~!*'()/-]+$/);
    }
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly path: string;
  text: string;
}

/** Elements in document order. @throws when it is not well-formed */
function elements(xml: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, path: open.map((one) => one.name).join('/'), text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return all;
}

describe('junit', () => {
  it('is a case for each rule and threshold: failing, told, skipped', () => {
    const all = elements(junit(verdict()));
    expect(all[0]).toMatchObject({
      name: 'testsuites',
      attributes: { tests: '7', failures: '1', errors: '0', skipped: '1' },
    });
    const cases = all.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes);
    expect(cases.map(({ classname, name }) => `${classname} ${name}`)).toEqual([
      'cxplan.workspace valid',
      'cxplan.content no-voice',
      'cxplan.rhythm empty-month',
      'cxplan.strategy no-mantra',
      'cxplan.time crammed',
      'cxplan.coverage threshold of organisation',
      'cxplan.coverage threshold of shop',
    ]);
    expect(cases[1]).toMatchObject({ file: 'training/modules/shop.yaml', line: '14' });
    const [failure] = all.filter(({ name }) => name === 'failure');
    expect(failure!.text).toBe(
      'training/modules/shop.yaml:14:3: error: “Kind bills” teaches 4 people without a customer’s voice in it.\n  Add a voice.',
    );
    const told = all.filter(({ name, path }) => name === 'system-out' && path.endsWith('testcase'));
    expect(told[0]!.text).toContain('Waived by Ines until 2027-06-30: It comes in May');
    expect(told[0]!.text).toContain('In the baseline.');
    expect(told[1]!.text).toContain('warn: March is empty.');
    expect(all.find(({ name }) => name === 'skipped')!.attributes.message).toContain('switched off');
  });

  it('skips every rule of a workspace that has errors, and fails the mistake', () => {
    const { coverage: _, ...rest } = verdict({
      results: [gap({ code: 'unknown-key', message: 'has the key "seat"' })],
      thresholds: [],
    });
    const all = elements(junit(rest));
    const failed = all.filter(({ name }) => name === 'failure');
    expect(failed.map(({ attributes }) => attributes.type)).toEqual(['unknown-key']);
    expect(all.filter(({ name }) => name === 'skipped')).toHaveLength(4);
  });

  it.each(HOSTILE)('is well-formed whatever a text says: %j', (text) => {
    const out = junit(hostileVerdict(text));
    expect(out.replaceAll('\n', '')).not.toMatch(STEERING);
    expect(out).not.toMatch(/##(?:vso)?\[/);
    const names = new Set(elements(out).map(({ name }) => name));
    expect(
      [...names].filter(
        (name) => !/^(testsuites?|testcase|failure|skipped|system-out|propert(y|ies))$/.test(name),
      ),
    ).toEqual([]);
  });
});

describe('codequality', () => {
  it('is what GitLab asks for, with open results only', () => {
    expect(JSON.parse(codequality(verdict()))).toEqual([
      {
        description: '“Kind bills” teaches 4 people without a customer’s voice in it.',
        check_name: 'no-voice',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: 'major',
        location: { path: 'training/modules/shop.yaml', lines: { begin: 14 } },
      },
      expect.objectContaining({ check_name: 'empty-month', severity: 'minor' }),
    ]);
  });

  it.each(HOSTILE)('is safe whatever a text says: %j', (text) => {
    const out = codequality(hostileVerdict(text));
    expect(out.replaceAll('\n', '')).not.toMatch(STEERING);
    expect(out).not.toMatch(/##(?:vso)?\[/);
    expect(JSON.parse(out)).toHaveLength(3);
  });
});

describe('markdown', () => {
  it('says first what a reviewer asks first', () => {
    const out = markdown(verdict(), PLAIN_NUMBERS);
    expect(out.split('\n').slice(0, 6)).toEqual([
      '<!-- cxplan check -->',
      '',
      '### ❌ The gate is shut: Spoke &amp; Sons 2027',
      '',
      '**81.3** of 100 planned · 98 of 100 seats placed: 2 people lack 2 · lowest **Office** with 62.0 · every threshold is kept  ',
      '**1** error · 1 warning · 0 for information  ',
    ]);
    expect(out).toContain('| no-voice | “Kind bills” teaches 4 people');
    expect(out).toContain('training/modules/shop.yaml:14');
    expect(out).toContain('<details><summary>1 waived</summary>');
    expect(out).toContain('| It comes in May | Ines | 2027-06-30 |');
    expect(out).toContain('Suppressed: 1 waived, 1 in the baseline, 1 rule switched off (crammed).');
  });

  it('calls gaps new when a baseline knows the old ones', () => {
    expect(markdown(verdict({ results: [gap({ status: 'new' })] }), PLAIN_NUMBERS)).toContain(
      '#### Errors (new)',
    );
    expect(markdown(verdict(), PLAIN_NUMBERS)).toContain('#### Errors\n');
  });

  it('stays below what GitHub accepts, however much there is', () => {
    const long = 'word '.repeat(500);
    const many = Array.from({ length: 500 }, (_, i) =>
      gap({
        key: String(i),
        code: `mistake-${i}`,
        message: long,
        remedy: long,
        severity: i % 2 ? 'warn' : 'error',
      }),
    );
    const out = markdown(verdict({ results: many }), PLAIN_NUMBERS);
    expect(out.length).toBeLessThan(65_536);
    expect(out).toMatch(/… and 2\d\d more: /);
  });

  it.each(HOSTILE)('mentions nobody and shows no HTML, link or cell of its own: %j', (text) => {
    const out = markdown(hostileVerdict(text), PLAIN_NUMBERS);
    expect(out.replaceAll('\n', '')).not.toMatch(STEERING);
    expect(out).not.toMatch(/##(?:vso)?\[/);
    const tags = [...out.matchAll(/<([/!\w-]+)/g)].map(([, tag]) => tag);
    expect(tags.filter((tag) => !/^(!--|\/?(details|summary|sub))$/.test(tag!))).toEqual([]);
    expect(out).not.toMatch(/(?<!\\)\]\(|@\w|(?<!&)#\d|!\d|^\s*::|^\//m);
    for (const row of out.split('\n').filter((line) => line.startsWith('|'))) {
      const columns = row.match(/(?<!\\)\|/g)!.length;
      expect([5, 6]).toContain(columns);
    }
  });
});
