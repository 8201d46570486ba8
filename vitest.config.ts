import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine takes its time; a test that hangs still ends.
    testTimeout: 60_000,
    // What waits for a file watcher may be told of a change twice, or late. A second try is printed as one.
    retry: 1,
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**', 'tests/e2e/**', 'tests/corpus/**'],
  },
});
