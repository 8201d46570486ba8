/** Loads the page again when the server of `dev` shows it differently than it is here. `base` is the site's. */
export function listen(base: string): void {
  const shown = document.body.dataset['version'] ?? '';
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
    events.addEventListener('change', reload);
    events.addEventListener('error', () => {
      if (events?.readyState === EventSource.CLOSED) retry = window.setTimeout(open, 1000);
    });
  };
  document.addEventListener('visibilitychange', open);
  addEventListener('pageshow', open);
  addEventListener('pagehide', close);
  open();
}

/** Browsers keep the place on a page that is loaded again, but not one that was jumped to. */
function reload(): void {
  location.reload();
}
