/** A first workspace is a good one: it validates, plans, scores and passes the gate, for every template and answer. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isScalar, parseAllDocuments, visit } from 'yaml';
import { TEMPLATES } from '../../src/cli/flags/plan.ts';
import { regionFrom } from '../../src/cli/init/region.ts';
import { fromTemplate } from '../../src/cli/init/template.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { scratch } from '../output/scratch.ts';
import { root } from '../package/build.ts';
import { run } from './host.ts';

const templates = join(root, 'templates');

describe.each(TEMPLATES)('init --template %s --yes', (template) => {
  it('asks nothing and writes a workspace that plans without an error or a warning', async () => {
    const folder = join(scratch(), 'my-firm');
    const { code, out } = await run([
      'init',
      folder,
      '--template',
      template,
      '--yes',
      '--timezone',
      'Europe/London',
    ]);
    expect(code).toBe(0);
    expect(out).toContain(`cxplan generate ${folder}`);
    expect(out.split('\n').length).toBeLessThanOrEqual(24);
    expect(
      Math.max(...out.split('\n').map((line) => line.replaceAll(folder, 'my-firm').length)),
    ).toBeLessThanOrEqual(100);
    expect(readFileSync(join(folder, 'programme.yaml'), 'utf8')).toMatch(
      /name: My firm[\s\S]*starts: 2028-01-04/,
    );
    expect((await run(['generate', folder])).out).toMatch(
      /Coverage {2}9\d\.\d[\s\S]*everyone has a place[\s\S]*no errors · 0 warnings/,
    );
    expect(await run(['check', folder, '--plan'])).toMatchObject({ code: 0 });
  });
});

describe('templates', () => {
  it('are the folders that --template knows, each a workspace with comments that teach', async () => {
    expect(readdirSync(templates).sort()).toEqual([...TEMPLATES, 'journeys'].sort());
    for (const template of TEMPLATES) {
      const texts = readdirSync(join(templates, template)).map((file) =>
        readFileSync(join(templates, template, file), 'utf8'),
      );
      expect(texts.join('').match(/(?:^| )# /gm)!.length, template).toBeGreaterThanOrEqual(9);
    }
  });

  it('share no sentence: each is written for its own trade', () => {
    const sentences = new Map<string, string>();
    for (const template of TEMPLATES) {
      for (const [file, text] of fromTemplate(template, NAMED).map(
        ({ path, text }) => [path, text] as const,
      )) {
        for (const sentence of sentencesIn(text)) {
          expect(sentences.get(sentence) ?? template, `${file}: ${sentence}`).toBe(template);
          sentences.set(sentence, template);
        }
      }
    }
    expect(sentences.size).toBeGreaterThan(400);
  });

  it('go to any year and zone; their holidays go with their zone only', async () => {
    const [there] = fromTemplate('retail', { ...NAMED, year: 2030, timezone: 'Europe/Paris' }).filter(
      ({ path }) => path === 'programme.yaml',
    );
    expect(there!.text).toMatch(/starts: 2030-01-04[\s\S]*recorded: 2029-/);
    expect(there!.text).not.toMatch(/^ {2}holidays:/m);
    const files = fromTemplate('services', { ...NAMED, year: 2031, holidays: 'FR' });
    expect((await valid(files)).sites.get('house')!.holidayRegion).toBe('FR');
  });
});

const NAMED = { name: 'A firm', year: 2027, timezone: 'Europe/London', holidays: undefined };

/** Texts of four words and more. */
function sentencesIn(text: string): string[] {
  const found: string[] = [];
  for (const document of parseAllDocuments(text)) {
    visit(document, {
      Scalar: (_, node) => {
        if (isScalar(node) && typeof node.value === 'string' && node.value.split(' ').length >= 4)
          found.push(node.value);
      },
    });
  }
  return found;
}

async function valid(files: readonly { path: string; text: string }[]) {
  const { model, diagnostics } = await loadSources(new Map(files.map(({ path, text }) => [path, text])));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model!;
}

describe('init', () => {
  it('asks nobody where there is no terminal: 2, naming the flags that answer', async () => {
    const folder = scratch();
    for (const flags of [[], ['--yes']]) {
      const { code, err } = await run(['init', join(folder, 'x'), ...flags]);
      expect(code).toBe(2);
      expect(err).toContain('--template retail --yes');
      expect(err).toContain('--answers file.yaml');
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes no time zone that a workspace may not name: 2, what was meant, and nothing written', async () => {
    const folder = scratch();
    for (const [flag, word, says] of [
      ['--timezone', 'Mars/X', 'write the place, such as Europe/London, or UTC'],
      ['--timezone', 'BST', 'did you mean Europe/London?'],
      ['--timezone', 'US/Pacific', 'did you mean America/Los_Angeles?'],
      ['--holidays', 'UK', 'Write GB or GB-ENG, please.'],
    ] as const) {
      const { code, err } = await run(['init', join(folder, 'x'), '--template', 'saas', '--yes', flag, word]);
      expect([code, err]).toEqual([2, expect.stringContaining(says)]);
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('writes into no folder that holds YAML already', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'programme.yaml'), 'mine');
    const { code, err } = await run(['init', folder, '--template', 'saas', '--yes']);
    expect(code).toBe(2);
    expect(err).toMatch(/holds programme\.yaml already: nothing was written/);
    expect(readdirSync(folder)).toEqual(['programme.yaml']);
  });

  it.each([
    ['England', { region: 'GB-ENG' }],
    [' gb-eng ', { region: 'GB-ENG' }],
    ['de_by', { region: 'DE-BY' }],
    ['', {}],
    ['UK', { problem: 'Write GB or GB-ENG, please.' }],
    ['none', {}],
    ['no', { region: 'NO' }],
    ['Atlantis', { problem: expect.stringMatching(/“Atlantis” is no region whose holidays are known/) }],
  ])('takes the region %s as validate will', async (text, expected) => {
    expect(await regionFrom(text)).toEqual(expected);
  });

  it.each([
    ['--timezone', 'Mars/X'],
    ['--name', ''],
    ['--name', 'x'.repeat(5000)],
  ])('writes nothing that would not validate: %s %j', async (flag, value) => {
    const folder = join(scratch(), 'new');
    const { code, err } = await run(['init', folder, '--template', 'saas', '--yes', flag, value]);
    expect(code).toBe(2);
    expect(err).toMatch(/^cxplan: /);
    expect(existsSync(folder)).toBe(false);
  });
});
