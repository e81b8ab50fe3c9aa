/** The tests of one part, as `npm run mutants` runs them again and again: in one process. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [process.env.MUTANTS_TESTS ?? 'tests/plan/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    env: { NO_COLOR: '1' },
    testTimeout: 60_000,
  },
});
