import { keyTexts } from '../site/texts.ts';
import { isEdited, keysAreOn, turnKeys } from './keys-on.ts';

/** How long `g` waits for the letter that says where to. */
const PATIENCE = 1500;

const LISTS: Readonly<Record<string, string>> = { s: 'services/', r: 'runbooks/', p: 'postmortems/' };

/** Does what a single key stands for. */
export function press(key: string): void {
  if (key === '?') show();
  if (key === 'j') step(1);
  if (key === 'k') step(-1);
  if (key === '[') follow('a[rel="prev"]');
  if (key === ']') follow('a[rel="next"]');
  if (key === 'g')
    document.addEventListener('keydown', go, { once: true, signal: AbortSignal.timeout(PATIENCE) });
}

/** Before the letter means anything else. */
function go(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (ctrlKey || metaKey || altKey || isEdited(target)) return;
  const list = LISTS[key];
  if (key === 'h') follow('.bar .name');
  else if (list) follow(`.bar nav a[href$="/${list}"]`);
  else return;
  event.preventDefault();
}

const follow = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();

/** To the next row of the lists on this page that is shown, from the one that has the focus. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main .rows > li')].filter((row) =>
    row.checkVisibility(),
  );
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next =
    at === -1 ? rows.find((row) => by === 1 && row.getBoundingClientRect().bottom > 0) : rows[at + by];
  const link = next?.querySelector('a');
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}

function show(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.keys') ?? made();
  dialog.showModal();
}

function made(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  const title = document.createElement('h2');
  title.id = 'keys-title';
  title.textContent = keyTexts.title;
  dialog.setAttribute('aria-labelledby', title.id);
  const list = document.createElement('dl');
  for (const [keys, meaning] of keyTexts.keys) {
    const [term, text] = [document.createElement('dt'), document.createElement('dd')];
    term.append(...keys.split(/\s+/).flatMap((key) => [keyboard(key), ' ']));
    text.textContent = meaning;
    list.append(term, text);
  }
  dialog.append(title, list, toggle(), closing());
  document.body.append(dialog);
  return dialog;
}

function keyboard(key: string): HTMLElement {
  const element = document.createElement('kbd');
  element.textContent = key;
  return element;
}

function toggle(): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = keysAreOn();
  box.addEventListener('change', () => turnKeys(box.checked));
  label.append(box, ` ${keyTexts.on}`);
  return label;
}

function closing(): HTMLElement {
  const form = document.createElement('form');
  const button = document.createElement('button');
  form.method = 'dialog';
  button.textContent = keyTexts.close;
  button.autofocus = true;
  form.append(button);
  return form;
}
