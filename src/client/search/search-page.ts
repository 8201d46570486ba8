import { searchTexts } from '../../site/texts.ts';
import { filterControls } from './filter-controls.ts';
import { openSearch, type Found, type Query, type Result, type Search } from './find.ts';
import { queryIn, queryString } from './query-url.ts';
import { element, shownResult } from './show-result.ts';

const PORTION = 10;
const PAUSE = 120;

/** The content of the search page: query, filters, and all results. Its address is the query, so that Back brings it back. */
class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    const lists = this.querySelector<HTMLElement>('[data-lists]');
    if (form && input && lists) mount({ form, input, lists }, openSearch(this.dataset['base'] ?? '/'));
  }
}
customElements.define('search-page', SearchPage);

type Parts = Readonly<{ form: HTMLFormElement; input: HTMLInputElement; lists: HTMLElement }>;

function mount({ form, input, lists }: Parts, search: Search): void {
  const controls = filterControls();
  const status = element('p', '', 'soft');
  const rows = element('ol', '', 'rows results');
  const more = element('button', searchTexts.more);
  status.role = 'status';
  more.type = 'button';
  more.hidden = true;
  form.append(controls.element);
  form.after(status, rows, more);

  let asked = 0;
  let found: Found | undefined;
  const append = async () => {
    const question = asked;
    const from = rows.children.length;
    try {
      const results = (await found?.take(from, from + PORTION)) ?? [];
      if (question !== asked || from !== rows.children.length) return;
      rows.append(...results.map(rowOf));
      more.hidden = rows.children.length >= (found?.count ?? 0);
      rows.children[from]?.querySelector('a')?.focus();
    } catch {
      say(searchTexts.broken, true);
    }
  };
  const say = (text: string, withLists: boolean) => {
    status.textContent = text;
    lists.hidden = !withLists;
  };
  let offered = false;
  const offer = () => {
    if (offered) return;
    offered = true;
    search.values().then(
      (values) => {
        controls.offer(values);
        controls.choose(queryIn(location.search).filters);
      },
      // Whoever asks for something hears that the index is out of reach.
      () => (offered = false),
    );
  };
  const ask = async (query: Query) => {
    const question = ++asked;
    const empty = queryString(query) === '';
    if (!empty) say(searchTexts.searching, false);
    try {
      const next = await search.find(query);
      // Whole before it is shown: the rows of the last query stay until then.
      const first = await next.take(0, PORTION);
      if (question !== asked) return;
      found = next;
      rows.replaceChildren(...first.map(rowOf));
      more.hidden = next.count <= first.length;
      if (empty) say('', true);
      else if (next.count === 0) say(`${searchTexts.nothing} ${searchTexts.nothingHelp}`, true);
      else say(searchTexts.count(next.count), false);
      offer();
    } catch {
      if (question !== asked) return;
      rows.replaceChildren();
      more.hidden = true;
      say(searchTexts.broken, true);
    }
  };
  const current = (): Query => ({ text: input.value.trim(), filters: controls.chosen() });
  const remember = (how: 'pushState' | 'replaceState') => {
    const url = location.pathname + queryString(current());
    if (url !== location.pathname + location.search) history[how](null, '', url);
  };
  const restore = () => {
    const query = queryIn(location.search);
    input.value = query.text;
    controls.choose(query.filters);
    void ask(query);
  };

  let timer: number | undefined;
  const submit = (how: 'pushState' | 'replaceState') => {
    clearTimeout(timer);
    remember(how);
    void ask(current());
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => submit('replaceState'), PAUSE);
  });
  controls.element.addEventListener('change', () => submit('pushState'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit('pushState');
  });
  more.addEventListener('click', () => void append());
  addEventListener('popstate', restore);
  walkWithArrows(input, rows);
  // Somebody may have begun to write while this was loaded.
  if (location.search === '' && input.value.trim() !== '') submit('replaceState');
  else restore();
}

/** Down from the field into the results, up and down among them, Escape back to the field. */
function walkWithArrows(input: HTMLInputElement, rows: HTMLElement): void {
  const go = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...rows.querySelectorAll('a')];
    const at = links.findIndex((link) => link === document.activeElement);
    if (step !== undefined && links.length > 0) {
      event.preventDefault();
      (links[at + step] ?? (step < 0 ? input : links[at]))?.focus();
    } else if (event.key === 'Escape' && at >= 0) {
      event.preventDefault();
      input.focus();
    }
  };
  input.addEventListener('keydown', go);
  rows.addEventListener('keydown', go);
}

function rowOf(result: Result): HTMLElement {
  const row = element('li', '');
  const link = element('a', '');
  const { name, about, text } = shownResult(result);
  link.href = result.url;
  link.append(...name.childNodes);
  if (result.mode !== undefined) row.dataset['mode'] = result.mode;
  row.append(link, about, text);
  return row;
}
