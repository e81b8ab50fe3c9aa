/** How large a year may be: told with its sum before anybody plans it, whatever the workspace says about itself. */
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../src/demand/demand.ts';
import { LIMITS, tooLarge } from '../../src/demand/limits.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { firmFiles } from '../bench/firm.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';

const firmOf = (heads: number, modules: number, policy = '') => `
programme: { name: P, starts: 2027-01-04, ends: 2027-12-19, timezone: Europe/London, mantra: One. }
departments: { ops: { meetings: { huddle: { day: tue, at: 10:00, minutes: 15, every: week } } } }
roles: { r: { department: ops, heads: ${heads} } }
themes: { m: { months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } }
${policy}
modules:
${Array.from({ length: modules }, (_, i) => `  m${i}: { audience: everyone, format: self-paced, minutes: 5, when: { every: week } }`).join('\n')}
`;
const modelOf = async (text: string) => (await loadSources(new Map([['cxplan.yaml', text]]))).model!;

describe('what is too large', () => {
  it.each([
    [1_000_000, 1, 'policy: { groupSize: 1 }', 'groups', '1,000,000 people in groups of 1'],
    [12, 300, '', 'perGroup', '15,000 sessions, more than 1,000: 300 modules × 50 times'],
    [500_000, 12, 'policy: { groupSize: 2 }', 'requirements', '12 modules × 50 times × up to 250,000 groups'],
    [120, 2, 'policy: { limits: { requirements: 100 } }', 'requirements', 'more than 100'],
    [120, 2, 'policy: { limits: { groups: 9 } }', 'groups', '10 groups, more than 9'],
  ])('%i people, %i weekly modules, %s: %s', async (heads, modules, policy, limit, sum) => {
    const found = tooLarge(await modelOf(firmOf(heads, modules, policy)));
    expect(found).toMatchObject({ limit, message: expect.stringContaining(sum) });
  });

  it('is not a large firm: a million people have a tenth of room left', async () => {
    const { model } = await loadSources(firmFiles({ people: 10_900 }));
    expect(tooLarge(model!)).toBeUndefined();
    const { groups, requirements } = makeDemand(model!);
    // Both grow as the people do.
    expect((groups.length * 1_000_000) / 10_900).toBeLessThan(LIMITS.groups * 0.9);
    expect((requirements.length * 1_000_000) / 10_900).toBeLessThan(LIMITS.requirements * 0.9);
  });

  it('a workspace cannot raise its own limits', async () => {
    const { diagnostics } = await loadSources(
      new Map([['cxplan.yaml', firmOf(12, 1, 'policy: { limits: { perGroup: 100000 } }')]]),
    );
    expect(diagnostics.map(({ severity }) => severity)).toContain('error');
  });
});

describe('--no-limits', () => {
  it('is the only way past: every command says so, with the place', async () => {
    const folder = firm({ 'cxplan.yaml': firmOf(24, 3, 'policy: { limits: { perGroup: 100 } }') });
    const of = (...argv: string[]) => run(argv, { cwd: folder });
    for (const command of ['validate', 'check', 'generate', 'gaps', 'fix', 'verify']) {
      const { code, out, err } = await of(command, '.');
      expect(code, command).toBe(1);
      expect(out + err, command).toMatch(
        /too-large: .*3 modules × 50 times[\s\S]*cxplan\.yaml:\d+:\d+[\s\S]*--no-limits/,
      );
    }
    const { runs } = JSON.parse((await of('check', '.', '--format', 'sarif')).out);
    expect(runs[0].results[0]).toMatchObject({ ruleId: 'too-large', level: 'error' });
    expect((await of('validate', '.', '--no-limits')).code).toBe(0);
    expect((await of('generate', '.', '--no-limits', '--dry-run')).code).toBe(0);
  });
});
