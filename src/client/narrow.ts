import { narrowTexts } from '../site/texts.ts';

/** While somebody types, the address waits: browsers refuse one that changes with every letter. */
const PAUSE = 250;

/** Narrows the rows inside it by words and values. The address says what is chosen, so it can be kept, sent and gone back to. */
class ListFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form) mount(this, form);
  }
}
customElements.define('list-filter', ListFilter);

function mount(host: HTMLElement, form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const selects = [...form.querySelectorAll('select')];
  const status = form.querySelector('[role="status"]');
  const nothing = host.querySelector<HTMLElement>('.nothing');
  const rows = [...host.querySelectorAll<HTMLElement>('.rows > li')].map((element) => ({
    element,
    words: plain(
      `${element.closest('section[aria-labelledby]')?.querySelector('h2')?.textContent ?? ''} ${element.textContent}`,
    ),
  }));
  const sections = [...host.querySelectorAll<HTMLElement>('section[aria-labelledby], details')];
  /** What was folded before something was looked for in it. */
  const opened = new Set<HTMLDetailsElement>();
  const fields = [...(input ? [input] : []), ...selects];

  const apply = () => {
    const words = plain(input?.value ?? '').split(/\s+/);
    const chosen = selects.filter(({ value }) => value !== '');
    const narrowed = chosen.length > 0 || words.some((word) => word !== '');
    let count = 0;
    for (const { element, words: own } of rows) {
      const fits =
        words.every((word) => own.includes(word)) &&
        chosen.every(({ name, value }) => element.dataset[name]?.split('|').includes(value));
      element.hidden = !fits;
      if (fits) count += 1;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector('.rows > li:not([hidden])');
      const jump = section.ariaLabelledByElements?.[0]?.id ?? section.getAttribute('aria-labelledby');
      const link =
        jump && host.querySelector<HTMLElement>(`.jump a[href="#${CSS.escape(encodeURIComponent(jump))}"]`);
      if (link) link.hidden = section.hidden;
      if (section instanceof HTMLDetailsElement && narrowed && !section.open) {
        opened.add(section);
        section.open = true;
      }
    }
    if (!narrowed) {
      for (const section of opened) section.open = false;
      opened.clear();
    }
    if (nothing) nothing.hidden = count > 0;
    if (status) status.textContent = narrowed ? narrowTexts.shown(count, rows.length) : '';
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = asked.get(field.name) ?? '';
      // An address may ask for what no row has.
      if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value))
        field.append(new Option(value, value));
      field.value = value;
    }
    apply();
  };

  const address = (): string => {
    const query = new URLSearchParams(
      fields.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])),
    );
    return query.size === 0 ? location.pathname : `?${query}`;
  };

  let timer: number | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
    history.replaceState(null, '', address());
  };
  input?.addEventListener('input', () => {
    apply();
    // The first letter makes a step to go back to; the next ones change it.
    if (timer === undefined && !new URLSearchParams(location.search).has('q'))
      history.pushState(null, '', address());
    clearTimeout(timer);
    timer = window.setTimeout(settle, PAUSE);
  });
  for (const select of selects)
    select.addEventListener('change', () => {
      if (timer !== undefined) settle();
      history.pushState(null, '', address());
      apply();
    });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    settle();
  });
  addEventListener('popstate', () => {
    clearTimeout(timer);
    timer = undefined;
    read();
  });
  // What a browser filled in when the page was loaded again is not what the address says.
  addEventListener('pageshow', read);
  read();
}

// A declaration, because the element is mounted while this module is still being read.
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}
