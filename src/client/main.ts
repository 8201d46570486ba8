import { hookKeys } from './key-hook.ts';
import { hookSearch } from './search-hook.ts';

/** The site's entry script. A page reads without it. */
if (document.body.dataset['live'] !== undefined)
  void import('./live.ts').then(({ listen }) => listen(document.body.dataset['live'] ?? '/'));
hookSearch();
hookKeys();
if (document.querySelector('.code')) void import('./copy.ts').then(({ offerCopies }) => offerCopies());
if (document.querySelector('list-filter')) void import('./narrow.ts');
if (document.querySelector('time[data-due]'))
  void import('./overdue.ts').then(({ markOverdue }) => markOverdue());
