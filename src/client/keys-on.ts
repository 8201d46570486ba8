const OFF = 'blackstart-keys-off';

/** Single keys can be turned off: whoever dictates, or steers with one key, would set them off by accident. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  } catch {
    // Where nothing can be kept, they stay on.
  }
}

export const isEdited = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|select|textarea)$/.test(target.localName));
