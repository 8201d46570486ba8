/** Reloads the page when the server of `dev` says that what it shows has changed. `base` is the site's. */
export function listen(base: string): void {
  const events = new EventSource(`${base}_live?page=${encodeURIComponent(location.pathname)}`);
  events.addEventListener('change', () => location.reload());
}
