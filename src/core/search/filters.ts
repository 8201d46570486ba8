/** What results can be narrowed by, in the order in which it is offered. */
export const FILTERS = ['kind', 'service', 'mode', 'severity', 'year'] as const;
export type Filter = (typeof FILTERS)[number];
