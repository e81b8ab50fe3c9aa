/**
 * The gate's SARIF, read by the validator that Microsoft keeps, with the rules of the standard and those that
 * GitHub's code scanning asks for; and, for where that program does not start, what those rules ask, told here.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sarif } from '../../src/diagnostics/sarif.ts';
import type { Verdict } from '../../src/diagnostics/verdict.ts';
import { gap, HOSTILE, hostileVerdict, verdict } from './verdicts.ts';

const folder = mkdtempSync(join(tmpdir(), 'cxplan-sarif-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { at: _, ...nowhere } = gap({ code: 'missing-programme' });
const LOGS: Readonly<Record<string, Verdict>> = {
  ordinary: verdict(),
  mistakes: verdict({ results: [gap({ code: 'unknown-key' })] }),
  absolute: verdict({ prefix: '/srv/a b/training/' }),
  windows: verdict({ prefix: 'C:/firm/training/' }),
  nowhere: verdict({ results: [nowhere] }),
  compared: verdict({
    results: [gap({ status: 'new' }), gap({ key: 'b', status: 'open', severity: 'info' })],
  }),
  empty: verdict({ results: [], ok: true }),
  ...Object.fromEntries(HOSTILE.map((text, i) => [`hostile-${i}`, hostileVerdict(text)])),
};
type Log = ReturnType<typeof JSON.parse>;
const logs: readonly (readonly [string, Log])[] = Object.entries(LOGS).map(([name, one]) => [
  name,
  JSON.parse(sarif(one)),
]);

/** What GitHub's rules (GH1015, GH1017, GH2012) and those of the standard (SARIF1004, SARIF2005) ask, by hand. */
function asked(log: Log): string[] {
  const [run] = log.runs;
  const { driver } = run.tool;
  const wrong: string[] = [];
  if (!URL.canParse(driver.informationUri)) wrong.push('SARIF2005: the tool says nowhere who it is');
  for (const { id, shortDescription, fullDescription, help } of driver.rules) {
    for (const part of [shortDescription, fullDescription, help]) {
      if (!part?.text) wrong.push(`GH2012: rule ${id} lacks a description`);
    }
  }
  for (const { message, locations, baselineState } of run.results) {
    if (!message?.text) wrong.push('GH1017: a result without words');
    if (!locations?.[0]?.physicalLocation?.region?.startLine) wrong.push('GH1015: a result without a place');
    if (!baselineState !== !run.results[0].baselineState)
      wrong.push('SARIF 3.27.24: all are compared, or none');
    for (const { physicalLocation } of locations ?? []) {
      const { uri, uriBaseId } = physicalLocation.artifactLocation;
      const whole = URL.canParse(uri) && /^[a-z]{2,}:/.test(uri);
      if (whole === (uriBaseId !== undefined)) wrong.push(`SARIF1004: ${uri} with ${uriBaseId}`);
      if (!whole && uri.startsWith('/')) wrong.push(`SARIF1004: ${uri} begins with a slash`);
    }
  }
  return [...new Set(wrong)];
}

describe('what the rules ask', () => {
  it.each(logs)('of the log "%s"', (_name, log) => {
    expect(asked(log)).toEqual([]);
  });

  it('names a file outside of every repository by its whole address', () => {
    const uris = (name: string): string[] =>
      logs
        .find(([one]) => one === name)![1]
        .runs[0].results.map((result: Log) => result.locations[0].physicalLocation.artifactLocation.uri);
    expect(uris('absolute')[0]).toBe('file:///srv/a%20b/training/modules/shop.yaml');
    expect(uris('windows')[0]).toBe('file:///C:/firm/training/modules/shop.yaml');
  });
});

/** Undefined where the package has no program for this machine. */
const PROGRAM: string | undefined = await import('@microsoft/sarif-multitool').then(
  (path) => path.default as unknown as string,
  () => undefined,
);
/** Without the tables of a country's customs, which small machines do not have. */
const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', DOTNET_gcServer: '0' };

function starts(): boolean {
  if (PROGRAM === undefined || !existsSync(PROGRAM)) return false;
  // What its own installation would do; scripts of packages are not run here.
  chmodSync(PROGRAM, 0o755);
  return spawnSync(PROGRAM, ['--version'], { env }).status === 0;
}

/** `error GH2012 …`, what the validator finds in each of these logs. It ends with 0 whatever it finds. */
function found(kind: string, files: readonly (readonly [string, Log])[]): string[] {
  const path = join(folder, 'logs.sarif');
  // One file of many runs: the program takes seconds to start, and as many for each file.
  writeFileSync(path, JSON.stringify({ ...files[0]![1], runs: files.flatMap(([, { runs }]) => runs) }));
  const out = join(folder, 'found.json');
  const options = ['--rule-kind', kind, '--output', out, '--log', 'ForceOverwrite'];
  const run = spawnSync(PROGRAM!, ['validate', path, ...options], { env, encoding: 'utf8' });
  expect(run.stdout + run.stderr).toContain('Analyzing');
  const log = JSON.parse(readFileSync(out, 'utf8').replace(/^\ufeff/, ''));
  return log.runs[0].results.map(
    ({ ruleId, message }: Log) => `${ruleId} ${message.id} ${(message.arguments ?? []).join(' ')}`,
  );
}

describe.runIf(starts())('Microsoft’s validator', () => {
  it('has nothing to say by the rules of the standard and of GitHub', () => {
    expect(found('Sarif;Ghas', logs)).toEqual([]);
  });

  it('is one that can say something', () => {
    const [, log] = logs[0]!;
    const bad = structuredClone(log);
    delete bad.runs[0].tool.driver.rules[0].shortDescription;
    delete bad.runs[0].results[0].locations;
    bad.runs[0].results[1].locations[0].physicalLocation.artifactLocation.uri = '/a.yaml';
    expect(found('Sarif;Ghas', [['bad', bad]]).join('\n')).toMatch(/GH1015[\s\S]*GH2012[\s\S]*SARIF1004/);
    expect(asked(bad)).not.toEqual([]);
  });
});
