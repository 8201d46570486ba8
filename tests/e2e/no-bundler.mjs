// Loaded with --import: makes everything that compiles unreachable, so that a build which compiles fails.
import { registerHooks } from 'node:module';

// The number of a version is no bundler.
const BUNDLERS = /\/node_modules\/(astro|vite|rolldown|rollup|esbuild)\/.*(?<!\.json)$/;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    if (BUNDLERS.test(found.url)) throw new Error(`The bundler is out of reach: ${specifier}`);
    return found;
  },
});
