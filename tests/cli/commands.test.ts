/** What each command prints and how it ends, on a small firm. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSTRAINTS } from '../../src/schedule/constraints/index.ts';
import { TERMS } from '../../src/schedule/objective/terms/index.ts';
import { minimal, SMALL } from '../fixtures.ts';
import { contents } from '../output/scratch.ts';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

const ok = { code: 0, err: '' };
const BROKEN = changed('themes: [empathy]', 'themes: [emphaty]');
/** A team of so many people with a huddle every other week. */
const team = (heads: number) =>
  minimal({
    departments: { stores: { meetings: { 'stand-up': { day: 'tue', at: '13:00', minutes: 15 } } } },
    roles: { colleague: { heads } },
    modules: {
      huddle: {
        audience: 'everyone',
        minutes: 15,
        format: 'huddle',
        when: { every: 'fortnight' },
        themes: ['mission'],
      },
    },
  });
/** The small firm has no onboarding, which is a gap at error. */
const QUIET_RULES = `
policy:
  minCoverage: 0
  rules: { no-onboarding: warn, mantra-untaught: warn, basics-missing: warn, leaders-uncovered: warn, no-reinforcement: warn, onboarding-only: warn }
`;

describe('generate', () => {
  it('writes everything, and ends with a summary', async () => {
    const folder = firm();
    const { code, out } = await run(['generate', folder]);
    expect(code).toBe(0);
    expect(out).toMatch(/Coverage {2}\d+\.\d of 100 planned · all [\d,]+ seats placed \(lowest: /);
    expect(out).toMatch(/Sessions {2}\d+ for 82 people · \d+ hours of people’s time, \d+\.\d h each/);
    expect(out).toContain(`Open ${folder}/plan/index.html first`);
    expect(Object.keys(contents(join(folder, 'plan')))).toEqual(
      expect.arrayContaining([
        '.cxplan-manifest.json',
        'README.md',
        'calendars/all.ics',
        'gaps.json',
        'gaps.md',
        'plan.json',
      ]),
    );
  });

  it('changes no byte the second time, and says so', async () => {
    const folder = firm();
    await run(['generate', folder]);
    const before = contents(folder);
    expect((await run(['generate', folder])).out).toContain('nothing has changed');
    expect(contents(folder)).toEqual(before);
  });

  it('writes down what the plan stands on, so that an absence can be mended', async () => {
    const folder = firm();
    await run(['generate', folder]);
    const { made } = JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'));
    expect(made.basis).toMatch(/^sha256:[0-9a-f]{64}\+[0-9a-f]{8}$/);
  });

  it('keeps in changes.ics what the last plan changed, also on the same day and when nothing changes after', async () => {
    const folder = firm({ 'cxplan.yaml': team(6) });
    const grow = async (heads: number) => {
      writeFileSync(join(folder, 'cxplan.yaml'), team(heads));
      await run(['generate', folder]);
      return contents(join(folder, 'plan'))['calendars/changes.ics'];
    };
    expect(await grow(6)).toBeUndefined();
    const more = await grow(7);
    const { sessions, made } = JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'));
    const changed = sessions.filter(({ issue }: { issue?: number }) => issue === 2);
    expect([made.issue, changed.length > 20]).toEqual([2, true]);
    expect(more?.match(/^UID:/gm)).toHaveLength(changed.length);
    expect(await grow(7)).toBe(more);
    expect(await run(['verify', folder])).toMatchObject(ok);
    expect(await grow(8)).not.toBe(more);
  });

  it('says how many sessions a new plan changed, added and cancelled', async () => {
    const folder = firm({ 'cxplan.yaml': team(6) });
    const planned = async (text: string, ...flags: string[]) => {
      writeFileSync(join(folder, 'cxplan.yaml'), text);
      return (await run(['generate', folder, ...flags])).out;
    };
    expect(await planned(team(6))).not.toMatch(/^ {2}Changes/m);
    expect(await planned(team(7))).toMatch(
      /^ {2}Changes {3}\d sessions? new and \d\d with other people; the other \d+ stand as they were$/m,
    );
    expect(await planned(team(7))).not.toMatch(/^ {2}Changes/m);
    expect(await planned(team(7), '--as-of', '2027-01-04')).toMatch(
      /^ {2}Changes {3}no session is other than before$/m,
    );
    const monthly = team(7).replace('every: fortnight', 'every: month');
    expect(await planned(monthly, '--dry-run')).toMatch(
      /^ {2}Changes {3}\d\d sessions cancelled and \d+ new; the other \d+ stand as they were$/m,
    );
    const { changes } = JSON.parse(await planned(monthly, '--json'));
    expect(changes).toMatchObject({ changed: 0, added: expect.any(Number), cancelled: expect.any(Number) });
    const { sessions } = JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'));
    const cancelled = sessions.filter(({ status }: { status: string }) => status === 'cancelled');
    expect(cancelled).toHaveLength(changes.cancelled);
  });

  it('is silent with --quiet, and data with --json', async () => {
    const folder = firm();
    expect(await run(['generate', folder, '--quiet'])).toMatchObject({ ...ok, out: '' });
    const { out } = await run(['generate', folder, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      score: expect.any(Number),
      people: 82,
      written: [],
      unplaced: 0,
    });
  });

  it('writes nothing with --dry-run', async () => {
    const folder = firm();
    const { out } = await run(['generate', folder, '--dry-run']);
    expect(out).toMatch(/Nothing was written\. \d+ files of \d+ would change/);
    expect(readdirSync(folder)).toEqual(['cxplan.yaml']);
  });

  it('renders only what is asked for, keeps the rest of an earlier run, and always writes the plan', async () => {
    const folder = firm();
    expect((await run(['generate', folder, '--only', 'json'])).out).toMatch(
      /2 of 2 files written in .*plan\.\n$/,
    );
    expect((await run(['generate', folder, '--only', 'md'])).out).toMatch(/Open .*README\.md first\.\n$/);
    expect(readdirSync(join(folder, 'plan')).sort()).toEqual([
      '.cxplan-manifest.json',
      'README.md',
      'departments',
      'experience-map.md',
      'facilitators',
      'gaps.json',
      'gaps.md',
      'holidays.md',
      'plan.json',
      'sites',
    ]);
    await run(['generate', folder]);
    const whole = contents(folder);
    expect((await run(['generate', folder, '--only', 'ics'])).out).toMatch(
      /\d+ files left as before\. Open .*index\.html first; calendars are in .*calendars\.\n$/,
    );
    expect(contents(folder)).toEqual(whole);
  });

  it('takes --out from where one stands, --as-of, and follows the previous plan’s date', async () => {
    const folder = firm();
    const read = () => JSON.parse(readFileSync(join(folder, 'elsewhere/plan.json'), 'utf8'));
    await run(['generate', 'firm', '--out', 'firm/elsewhere'], { cwd: join(folder, '..') });
    expect(read().asOf).toBe('2027-01-03');
    await run(['generate', folder, '--out', join(folder, 'elsewhere'), '--as-of', 'today']);
    expect(read().asOf).toBe('2027-02-01');
    await run(['generate', folder, '--out', join(folder, 'elsewhere')]);
    expect(read().asOf).toBe('2027-02-01');
    expect(await run(['generate', folder, '--as-of', '2027-02-30'])).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        "--as-of takes a date such as 2027-01-04, or today; '2027-02-30' is neither",
      ),
    });
  });

  it('finds the workspace from a folder inside it', async () => {
    const folder = firm();
    mkdirSync(join(folder, 'notes/deep'), { recursive: true });
    expect(await run(['generate', '--quiet'], { cwd: join(folder, 'notes/deep') })).toMatchObject({
      code: 0,
    });
    expect(existsSync(join(folder, 'plan/plan.json'))).toBe(true);
  });

  it('writes nothing from an invalid workspace: 1, with every error on stderr', async () => {
    const folder = firm(BROKEN);
    const { code, out, err } = await run(['generate', folder]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/unknown-reference.*"emphaty"[\s\S]*did you mean "empathy"/);
    expect(readdirSync(folder)).toEqual(['cxplan.yaml']);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2), /plan\.json: the plan is cut off/],
    [
      'with conflict markers',
      (text: string) => `<<<<<<< HEAD\n${text}`,
      /plan\.json: the plan has conflict markers of git/,
    ],
    [
      'of a future version',
      (text: string) => text.replace('"version": 1', '"version": 9'),
      /plan\.json: the plan has version 9/,
    ],
  ])('never overwrites a previous plan that is %s', async (_, damage, message) => {
    const folder = firm();
    await run(['generate', folder]);
    const plan = join(folder, 'plan/plan.json');
    writeFileSync(plan, damage(readFileSync(plan, 'utf8')));
    const before = contents(folder);
    for (const flags of [[], ['--force']]) {
      const { code, err } = await run(['generate', folder, ...flags]);
      expect(code).toBe(2);
      expect(err).toMatch(message);
      expect(err).toContain('restore it from version control');
    }
    expect(contents(folder)).toEqual(before);
  });

  it('refuses what was changed by hand, and names it', async () => {
    const folder = firm();
    await run(['generate', folder]);
    appendFileSync(join(folder, 'plan/gaps.md'), 'my notes\n');
    const { code, err } = await run(['generate', folder]);
    expect(code).toBe(2);
    expect(err).toMatch(/plan\/gaps\.md was changed since cxplan wrote it: nothing was written; .*--force/);
    expect(await run(['generate', folder, '--force', '--quiet'])).toMatchObject({ code: 0 });
  });
});

