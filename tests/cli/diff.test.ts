/** `cxplan diff` as a planner uses it: between files, revisions and days; in each form. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents } from '../output/scratch.ts';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

const AWAY = {
  from: 'hoursPerWeek: 8 }',
  to: 'hoursPerWeek: 8, away: [{ from: 2027-02-01, to: 2027-03-10 }] }',
};

/** A firm whose plan was made twice; the first one is `old.json`. */
async function twice(from: string | RegExp = AWAY.from, to = AWAY.to): Promise<string> {
  const folder = firm();
  await run(['generate', folder, '-q']);
  copyFileSync(join(folder, 'plan/plan.json'), join(folder, 'old.json'));
  writeFileSync(join(folder, 'cxplan.yaml'), changed(from, to)['cxplan.yaml']!);
  await run(['generate', folder, '-q']);
  return folder;
}

function git(cwd: string, ...args: string[]): void {
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GIT_AUTHOR_DATE: '2027-02-10T12:00:00Z',
    GIT_COMMITTER_DATE: '2027-02-10T12:00:00Z',
  };
  execFileSync('git', args, { cwd, env, stdio: 'ignore' });
}

describe('diff', () => {
  it('tells what moved, from when to when, for whom and why; twice the same', async () => {
    const folder = await twice();
    const { code, out } = await run(['diff', 'old.json', '-w', '.'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toMatch(/sessions? moved.*; the other \d+ stand as they were\./);
    expect(out).toMatch(/^Finance$/m);
    expect(out).toMatch(
      /- “Invoices people understand”, Credit controllers.*→.* Amira is away from 1 February to 10 March \(cxplan\.yaml:\d+\)\./,
    );
    expect(out).not.toMatch(/^Stores$/m);
    expect((await run(['diff', 'old.json'], { cwd: folder })).out).toBe(out);
    // From outside, the workspace is that of the plans.
    const [before, now] = [join(folder, 'old.json'), join(folder, 'plan/plan.json')];
    const outside = await run(['diff', before, now], { cwd: tmpdir() });
    expect(outside).toMatchObject({ code: 0, err: '' });
    expect(outside.out).toMatch(/Amira is away/);
  });

  it('is about one reader, and says so where nothing concerns them', async () => {
    const folder = await twice();
    const ask = (...flags: string[]) => run(['diff', 'old.json', ...flags], { cwd: folder });
    expect((await ask('--department', 'finance')).out).toMatch(/^Finance: what changed\n/);
    expect((await ask('--facilitator', 'amira')).out).toMatch(/^Amira: what changed\n/);
    expect((await ask('--department', 'stores')).out).toBe('Nothing has changed for Stores.\n');
    expect((await ask('--department', 'stores', '--format', 'mail')).out).toBe('');
    expect(await ask('--department', 'finanse')).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no department 'finanse'; did you mean 'finance'?"),
    });
    expect((await ask('--department', 'finance', '--site', 'york')).code).toBe(2);
  });

  it('has data for programs, a comment for a pull request, and mails', async () => {
    const folder = await twice();
    const ask = async (...flags: string[]) =>
      (await run(['diff', 'old.json', ...flags], { cwd: folder })).out;
    const data = JSON.parse(await ask('--json'));
    expect(data).toMatchObject({
      departments: [{ id: 'finance', people: 5 }],
      gaps: { opened: expect.any(Array) },
    });
    expect(data.sessions[0]).toMatchObject({
      kind: 'moved',
      cause: { text: expect.stringContaining('Amira is away'), at: { file: 'cxplan.yaml' } },
    });
    expect(await ask('--format', 'markdown')).toMatch(/^<!-- cxplan diff -->\n# What changed: /);
    const mail = await ask('--format', 'mail');
    expect(mail).toMatch(/^Subject: Finance: what changed – /);
    expect(mail.split('\n').every((line) => line.length <= 72 || line.startsWith('Subject'))).toBe(true);
    expect(mail).not.toContain('cxplan.yaml');
  });

  it('says nothing in a comment or a mail where nothing has changed', async () => {
    const folder = firm();
    await run(['generate', folder, '-q']);
    const same = (...flags: string[]) => run(['diff', 'plan', 'plan', ...flags], { cwd: folder });
    expect(await same()).toMatchObject({ code: 0, out: 'Nothing has changed.\n' });
    expect((await same('--format', 'markdown')).out).toBe('');
    expect((await same('--format', 'mail')).out).toBe('');
  });

  it('never writes a comment longer than one may be', async () => {
    const folder = firm();
    await run(['generate', folder, '-q']);
    const file = join(folder, 'plan/plan.json');
    const plan = JSON.parse(readFileSync(file, 'utf8'));
    const many = Array.from({ length: 3000 }, (_, i) => ({
      ...plan.sessions[i % plan.sessions.length],
      id: `many-${i}`,
      uid: `many-${i}@x`,
      facilitator: `trainer-${i}`,
    }));
    writeFileSync(
      join(folder, 'many.json'),
      JSON.stringify({ ...plan, sessions: [...plan.sessions, ...many] }),
    );
    const { out } = await run(['diff', 'plan', 'many.json', '--format', 'markdown'], { cwd: folder });
    expect(out.length).toBeGreaterThan(1000);
    expect(out.length).toBeLessThan(60_000);
    expect(out).toMatch(/and \d.* more changes?: cxplan diff /);
  });

  it('compares with what git remembers: the last commit, a revision, a day', async () => {
    const folder = firm();
    await run(['generate', folder, '-q']);
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'one');
    copyFileSync(join(folder, 'plan/plan.json'), join(folder, 'old.json'));
    writeFileSync(join(folder, 'cxplan.yaml'), changed(AWAY.from, AWAY.to)['cxplan.yaml']!);
    await run(['generate', folder, '-q']);
    const ask = (...args: string[]) => run(['diff', ...args], { cwd: folder });
    const { out } = await ask('old.json');
    for (const args of [[], ['HEAD'], ['HEAD:plan/plan.json'], ['--since', '2027-02-20']]) {
      expect((await ask(...args)).out).toBe(out);
    }
    expect(await ask('--since', '2027-02-01')).toMatchObject({
      code: 2,
      err: expect.stringContaining('git has no plan of before 2027-02-01'),
    });
    expect(await ask('--since', 'yesterday')).toMatchObject({
      code: 2,
      err: expect.stringContaining('takes a date'),
    });
    expect(await ask('--since', 'published')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no plan has been published'),
    });
    expect(await ask('nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no plan 'nowhere'"),
    });
    expect(await ask('old.json', '--since', '2027-02-20')).toMatchObject({ code: 2 });
    copyFileSync(join(folder, 'old.json'), join(folder, 'plan/published.json'));
    expect((await ask('--since', 'published')).out).toBe(out);
  });

  it('says how to name a plan where there is no git, and which file is damaged', async () => {
    const folder = await twice();
    expect(await run(['diff'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('name a plan file'),
    });
    writeFileSync(join(folder, 'bad.json'), '{');
    expect(await run(['diff', 'bad.json'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('bad.json: the plan is cut off'),
    });
  });
});

describe('plan/changes', () => {
  it('tells those whom the last plan concerns, and goes on telling until another changes something', async () => {
    const folder = await twice();
    const changes = join(folder, 'plan/changes');
    expect(readdirSync(join(changes, 'departments'))).toEqual(['finance.ics', 'finance.md']);
    expect(readdirSync(join(changes, 'facilitators'))).toEqual(['amira.md']);
    expect(readFileSync(join(changes, 'README.md'), 'utf8')).toContain('[Finance](departments/finance.md)');
    const before = contents(folder);
    await run(['generate', folder]);
    expect(contents(folder)).toEqual(before);
    await run(['generate', folder, '--as-of', '2027-01-04', '-q']);
    expect(existsSync(changes)).toBe(false);
  });

  it('is not there of a first plan', async () => {
    const folder = firm();
    await run(['generate', folder, '-q']);
    expect(existsSync(join(folder, 'plan/changes'))).toBe(false);
  });

  it('is what the summary points to: what changed, why, and that nothing else did', async () => {
    const folder = firm();
    await run(['generate', folder, '-q']);
    writeFileSync(join(folder, 'cxplan.yaml'), changed(AWAY.from, AWAY.to)['cxplan.yaml']!);
    const { out } = await run(['generate', folder]);
    expect(out).toMatch(/What changed\n {2}“Invoices people understand”.*Amira is away/);
    expect(out).toMatch(/Nothing else did\. All of it, and what to tell whom: .*changes\/README\.md/);
  });
});
