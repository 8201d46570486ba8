import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Makes Astro's server build a module with one function, `render`, instead of a server. */
export function rendererAdapter(): AstroIntegration {
  return {
    name: 'blackstart-renderer',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'blackstart-renderer',
          serverEntrypoint: fileURLToPath(new URL('./entry.ts', import.meta.url)),
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'unsupported' },
        });
      },
    },
  };
}
