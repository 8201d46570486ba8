import { isEdited, keysAreOn } from './keys-on.ts';

/** Loads what single keys do on the first of them. */
export function hookKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    if (!/^[?gjk[\]]$/.test(key) || ctrlKey || metaKey || altKey || defaultPrevented) return;
    if (!keysAreOn() || isEdited(target) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    void import('./keys.ts').then(({ press }) => press(key));
  });
  for (const button of document.querySelectorAll('[data-keys]'))
    button.addEventListener('click', () => void import('./keys.ts').then(({ press }) => press('?')));
}
