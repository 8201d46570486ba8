import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine takes its time; a test that hangs still ends.
    testTimeout: 60_000,
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**', 'tests/e2e/**', 'tests/corpus/**'],
  },
});
