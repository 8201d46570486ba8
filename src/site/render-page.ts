import type { Renderer } from './compile.ts';

/** A page of the site as it is served below `base`: its status, and HTML that names our style sheet and script there. */
export async function renderPage(
  renderer: Renderer,
  url: string,
  locals: App.Locals,
): Promise<{ status: number; html: string }> {
  const response = await renderer.render(url, locals);
  const html = await response.text();
  // Templates are compiled for `/`. Style sheet and script are linked in the head, which holds nothing of an author.
  const head = html.indexOf('</head>');
  return {
    status: response.status,
    html: html.slice(0, head).replaceAll('="/_assets/', `="${locals.site.base}_assets/`) + html.slice(head),
  };
}
