/**
 * The ready-made gates do what they say: each is parsed, and each command in it is run word for word as its server
 * would, with the program that `npm pack` makes and npm itself installs. Only `gh` is one of ours.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
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

/** As the README beside the gates has it made, and installed once for the tests that only use it. */
const made = mkdtempSync(join(tmpdir(), 'cxplan-ci-'));
afterAll(() => rmSync(made, { recursive: true, force: true }));
const npm = { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' };
execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', made], {
  cwd: root,
  env: npm,
});
const TARBALL = `cxplan-${manifest.version}.tgz`;
const INSTALL = `npm install --global --ignore-scripts ./tools/${TARBALL}`;
mkdirSync(join(made, 'tools'));
copyFileSync(join(made, TARBALL), join(made, 'tools', TARBALL));
execFileSync('sh', ['-c', INSTALL], {
  cwd: made,
  env: { ...npm, npm_config_prefix: join(made, 'global') },
  stdio: 'pipe',
});

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
  mkdirSync(join(repo, 'tools'));
  copyFileSync(join(made, TARBALL), join(repo, 'tools', TARBALL));
  tool(
    bin,
    'gh',
    `printf '%s\\n' "$*" >> "${join(folder, 'gh.log')}"; case "$*" in *--jq*) cat "${join(folder, 'id')}";; esac`,
  );
  writeFileSync(join(folder, 'id'), '');
  const own = join(folder, 'global');
  const temp = join(folder, 'temp');
  mkdirSync(temp);
  const env = {
    // What the gate itself installs comes before what was installed for the tests.
    PATH: `${join(own, 'bin')}:${bin}:${join(made, 'global', 'bin')}:${process.env.PATH}`,
    HOME: folder,
    npm_config_prefix: own,
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
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
  return { folder, repo, temp, own, shell };
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
    // What nobody judged is neither uploaded nor posted.
    for (const { if: condition } of steps.slice(5))
      expect(condition).toContain('steps.summary.outputs.judged');
  });

  it('installs the program from the repository, without any registry', () => {
    const { own, shell } = repository();
    expect(command('Install cxplan')).toBe(INSTALL);
    expect(shell(command('Install cxplan'))).toMatchObject({ code: 0 });
    expect(shell('command -v cxplan').out.trim()).toBe(join(own, 'bin', 'cxplan'));
    expect(shell('cxplan --version').out.trim()).toBe(manifest.version);
  });

  it('judges with annotations, writes the alerts, the summary and a comment', () => {
    const { folder, repo, temp, shell } = repository(BREAK);
    const judged = shell(command('Judge'), { GITHUB_WORKSPACE: repo });
    expect(judged).toMatchObject({ code: 1, err: '' });
    expect(judged.out).toMatch(/^::error file=training\/[\w.-]+\.yaml,line=\d+,.*title=no-voice::/m);
    expect(JSON.parse(readFileSync(join(temp, 'cxplan.sarif'), 'utf8')).version).toBe('2.1.0');
    const alerts = steps.find(({ name }) => name === 'Alerts') as Step & { with: Record<string, string> };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own form
    expect(alerts.with.sarif_file).toBe('${{ runner.temp }}/cxplan.sarif');

    expect(shell(command('Summary')).code).toBe(0);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('❌ The gate is shut');
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('judged=true\n');

    const env = { REPOSITORY: 'firm/training', NUMBER: '7' };
    expect(shell(command('Comment'), env).code).toBe(0);
    writeFileSync(join(folder, 'id'), '4711\n');
    expect(shell(command('Comment'), env).code).toBe(0);
    const calls = readFileSync(join(folder, 'gh.log'), 'utf8');
    const body = `--field body=@${temp}/cxplan.md`;
    expect(calls).toContain(`--method POST repos/firm/training/issues/7/comments ${body}`);
    expect(calls).toContain(`--method PATCH repos/firm/training/issues/comments/4711 ${body}`);
  });

  it('posts nothing that a branch has committed, when there was no verdict', () => {
    const { folder, repo, temp, shell } = repository();
    for (const name of ['cxplan.md', 'cxplan.sarif']) writeFileSync(join(repo, name), 'All is well.\n');
    writeFileSync(join(repo, 'training', 'plan', 'plan.json'), 'torn');
    expect(shell(command('Judge'), { GITHUB_WORKSPACE: repo }).code).toBe(2);
    expect(shell(command('Summary')).code).toBe(0);
    for (const path of [join(temp, 'cxplan.md'), join(folder, 'summary.md'), join(folder, 'output')]) {
      expect(existsSync(path), path).toBe(false);
    }
  });

  it('names files from the top of the checkout, also when the runner’s folder is reached through a link', () => {
    const { folder, repo, temp, shell } = repository(BREAK);
    const link = join(folder, 'work');
    symlinkSync(repo, link);
    const judged = shell(`cd '${link}'; ${command('Judge')}`, { GITHUB_WORKSPACE: link });
    expect(judged.out).toMatch(/^::error file=training\//m);
    const [{ locations }] = JSON.parse(readFileSync(join(temp, 'cxplan.sarif'), 'utf8')).runs[0].results;
    expect(locations[0].physicalLocation.artifactLocation).toMatchObject({
      uri: expect.stringMatching(/^training\//),
      uriBaseId: '%SRCROOT%',
    });
  });

  it('names files from the top of the repository where no pipeline says which folder that is', () => {
    const { repo, shell } = repository(BREAK);
    execFileSync('git', ['init', '-q', repo]);
    expect(shell('cd training; cxplan check . --format github').out).toMatch(/^::error file=training\//m);
  });

  it('finds its own comment by the mark that the comment begins with', () => {
    const { temp, shell } = repository();
    expect(shell(command('Judge')).code).toBe(0);
    const [mark] = readFileSync(join(temp, 'cxplan.md'), 'utf8').split('\n');
    expect(command('Comment')).toContain(`startswith("${mark}")`);
    expect(command('Comment')).toContain('.user.login == "github-actions[bot]"');
  });
});

describe('gitlab-ci.yml', () => {
  const job = parse(read('gitlab-ci.yml'))['customer-education'];

  it('runs, and writes the reports that it promises', () => {
    const { folder, repo, own, shell } = repository(BREAK);
    const commands = [...job.before_script, ...job.script].join('\n');
    const link = join(folder, 'builds');
    symlinkSync(repo, link);
    // A report that the branch brought, as a link to somewhere else.
    symlinkSync(join(folder, 'elsewhere'), join(repo, 'cxplan.xml'));
    const { code, out } = shell(commands, { CI_PROJECT_DIR: link });
    expect(code).toBe(1);
    expect(existsSync(join(own, 'bin', 'cxplan'))).toBe(true);
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
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
    expect(stopped.out + stopped.err).toContain('error stale-plan: The committed plan is out of date');
    // One name for one file, whatever tells of it.
    const paths = (stopped.out + stopped.err).match(/[\w./-]*plan\.json/g);
    expect(new Set(paths)).toEqual(new Set(['plan/plan.json']));

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
  expect(text).toContain(INSTALL);
  // `npm ci` is not run again; `npm pack` was, at the top of this file.
  const [pack, copy] = /^```sh\n(npm ci && npm pack .*)\n(.*)\n```/m.exec(text)!.slice(1) as [string, string];
  expect(pack).toContain(TARBALL);
  const firm = scratch();
  mkdirSync(join(firm, 'cxplan'));
  copyFileSync(join(made, TARBALL), join(firm, 'cxplan', TARBALL));
  execFileSync('bash', ['-e', '-c', copy], { cwd: join(firm, 'cxplan') });
  expect(existsSync(join(firm, 'firm', 'tools', TARBALL))).toBe(true);
  const [, command] = /^(cxplan [^#\n]*)/m.exec(text)!.map((part) => part.trim());
  expect(shell(command!).code).toBe(0);
  expect(shell('cxplan check training').code).toBe(0);
});
