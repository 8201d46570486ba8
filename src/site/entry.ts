import { createApp } from 'astro/app/entrypoint';

const app = createApp();

/**
 * Renders the page at `url`, a path such as `/runbooks/dns-down/`, with what `locals` holds of a lab.
 * The HTML names its style sheet and script below `/`, as compiled.
 */
export const render = (url: string, locals: App.Locals): Promise<Response> =>
  app.render(new Request(new URL(url, 'http://lab.invalid')), { locals });