describe('validate', () => {
  it('says what is valid, and ends with 0', async () => {
    const { code, out } = await run(['validate', firm()]);
    expect(code).toBe(0);
    expect(out).toMatch(/ is valid: 82 people, 2 departments, 2 roles, 2 sites, 3 modules\.\n$/);
  });

  it('ends with 1 and shows every error', async () => {
    const folder = firm(changed(/themes: \[empathy\]\n(.*\n)/, 'themes: [emphaty]\n$1    seat: 9\n'));
    const { code, out } = await run(['validate', folder]);
    expect(code).toBe(1);
    expect(out).toContain('"emphaty"');
    expect(out).toContain('"seat"');
    expect(out).toMatch(/2 errors/);
    const json = JSON.parse((await run(['validate', folder, '--json'])).out);
    expect(json).toMatchObject({ valid: false, errors: 2, diagnostics: expect.any(Array) });
  });

  it('shows fifty of two hundred errors, counts all, and has all as JSON', async () => {
    const roles = Array.from({ length: 200 }, (_, i) => `  r${i}: { department: nowhere, heads: 1 }`).join(
      '\n',
    );
    const folder = firm({ 'cxplan.yaml': SMALL, 'roles.yaml': `roles:\n${roles}\n` });
    const { out } = await run(['validate', folder]);
    expect(out.match(/^error unknown-reference/gm)).toHaveLength(50);
    expect(out).toContain('200 errors');
    expect(
      JSON.parse((await run(['validate', folder, '--format', 'json'])).out).diagnostics.length,
    ).toBeGreaterThanOrEqual(200);
  });

  it('ends with 2 when a file cannot be read', async () => {
    const folder = firm();
    mkdirSync(join(folder, 'roles.yaml'));
    const { code, out } = await run(['validate', folder]);
    expect(code).toBe(2);
    expect(out).toMatch(/roles\.yaml is a folder, not a file/);
  });

  it('lets nothing from a file steer the terminal', async () => {
    const folder = firm({ 'cxplan.yaml': 'programme:\n  name: "\\e[2J\\u202e"\n  starts: "\\e]0;x\\a"\n' });
    for (const argv of [
      ['validate', folder],
      ['validate', folder, '--json'],
      ['generate', folder],
    ]) {
      const { out, err } = await run(argv);
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('check', () => {
  it('is shut by a gap at error, with its place and what closes it', async () => {
    const { code, out } = await run(['check', firm()]);
    expect(code).toBe(1);
    expect(out).toMatch(/error no-onboarding: [\s\S]*cxplan\.yaml:\d+:\d+/);
    expect(out).toMatch(/The gate is shut\.\n$/);
  });

  it('is open without, and writes nothing', async () => {
    const folder = firm({ ...firmWithout() });
    const { code, out } = await run(['check', folder]);
    expect(out).toMatch(/The gate is open\.\n$/);
    expect(code).toBe(0);
    expect(readdirSync(folder)).not.toContain('plan');
  });

  it('is shut by a floor, and names who is below', async () => {
    const folder = firm(firmWithout());
    const { code, out } = await run(['check', folder, '--min-coverage', '99.9']);
    expect(code).toBe(1);
    expect(out).toMatch(/Finance has \d+\.\d of 100, below its threshold of 99\.9\./);
    expect(await run(['check', folder, '--min-coverage', '0'])).toMatchObject({ code: 0 });
  });

  it('--plan judges the committed plan, and is shut when that is out of date', async () => {
    const folder = firm(firmWithout());
    expect(await run(['check', folder, '--plan'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no .*plan\.json: run cxplan generate/),
    });
    await run(['generate', folder]);
    expect(await run(['check', folder, '--plan'])).toMatchObject({ code: 0 });
    renameSync(join(folder, 'cxplan.yaml'), join(folder, 'other.yaml'));
    appendFileSync(join(folder, 'other.yaml'), '\n# a remark changes nothing\n');
    expect(await run(['check', folder, '--plan'])).toMatchObject({ code: 0 });
    const text = readFileSync(join(folder, 'other.yaml'), 'utf8');
    writeFileSync(join(folder, 'other.yaml'), text.replace('minutes: 90', 'minutes: 75'));
    const { code, out } = await run(['check', folder, '--plan']);
    expect(code).toBe(1);
    expect(out).toMatch(/The committed plan is out of date: the workspace has changed since/);
  });

  it('--json has the verdict, the scores and each finding with its place', async () => {
    const { code, out } = await run(['check', firm(), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      stale: false,
      organisation: { people: 82 },
      findings: expect.arrayContaining([
        expect.objectContaining({ at: expect.objectContaining({ file: 'cxplan.yaml' }) }),
      ]),
    });
  });
});

describe('gaps', () => {
  it('ends with 0 whatever it finds', async () => {
    const { code, out } = await run(['gaps', firm()]);
    expect(code).toBe(0);
    expect(out).toMatch(/people {2}score +seats {2}themes {2}stages {2}moments {2}rhythm\nFinance/);
    expect(out).toContain('no-onboarding');
  });

  it('points at the name of a section when the whole of it is meant', async () => {
    const rituals = `rituals:\n  star: { type: recognition, audience: everyone, when: { every: quarter } }\n`;
    const folder = firm({ 'cxplan.yaml': SMALL, 'rituals.yaml': `# Few.\n${rituals}` });
    const { findings } = JSON.parse((await run(['gaps', folder, '--json', '--rule', 'no-listening'])).out);
    expect(findings[0]).toMatchObject({ pointer: ['rituals'], at: { line: 2, column: 1, endColumn: 8 } });
  });

  it('is narrowed by department and by rule', async () => {
    const folder = firm();
    const json = async (...flags: string[]) =>
      JSON.parse((await run(['gaps', folder, '--json', ...flags])).out);
    const only = await json('--department', 'finance');
    expect(only.departments.map(({ id }: { id: string }) => id)).toEqual(['finance']);
    expect(only.findings.length).toBeGreaterThan(0);
    const rule = await json('--rule', 'no-onboarding');
    expect(new Set(rule.findings.map((finding: { rule: string }) => finding.rule))).toEqual(
      new Set(['no-onboarding']),
    );
    expect(await run(['gaps', folder, '--department', 'finanse'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no department 'finanse'; did you mean 'finance'?"),
    });
  });
});

describe('gaps of one rule', () => {
  const modules = Array.from(
    { length: 60 },
    (_, i) =>
      `  extra-${i}: { audience: everyone, format: self-paced, minutes: 5, when: { from: 2027-02-01, by: 2027-11-30 } }`,
  );
  const many = () => firm({ 'cxplan.yaml': SMALL, 'more.yaml': `modules:\n${modules.join('\n')}\n` });

  it('are told together where there are many, with their places; one by one for whoever asks for the rule', async () => {
    const folder = many();
    const keys = JSON.parse((await run(['gaps', folder, '--json', '--rule', 'no-voice'])).out).findings;
    const heads = (text: string) => text.match(/^(?:warning|warn|error|info) no-voice: /gm) ?? [];
    const all = (await run(['gaps', folder])).out;
    expect(keys.length).toBeGreaterThan(50);
    expect(heads(all)).toHaveLength(1);
    expect(all).toMatch(
      new RegExp(
        `And ${keys.length - 1} more like it: more\\.yaml:3:\\d+, .* \\(cxplan gaps --rule no-voice shows each\\)`,
      ),
    );
    const one = (await run(['gaps', folder, '--rule', 'no-voice'])).out;
    expect(heads(one)).toHaveLength(keys.length);
    expect(one).not.toContain('more like it');
    // However they are shown, they are counted.
    expect(one).toContain(`\n\n${keys.length} errors`);
  });
});

describe('rules and explain', () => {
  it('explains every constraint and every term of the soft cost', async () => {
    for (const { id, sentence, why } of CONSTRAINTS) {
      const { code, out } = await run(['explain', id]);
      expect({ id, code }).toEqual({ id, code: 0 });
      expect(out).toContain(`${id} (a constraint`);
      expect(out).toContain(sentence);
      expect(out).toContain(`Why  ${why}`);
    }
    for (const { id, sentence, weight } of TERMS) {
      const { code, out } = await run(['explain', id]);
      expect({ id, code }).toEqual({ id, code: 0 });
      expect(out).toContain(sentence);
      expect(out).toContain(`Weight  ${weight}; policy.weights.${id} says otherwise`);
    }
    expect((await run(['explain', 'flor'])).err).toContain("did you mean 'floor'?");
  });

  it('lists every rule, and explains each', async () => {
    const { out } = await run(['rules', '--json']);
    const rules = JSON.parse(out) as { id: string }[];
    expect(rules.length).toBeGreaterThan(40);
    for (const { id } of rules) {
      const { code, out } = await run(['explain', id]);
      expect(code).toBe(0);
      expect(out).toMatch(
        new RegExp(`^${id} \\([\\s\\S]*Why[\\s\\S]*What closes it[\\s\\S]*This fires[\\s\\S]*This does not`),
      );
    }
  });

  it('explains a session, a group and a department of the plan', async () => {
    const folder = firm();
    await run(['generate', folder]);
    const plan = JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'));
    const session = plan.sessions.find(
      (candidate: { module: string }) => candidate.module === 'kind-invoices',
    );
    const explain = async (id: string) => (await run(['explain', id], { cwd: folder })).out;
    expect(await explain(session.id)).toMatch(
      /Invoices people understand[\s\S]*led by[\s\S]*because .*cxplan\.yaml:\d+/,
    );
    expect(await explain(plan.groups[0].id)).toMatch(/people[\s\S]*2027-/);
    expect(await explain('finance')).toMatch(/^Finance: 9 people in 1 role/);
    expect(JSON.parse((await run(['explain', 'finance', '-w', folder, '--json'])).out)).toMatchObject({
      id: 'finance',
    });
  });
});

describe('verify', () => {
  it('finds nothing in a plan of ours, and a session that was moved by hand', async () => {
    const folder = firm();
    expect(await run(['verify', folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining('run cxplan generate first'),
    });
    await run(['generate', folder]);
    expect(await run(['verify', folder])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/no constraint is broken/),
    });
    const file = join(folder, 'plan/plan.json');
    const plan = JSON.parse(readFileSync(file, 'utf8'));
    const session = plan.sessions.find(
      (candidate: { module: string }) => candidate.module === 'kind-invoices',
    );
    for (const key of ['start', 'end', 'startUtc', 'endUtc'])
      session[key] = session[key].replace(/T\d\d/, 'T21');
    writeFileSync(file, JSON.stringify(plan));
    const { code, out } = await run(['verify', folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/^in-shift: /m);
  });
});

/** The small firm with its gaps at error turned to warnings. */
function firmWithout(): Record<string, string> {
  return { ...changed(/\n$/, QUIET_RULES) };
}
