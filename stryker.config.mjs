/**
 * Mutation testing: each place of the code is changed in turn, and a test has to notice. It takes hours for all, so that it is
 * run by parts and is no step of `npm run check`:
 *
 *   PART=identity npm run mutants
 *
 * A survivor is a test that is missing, or a change that nobody can see. ONLY=file,file mutates these alone, TESTS=glob runs these
 * tests alone; what was found stands in reports/.
 */
const PARTS = {
  // zone data and lists are generated or are tables: what they hold is compared with the system's own, not mutated.
  calendar: {
    mutate: [
      'src/calendar/*.ts',
      '!src/calendar/*.gen.ts',
      '!src/calendar/{corrections,region-names,region-notes}.ts',
    ],
    tests: 'tests/calendar/*.test.ts',
  },
  constraints: {
    mutate: ['src/schedule/constraints/*.ts'],
    tests: 'tests/schedule/{constraints,problem}/*.test.ts',
  },
  coverage: { mutate: ['src/coverage/*.ts'], tests: 'tests/coverage/*.test.ts' },
  identity: {
    mutate: ['src/plan/{uid,identity,match,renamed,up-to-date}.ts', 'src/plan/diff/*.ts'],
    tests: 'tests/{plan,living}/*.test.ts',
  },
  exchange: { mutate: ['src/exchange/**/*.ts'], tests: 'tests/exchange/**/*.test.ts' },
  delivery: { mutate: ['src/delivery/*.ts'], tests: 'tests/{delivery/*,cli/attend}.test.ts' },
  output: { mutate: ['src/output/{replace,unfinished,survey,manifest}.ts'], tests: 'tests/output/*.test.ts' },
};
const { PART = 'identity', ONLY } = process.env;
const part = PARTS[PART];
if (!part) throw new Error(`PART is one of ${Object.keys(PARTS).join(', ')}`);
process.env.MUTANTS_TESTS = process.env.TESTS ?? part.tests;

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.ts', related: false },
  mutate: ONLY ? ONLY.split(',') : part.mutate,
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.CONCURRENCY ?? 1),
  timeoutMS: 20_000,
  ignoreStatic: true,
  ignorePatterns: ['/dist', '/plan', 'examples/*/plan', 'coverage-report', '.stryker-tmp', 'reports'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: `reports/mutants-${PART}.json` },
  thresholds: { high: 90, low: 85, break: 85 },
};
