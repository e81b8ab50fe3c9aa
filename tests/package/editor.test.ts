/** What editors get: completion and hover by a real language server, checks of open buffers, and tasks for VS Code, as written. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of VS Code
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';
import { languageServer } from './language-server.ts';

describe('a language server', () => {
  it('completes and explains keys in the files that init writes', async () => {
    const folder = join(scratch(), 'firm');
    expect(await run(['init', folder, '--template', 'saas', '--yes', '--timezone', 'UTC'])).toMatchObject({
      code: 0,
    });
    const path = join(folder, 'people.yaml');
    const [modeline] = readFileSync(path, 'utf8').split('\n');
    const text = `${modeline}\ndepartments:\n  shop:\n    maxAway: 25%\n    m\n`;
    const server = await languageServer(folder);
    try {
      server.open(path, text);
      const offered = (await server.ask('completion', path, 4, 5)) as {
        items: { label: string; documentation: unknown }[];
      };
      expect(offered.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['meetings']));
      const hover = (await server.ask('hover', path, 3, 6)) as { contents: { value: string } };
      expect(hover.contents.value).toContain('Of the people on one shift at one site');
    } finally {
      server.stop();
    }
  });
});

describe('validate --stdin --file', () => {
  const [from, to] = ['kind: trainer', 'kind: trainr'];
  const broken = changed(from, to)['cxplan.yaml']!;

  it('judges what an editor has, and not what is saved', async () => {
    const folder = firm();
    expect(await run(['validate', folder])).toMatchObject({ code: 0 });
    const { code, out } = await run(['validate', '--stdin', '--file', 'cxplan.yaml'], {
      cwd: folder,
      stdin: () => broken,
    });
    expect([code, out]).toEqual([1, expect.stringMatching(/trainr[\s\S]*cxplan\.yaml:\d+:\d+/)]);
    expect(readFileSync(join(folder, 'cxplan.yaml'), 'utf8')).toContain(from);
  });

  it('takes a file that is not saved yet, from any folder', async () => {
    const folder = firm();
    const more = 'themes: { extra: { months: [1, 1] } }\n';
    const ran = await run(['validate', '--stdin', '--file', join(folder, 'new.yaml')], {
      cwd: '/',
      stdin: () => more,
    });
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('new.yaml:1')]);
  });

  it.each([
    [['--stdin'], '--stdin and --file belong together'],
    [['--file', 'cxplan.yaml'], '--stdin and --file belong together'],
    [['--stdin', '--file', '/etc/x.yaml', '.'], 'is not in the workspace'],
  ])('%j: 2', async (flags, says) => {
    expect(await run(['validate', ...flags], { cwd: firm() })).toMatchObject({
      code: 2,
      err: expect.stringContaining(says),
    });
  });
});

describe('cxplan editor', () => {
  it('writes tasks whose matcher finds every message of validate, at its place', async () => {
    const folder = firm(changed('kind: trainer', 'kind: trainr'));
    expect(await run(['editor', folder])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Run Build Task'),
    });
    const { tasks } = JSON.parse(readFileSync(join(folder, '.vscode/tasks.json'), 'utf8'));
    const [first, second] = tasks[0].problemMatcher.pattern.map(
      ({ regexp }: { regexp: string }) => new RegExp(regexp),
    );
    const args = tasks[0].args.map((arg: string) => arg.replace('${workspaceFolder}', folder));
    const { out } = await run(args, { cwd: folder });
    const lines = out.split('\n');
    const found = lines.flatMap((line, i) =>
      first.test(line) && second.test(lines[i + 1] ?? '') ? [second.exec(lines[i + 1]!)] : [],
    );
    expect(found).toHaveLength(Number(/(\d+) errors?$/m.exec(out)![1]));
    expect(existsSync(join(folder, found[0]![1]))).toBe(true);
    expect(lines.length).toBeGreaterThan(4);
  });

  it('leaves alone what somebody has written there', async () => {
    const folder = firm();
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode/tasks.json'), '{}');
    const { out } = await run(['editor', folder]);
    expect(out).toMatch(/Left .*tasks\.json as it was/);
    expect(readFileSync(join(folder, '.vscode/tasks.json'), 'utf8')).toBe('{}');
    expect(existsSync(join(folder, '.vscode/settings.json'))).toBe(true);
  });
});
