import { defineConfig } from 'vitest/config';

/** Real repositories: `npm run corpus` takes all of them, a test run some. */
export default defineConfig({ test: { include: ['tests/corpus/**/*.test.ts'] } });
