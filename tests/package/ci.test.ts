/** The ready-made gates do what they say: each is parsed, and each command in it is run as its server would. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scratch } from '../output/scratch.ts';
import { buildIfStale, root } from './build.ts';

buildIfStale();
const CI = join(root, 'examples', 'ci');
/** What a pull request may bring: a module without a customer's voice, which is a gap at error. */
const BREAK = `modules:
  slides: { name: Slides, audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [mission] }
`;

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
}

/** A repository with the smallest example in `training/`, its plan committed, and a path with our program on it. */
function repository(extra = '') {
  const folder = scratch();
  const bin = join(folder, 'bin');
  const repo = join(folder, 'repo');
  mkdirSync(bin);
  cpSync(join(root, 'examples', 'minimal'), join(repo, 'training'), {
    recursive: true,
    filter: (path) => !path.endsWith('plan'),
  });
  writeFileSync(join(repo, 'training', 'extra.yaml'), extra);
  symlinkSync(join(root, 'bin', 'cxplan.js'), join(bin, 'cxplan'));
  tool(bin, 'npm', 'exit 0');
  tool(
    bin,
    'gh',
    `printf '%s\\n' "$*" >> "${join(folder, 'gh.log')}"; case "$*" in *--jq*) cat "${join(folder, 'id')}";; esac`,
  );
  writeFileSync(join(folder, 'id'), '');
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: folder,
    NO_COLOR: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  const shell = (command: string, more: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], {
      cwd: repo,
      env: { ...env, ...more },
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  };
  expect(shell('cxplan generate training --quiet').err).toBe('');
  return { folder, repo, shell };
}

function tool(bin: string, name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

const read = (name: string) => readFileSync(join(CI, name), 'utf8');

describe('github-actions.yml', () => {
  const workflow = parse(read('github-actions.yml'));
  const steps: readonly Step[] = workflow.jobs.gate.steps;
  const command = (name: string) => steps.find((step) => step.name === name)!.run!;

  it('has the permissions that its steps need, and no more', () => {
    expect(workflow.permissions).toEqual({
      contents: 'read',
      'security-events': 'write',
      'pull-requests': 'write',
    });
    for (const step of steps) expect(step.run ?? step.uses, step.name).toBeTypeOf('string');
    for (const { if: condition } of steps.slice(4)) expect(condition).toContain('always()');
  });

  it('judges with annotations, writes the alerts, the summary and a comment', () => {
    const { folder, repo, shell } = repository(BREAK);
    const judged = shell(command('Judge'), { GITHUB_WORKSPACE: repo });
    expect(judged).toMatchObject({ code: 1, err: '' });
    expect(judged.out).toMatch(/^::error file=training\/[\w.-]+\.yaml,line=\d+,.*title=no-voice::/m);
    expect(JSON.parse(readFileSync(join(repo, 'cxplan.sarif'), 'utf8')).version).toBe('2.1.0');

    shell(command('Summary'), { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') });
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('❌ The gate is shut');

    const env = { REPOSITORY: 'firm/training', NUMBER: '7' };
    expect(shell(command('Comment'), env).code).toBe(0);
    writeFileSync(join(folder, 'id'), '4711\n');
    expect(shell(command('Comment'), env).code).toBe(0);
    const calls = readFileSync(join(folder, 'gh.log'), 'utf8');
    expect(calls).toContain('--method POST repos/firm/training/issues/7/comments --field body=@cxplan.md');
    expect(calls).toContain(
      '--method PATCH repos/firm/training/issues/comments/4711 --field body=@cxplan.md',
    );
  });

  it('finds its own comment by the mark that the comment begins with', () => {
    const { repo, shell } = repository();
    expect(shell(command('Judge')).code).toBe(0);
    const [mark] = readFileSync(join(repo, 'cxplan.md'), 'utf8').split('\n');
    expect(command('Comment')).toContain(`startswith("${mark}")`);
  });
});

describe('gitlab-ci.yml', () => {
  const job = parse(read('gitlab-ci.yml'))['customer-education'];

  it('runs, and writes the reports that it promises', () => {
    const { repo, shell } = repository(BREAK);
    const commands = [...job.before_script, ...job.script].join('\n');
    const { code, out } = shell(commands, { CI_PROJECT_DIR: repo });
    expect(code).toBe(1);
    expect(out).toContain('The gate is shut.');
    const { junit, codequality } = job.artifacts.reports;
    expect(readFileSync(join(repo, junit), 'utf8')).toContain('<failure type="no-voice"');
    const [first] = JSON.parse(readFileSync(join(repo, codequality), 'utf8'));
    expect(first.location.path).toMatch(/^training\//);
    expect(job.artifacts.when).toBe('always');
  });
});

describe('pre-commit', () => {
  it('lets a good commit through, stops a bad one, and looks at what is staged alone', () => {
    const { repo, shell } = repository();
    const hook = join(repo, '.git', 'hooks', 'pre-commit');
    const commit = () => shell('git commit -q -m change');
    execFileSync('git', ['init', '-q', repo]);
    mkdirSync(join(repo, '.git', 'hooks'), { recursive: true });
    copyFileSync(join(CI, 'pre-commit'), hook);
    chmodSync(hook, 0o755);
    shell('git add training');
    expect(commit()).toMatchObject({ code: 0 });

    writeFileSync(join(repo, 'training', 'extra.yaml'), BREAK);
    shell('git add training');
    const stopped = commit();
    expect(stopped.code).toBe(1);
    expect(stopped.out + stopped.err).toContain('error stale-plan: training/plan/plan.json is out of date');

    shell('cxplan generate training --quiet; git add training');
    // Git shows on one stream what a hook prints.
    expect(commit().err).toContain('error no-voice');

    // Mended in the folder, but what would be committed still is not.
    writeFileSync(join(repo, 'training', 'extra.yaml'), '');
    expect(commit().code).toBe(1);
    shell('cxplan generate training --quiet; git add training');
    shell('touch training/note.txt; git add training');
    expect(commit().code).toBe(0);

    writeFileSync(join(repo, 'other.txt'), 'x');
    shell('git add other.txt');
    expect(commit().code).toBe(0);

    shell('git rm -r -q training');
    expect(commit()).toMatchObject({ code: 0, err: '' });
  });

  it('validates where no plan is committed', () => {
    const { repo, shell } = repository();
    execFileSync('git', ['init', '-q', repo]);
    writeFileSync(join(repo, '.gitignore'), 'plan/\n');
    shell('git add .');
    expect(shell(`sh ${join(CI, 'pre-commit')}`).code).toBe(0);
    writeFileSync(join(repo, 'training', 'extra.yaml'), 'polcy: {}\n');
    shell('git add .');
    const { code, out } = shell(`sh ${join(CI, 'pre-commit')}`);
    expect(code).toBe(1);
    expect(out).toContain('did you mean "policy"');
  });
});

it('the README beside them names every file, and its commands are known', () => {
  const text = read('README.md');
  for (const name of ['github-actions.yml', 'gitlab-ci.yml', 'pre-commit'])
    expect(text).toContain(`(${name})`);
  const { shell } = repository(BREAK);
  const [, command] = /^(cxplan [^#\n]*)/m.exec(text)!.map((part) => part.trim());
  expect(shell(command!).code).toBe(0);
  expect(shell('cxplan check training').code).toBe(0);
});
