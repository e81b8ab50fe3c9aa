/** Tests mirror src. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // One more than vitest's own choice: what shares the work out has little to do itself.
    maxWorkers: availableParallelism(),
    // Only against what never ends: a machine may be as busy as it likes, and a disk as slow.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    // Where CI counts the results.
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    env: { NO_COLOR: '1' },
    // `npm run coverage`. What runs in the browser, and the built program, are tried as a user has them: nobody counts lines there.
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/page/**', '**/*.gen.*', '**/*.d.ts'],
      reportsDirectory: 'coverage-report',
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
