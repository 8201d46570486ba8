import { hookSearch } from './search-hook.ts';

/** The site's entry script. A page reads without it. */
if (document.body.dataset['live'] !== undefined)
  void import('./live.ts').then(({ listen }) => listen(document.body.dataset['live'] ?? '/'));
hookSearch();
