import { searchTexts } from '../../site/texts.ts';
import { openSearch, type Result, type Search } from './find.ts';
import { element, shownResult } from './show-result.ts';

const MOST_SHOWN = 6;
const PAUSE = 80;

/**
 * The field on every page: its first results stand below it while somebody types. Arrows choose one, Enter opens it, Escape
 * closes them. Without this element, and for all results, its form leads to the search page.
 */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (form && input) mount(this, input, openSearch(this.dataset['base'] ?? '/'));
  }
}
customElements.define('site-search', SiteSearch);

function mount(host: HTMLElement, input: HTMLInputElement, search: Search): void {
  const panel = element('div', '', 'panel');
  const status = element('p', '', 'soft');
  const list = element('div', '');
  panel.hidden = true;
  status.role = 'status';
  list.role = 'listbox';
  list.id = 'search-results';
  list.ariaLabel = searchTexts.results;
  panel.append(status, list);
  host.append(panel);
  input.role = 'combobox';
  input.autocomplete = 'off';
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const chosen = (): number => options().findIndex((option) => option.ariaSelected === 'true');
  const choose = (index: number) => {
    const all = options();
    for (const [at, option] of all.entries()) option.ariaSelected = String(at === index);
    const option = all[index];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const show = (shown: boolean) => {
    panel.hidden = !shown;
    input.ariaExpanded = String(shown);
    if (!shown) choose(-1);
  };
  const fill = (results: readonly Result[], count: number, text: string) => {
    const all = results.map(optionOf);
    if (count > results.length) all.push(everything(host, text, count));
    for (const [index, option] of all.entries()) option.id = `search-result-${index}`;
    list.replaceChildren(...all);
    status.textContent = count === 0 ? searchTexts.nothing : searchTexts.count(count);
  };

  let asked = 0;
  let timer: number | undefined;
  const ask = async () => {
    const text = input.value.trim();
    const question = ++asked;
    if (text === '') return show(false);
    if (panel.hidden) list.replaceChildren();
    status.textContent = searchTexts.searching;
    show(true);
    try {
      const found = await search.find({ text, filters: {} });
      const shown = (results: readonly Result[]) => {
        if (question === asked) fill(results, found.count, text);
      };
      // The best one does not wait for the others, unless they would push away what stands there.
      const first = list.childElementCount === 0 ? [found.take(0, 1).then(shown)] : [];
      await Promise.all([...first, found.take(0, MOST_SHOWN).then(shown)]);
    } catch {
      if (question !== asked) return;
      list.replaceChildren();
      status.textContent = searchTexts.broken;
    }
    if (question === asked) choose(-1);
  };
  const close = () => {
    asked += 1;
    clearTimeout(timer);
    show(false);
  };

  show(false);
  search.warm();
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    const all = options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && !panel.hidden) {
      event.preventDefault();
      close();
    } else if (step !== undefined && panel.hidden) {
      event.preventDefault();
      void ask();
    } else if (step !== undefined && all.length > 0) {
      event.preventDefault();
      // One more than there are: with none chosen, the reader is back at what they wrote.
      choose(((chosen() + 1 + step + all.length + 1) % (all.length + 1)) - 1);
    } else if (event.key === 'Enter' && chosen() >= 0) {
      event.preventDefault();
      all[chosen()]?.click();
    }
  });
  host.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && host.contains(relatedTarget))) close();
  });
  // What is chosen with a pointer must not take the focus first: the list would be gone before the click.
  panel.addEventListener('pointerdown', (event) => event.preventDefault());
  panel.addEventListener('click', () => close());
  if (input.value.trim() !== '' && document.activeElement === input) void ask();
}

function optionOf(result: Result): HTMLElement {
  const option = link(result.url);
  const { name, about, text } = shownResult(result);
  if (result.mode !== undefined) option.dataset['mode'] = result.mode;
  option.append(name, about, text);
  return option;
}

function everything(host: HTMLElement, text: string, count: number): HTMLElement {
  const option = link(`${host.dataset['base'] ?? '/'}search/?${new URLSearchParams({ q: text })}`);
  option.append(searchTexts.everything(count));
  return option;
}

function link(url: string): HTMLElement {
  const option = element('a', '');
  option.href = url;
  option.role = 'option';
  option.tabIndex = -1;
  option.ariaSelected = 'false';
  return option;
}
