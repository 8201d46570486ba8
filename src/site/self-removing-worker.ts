/**
 * The worker of a site that keeps nothing offline. Whoever has kept an earlier site of this address gets it with the next
 * visit: it steps aside, and every open page is loaded again without it.
 */
export const SELF_REMOVING_WORKER = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    self.registration
      .unregister()
      .then(() => self.clients.matchAll({ type: 'window' }))
      .then((pages) => Promise.all(pages.map((page) => page.navigate(page.url).catch(() => undefined)))),
  );
});
`;
