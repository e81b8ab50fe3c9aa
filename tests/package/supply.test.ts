/** How a release is made: by whom, with which rights, and what SECURITY.md says of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './build.ts';

const text = (path: string) => readFileSync(join(root, path), 'utf8');
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly with?: object }[];
}

it('publishes tags only, with provenance, and gives rights to the one job that runs nothing of ours', () => {
  const workflow = parse(text('.github/workflows/publish.yml'));
  expect(workflow.on).toEqual({ push: { tags: ['v*'] } });
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const { package: made, publish } = workflow.jobs as Record<string, Job>;
  expect(made!.permissions).toBeUndefined();
  expect(publish!.permissions).toMatchObject({ contents: 'read', 'id-token': 'write' });
  const lines = ({ steps }: Job) => steps.map(({ run, uses }) => run ?? uses ?? '').join('\n');
  expect(lines(made!)).toMatch(/npm ci.*npm audit.*npm run check.*reproduce\.sh/s);
  expect(lines(publish!)).toMatch(/sha512sum --check.*npm publish --ignore-scripts --provenance/s);
  expect(lines(publish!)).not.toMatch(/npm (?:ci|install|run)|checkout/);
  expect(text('.github/workflows/publish.yml')).not.toMatch(/secrets\.|NPM_TOKEN|pull_request_target/);
});

it('says in SECURITY.md only what there is', () => {
  const security = text('SECURITY.md');
  for (const [, path] of security.matchAll(/`((?:scripts|dist|\.github)\/[^`]+)`|\]\(([^)]+)\)/g)) {
    if (path) expect(existsSync(join(root, path)), path).toBe(true);
  }
  expect(JSON.parse(text('package.json')).files).toContain('SECURITY.md');
});
