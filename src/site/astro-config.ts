import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { passthroughImageService } from 'astro/config';
import { rendererAdapter } from './adapter.ts';

/** How the templates are compiled: base `/`, one style sheet, one script, nothing inline and nothing of a lab. */
export const astroConfig = {
  output: 'server',
  adapter: rendererAdapter(),
  integrations: [mdx()],
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  build: { inlineStylesheets: 'never', assets: '_assets' },
  compressHTML: true,
  scopedStyleStrategy: 'where',
  vite: {
    // A script finds the ones that it loads beside itself, below whatever base.
    experimental: {
      renderBuiltUrl: (_, { hostType, ssr }) => (hostType === 'js' && !ssr ? { relative: true } : undefined),
    },
    build: {
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      cssTarget: ['chrome100', 'firefox100', 'safari15'],
    },
  },
} satisfies AstroUserConfig;
