/** Loads the page again when the server of `dev` shows it differently than it is here. `base` is the site's. */
export function listen(base: string): void {
  const shown = document.documentElement.dataset['version'] ?? '';
  const query = new URLSearchParams({ page: location.pathname, shown });
  let events: EventSource | undefined;
  let retry: number | undefined;
  const close = () => {
    events?.close();
    clearTimeout(retry);
  };
  const open = () => {
    close();
    // A browser has few connections to a server, so a page that nobody sees keeps none. It asks when it is seen again.
    if (document.hidden) return;
    events = new EventSource(`${base}_live?${query}`);
    // Browsers keep the place on a page that is loaded again.
    events.addEventListener('change', () => location.reload());
    events.addEventListener('error', () => {
      if (events?.readyState === EventSource.CLOSED) retry = window.setTimeout(open, 1000);
    });
  };
  document.addEventListener('visibilitychange', open);
  // From the browser's memory of pages, it comes back as it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && open());
  addEventListener('pagehide', close);
  open();
}
