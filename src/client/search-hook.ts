import { isEdited, keysAreOn } from './keys-on.ts';

/** Loads search on its first use: when its field gets the focus, which `/` gives it, or at once on the search page. */
export function hookSearch(): void {
  const page = document.querySelector('search-page');
  const input = document.querySelector<HTMLInputElement>('search-page input, site-search input');
  if (page) {
    // At once, so that no key is lost; not above results, where it would open the keyboard of a phone.
    if (location.search === '') input?.focus();
    void import('./search/search-page.ts');
  } else input?.addEventListener('focus', load, { once: true });
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (key !== '/' || ctrlKey || metaKey || altKey || !input || isEdited(target) || !keysAreOn()) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

function load(): void {
  const { base = '/' } = document.querySelector<HTMLElement>('site-search')?.dataset ?? {};
  const pagefind = document.createElement('link');
  // Beside our own script, which asks for it.
  pagefind.rel = 'modulepreload';
  pagefind.href = `${base}pagefind/pagefind.js`;
  document.head.append(pagefind);
  void import('./search/search-field.ts');
}
