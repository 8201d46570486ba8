import { spawnSync } from 'node:child_process';
import { defineConfig } from 'astro/config';
import { astroConfig } from './src/site/astro-config.ts';

/** Whoever only knows `astro build` gets the site of the default lab, from the same function as `blackstart build`. */
const buildLab = {
  name: 'blackstart-build',
  hooks: {
    'astro:build:done': () => {
      const { status } = spawnSync(process.execPath, ['scripts/blackstart.mjs', 'build'], {
        stdio: 'inherit',
      });
      if (status !== 0) throw new Error('The lab could not be built.');
    },
  },
};

export default defineConfig({
  ...astroConfig,
  outDir: 'node_modules/.cache/blackstart/astro-build',
  integrations: [...astroConfig.integrations, buildLab],
});
