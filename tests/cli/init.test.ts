/** A first workspace is a good one: it validates, plans, scores and passes the gate, for every template and answer. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answers, idsOf, makeWorkspace, open } from '../../src/cli/init/make.ts';
import { regionFrom } from '../../src/cli/init/region.ts';
import { RETAIL } from '../../src/cli/init/retail.ts';
import { SAAS } from '../../src/cli/init/saas.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { scratch } from '../output/scratch.ts';
import { run } from './host.ts';

const ANSWERS: Answers = {
  name: 'My firm',
  year: 2027,
  timezone: 'Europe/Berlin',
  holidays: undefined,
  departments: undefined,
  heads: new Map(),
  customerFacing: undefined,
  officeHours: [],
  themes: undefined,
};

describe.each(['retail', 'saas'])('init --template %s --yes', (template) => {
  it('writes a workspace that validates, plans, and passes the gate at once', async () => {
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
    expect(readFileSync(join(folder, 'programme.yaml'), 'utf8')).toMatch(
      /name: "?'?My firm[\s\S]*starts: 2028-01-04/,
    );
    expect((await run(['validate', folder])).out).toMatch(/^My firm is valid/);
    expect((await run(['generate', folder])).out).toMatch(
      /Coverage {2}9\d\.\d[\s\S]*everyone has a place[\s\S]*no errors · 0 warnings/,
    );
    expect(await run(['check', folder, '--plan'])).toMatchObject({ code: 0 });
    expect(await run(['verify', folder])).toMatchObject({ code: 0 });
  });
});

describe('init', () => {
  it('asks nobody where there is no terminal: 2, naming the flags that answer', async () => {
    const folder = scratch();
    const { code, err } = await run(['init', join(folder, 'x')]);
    expect(code).toBe(2);
    expect(err).toContain('--template retail --yes');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes no time zone that a workspace may not name: 2, what was meant, and nothing written', async () => {
    const folder = scratch();
    for (const [zone, says] of [
      ['Mars/X', 'write the place, such as Europe/London, or UTC'],
      ['BST', 'did you mean Europe/London?'],
      ['US/Pacific', 'did you mean America/Los_Angeles?'],
    ] as const) {
      const flags = ['--template', 'saas', '--yes', '--timezone', zone];
      const { code, err } = await run(['init', join(folder, 'x'), ...flags]);
      expect([code, err]).toEqual([2, expect.stringContaining(says)]);
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('needs a template to say yes to', async () => {
    expect(await run(['init', join(scratch(), 'x'), '--yes'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--template'),
    });
  });

  it('writes into no folder that holds YAML already', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'programme.yaml'), 'mine');
    const { code, err } = await run(['init', folder, '--template', 'saas', '--yes']);
    expect(code).toBe(2);
    expect(err).toMatch(/holds programme\.yaml already: nothing was written/);
    expect(readdirSync(folder)).toEqual(['programme.yaml']);
  });
});

describe('answers', () => {
  const valid = async (files: { path: string; text: string }[]) => {
    const { model, diagnostics } = await loadSources(new Map(files.map(({ path, text }) => [path, text])));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return model!;
  };

  it.each([
    ['retail', RETAIL],
    ['saas', SAAS],
  ])('%s: any two departments make a valid workspace', async (_, template) => {
    const all = idsOf(open(template, 2027).people, 'departments');
    for (const one of all) {
      for (const other of all) {
        const model = await valid(makeWorkspace(template, { ...ANSWERS, departments: [one, other] }));
        expect([...model.departments.keys()].sort()).toEqual([...new Set([one, other])].sort());
      }
    }
  });

  it('heads, customer-facing roles, office hours, themes and holidays are taken over', async () => {
    const model = await valid(
      makeWorkspace(RETAIL, {
        ...ANSWERS,
        name: 'Ann: "& Sons"\n#1',
        holidays: 'DE-BY',
        heads: new Map([['agent', 90]]),
        customerFacing: ['picker'],
        officeHours: ['warehouse'],
        themes: ['feedback'],
      }),
    );
    expect(model.programme.name).toBe('Ann: "& Sons"\n#1');
    expect(model.roles.get('agent')?.heads.get('office')).toBe(90);
    expect([...model.roles.values()].filter((role) => role.customerFacing).map(({ id }) => id)).toEqual([
      'picker',
    ]);
    expect([...model.departments.get('warehouse')!.shifts.keys()]).toEqual(['day']);
    expect([...model.themes.keys()].sort()).toEqual(['feedback', 'mission']);
    expect(model.sites.get('shop')!.holidays.size).toBeGreaterThan(8);
  });

  it.each([
    ['England', { region: 'GB-ENG' }],
    [' gb-eng ', { region: 'GB-ENG' }],
    ['de_by', { region: 'DE-BY' }],
    ['', {}],
    ['UK', { problem: 'Write GB or GB-ENG, please.' }],
    ['Atlantis', { problem: expect.stringMatching(/“Atlantis” is no region whose holidays are known/) }],
  ])('takes the region %s as validate will', async (text, expected) => {
    const answer = await regionFrom(text);
    expect(answer).toEqual(expected);
    if (answer.region === undefined) return;
    const files = makeWorkspace(RETAIL, { ...ANSWERS, holidays: answer.region });
    expect((await valid(files)).sites.get('shop')!.holidayRegion).toBe(answer.region);
  });
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
