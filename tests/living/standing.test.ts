/**
 * A run that makes nothing again must say and leave what one that makes everything again would: whatever was edited in the
 * workspace, taken out of the output or changed in it by hand, whichever flags and program it had.
 */
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { run } from '../cli/host.ts';
import { contents, scratch } from '../output/scratch.ts';

const RUNS = Math.max(1, Math.round(Number(process.env.CXPLAN_RUNS ?? 1) / 10));
const FIRM = readFileSync(join(import.meta.dirname, '../../examples/minimal/cxplan.yaml'), 'utf8');
const MANIFEST = '.cxplan-manifest.json';

/** What may happen between two runs: some text of the workspace is another, there and back again, or a file of the output is. */
const SWAPS: readonly (readonly [string, string])[] = [
  ['name: In good hands', 'name: In safe hands'],
  ['outcome: Nobody has to ask', 'outcome: Nobody needs to ask'],
  ['Rosa Quinn', 'Rosa Quinn-Daly'],
  ['mantra: Nobody walks home.', 'mantra: Everybody rides home.'],
  ['rooms: { loft: { site: main', 'rooms: { loft: { name: The loft, site: main'],
  ['heads: 6', 'heads: 7'],
  ['maxAway: 50%', 'maxAway: 60%'],
  ['totalDays: 20', 'totalDays: 20, away: [{ from: 2027-02-08, to: 2027-03-12 }]'],
  ['timezone: Europe/Dublin', 'timezone: Europe/Dublin\n  locale: de-DE'],
  ['baseline: 58', 'baseline: 59'],
  ['consentUntil: 2028-01-31', 'consentUntil: 2027-01-31'],
  ['departments:\n', 'policy: { rules: { crammed: off } }\ndepartments:\n'],
  ['departments:\n', '\n# A word to ourselves\ndepartments:\n'],
];

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ swap: fc.nat(SWAPS.length - 1) }) },
  { weight: 2, arbitrary: fc.constant({ nothing: true }) },
  { weight: 1, arbitrary: fc.record({ lose: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ scribble: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ build: fc.constantFrom('one', 'two') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      flags: fc.constantFrom([], ['--csv', 'plain'], ['--only', 'md,ics'], ['--as-of', '2027-02-10']),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ agree: true }) },
);

it('what stands is as if it were made again, whatever happens between two runs', async () => {
  let stood = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 14, maxLength: 14 }), async (steps) => {
      const root = join(scratch(), 'firm');
      const other = join(scratch(), 'other');
      cpSync(join(import.meta.dirname, '../../examples/minimal'), root, { recursive: true });
      let [build, flags] = ['one', [] as readonly string[]];
      for (const one of [{ nothing: true }, ...steps] as const) {
        if ('swap' in one) swap(root, SWAPS[one.swap]!);
        if ('lose' in one) rmSync(join(root, 'plan', nth(root, one.lose)));
        if ('scribble' in one) appendFileSync(join(root, 'plan', nth(root, one.scribble)), '\n');
        if ('build' in one) build = one.build;
        if ('flags' in one) flags = one.flags;
        if ('agree' in one) await run(['publish', root]);
        rmSync(other, { recursive: true, force: true });
        cpSync(root, other, { recursive: true });
        const argv = ['generate', '.', '--force', ...flags];
        const isOurs = existsSync(join(root, 'plan', 'plan.json'));
        const quick = await run(argv, { cwd: root, build });
        const whole = await run(argv, { cwd: other, build: undefined });
        expect(quick).toEqual(whole);
        expect(withoutRecipe(root)).toEqual(withoutRecipe(other));
        if (isOurs && quick.out.includes('nothing has changed')) stood++;
        // Without force what a person changed is refused.
        if ('scribble' in one) {
          appendFileSync(join(root, 'plan/README.md'), 'mine\n');
          const refused = await run(['generate', '.', ...flags], { cwd: root, build });
          expect(refused.code === 0 || refused.err.includes('was changed since')).toBe(true);
          expect(readFileSync(join(root, 'plan/README.md'), 'utf8')).toContain('mine\n');
          await run(argv, { cwd: root, build });
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(stood).toBeGreaterThan(RUNS);
});

it('nothing is made again where everything stands: what was left there by another hand would stay', async () => {
  const root = join(scratch(), 'firm');
  cpSync(join(import.meta.dirname, '../../examples/minimal'), root, { recursive: true });
  const build = 'one';
  await run(['generate', '.'], { cwd: root, build });
  // As if that program had rendered otherwise: its own hash beside its own bytes.
  const readme = join(root, 'plan/README.md');
  const manifest = join(root, 'plan', MANIFEST);
  const { createHash } = await import('node:crypto');
  const hashOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const before = readFileSync(readme, 'utf8');
  writeFileSync(readme, 'of another time\n');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(hashOf(before), hashOf('of another time\n')),
  );
  const comment = FIRM.replace('departments:\n', '# A word to ourselves\ndepartments:\n');
  writeFileSync(join(root, 'cxplan.yaml'), comment);
  expect((await run(['generate', '.'], { cwd: root, build })).out).toContain('nothing has changed');
  expect(readFileSync(readme, 'utf8')).toBe('of another time\n');
  expect((await run(['generate', '.'], { cwd: root, build: 'two' })).code).toBe(0);
  expect(readFileSync(readme, 'utf8')).toBe(before);
});

function swap(root: string, [a, b]: readonly [string, string]): void {
  const file = join(root, 'cxplan.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.includes(b) ? text.replace(b, a) : text.replace(a, b));
}

function nth(root: string, n: number): string {
  const paths = Object.keys(contents(join(root, 'plan'))).filter(
    (path) => path !== MANIFEST && !path.endsWith('.json'),
  );
  return paths[n % paths.length]!;
}

/** Every file of the output, but for what the program notes for itself. */
function withoutRecipe(root: string): Record<string, string> {
  const { [MANIFEST]: manifest, ...files } = contents(join(root, 'plan'));
  return { ...files, [MANIFEST]: manifest!.replace(/\n {2}"made": "sha256:[0-9a-f]+",/, '') };
}
