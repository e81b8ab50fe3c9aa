/** Tests mirror src. */
import { defineConfig } from 'vitest/config';

const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Where CI counts the results.
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    env: { NO_COLOR: '1' },
  },
});
