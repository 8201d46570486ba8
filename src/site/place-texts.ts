import type { FactKey } from '../core/views/facts.ts';

/** Words of the page of one thing. */
export const placeTexts = {
  on: 'on',
  failure: 'Last failure',
  proof: 'Proven by',
  times: 'Times',
  lasted: (duration: string) => `lasted ${duration}`,
  after: (duration: string) => `after ${duration}`,
  dueAgain: 'Due again',
  repeated: 'Repeated by',
  composeFacts: 'What the compose file says',
  errorTexts: 'Error texts',
  canBeLost: 'What can be lost',
  backupUnsaid: 'Nothing in this lab says how it is backed up.',
  neverRestored: 'No drill in this lab has restored it yet.',
} as const;

export const goalTexts = {
  path: 'How far it has come',
  steps: ['Goal', 'Build', 'Break', 'Debug', 'Write', 'Judge'],
  left: 'Walked away',
} as const;

const SEVERITY_WORDS: Readonly<Record<string, string>> = {
  sev1: 'critical',
  sev2: 'major',
  sev3: 'moderate',
  sev4: 'minor',
  sev5: 'cosmetic',
};

/** `sev2, major`. */
export const severityText = (severity: string): string =>
  [severity, SEVERITY_WORDS[severity]].filter(Boolean).join(', ');

const FACT_TEXTS: Readonly<Partial<Record<FactKey, string>>> = {
  repeat_every: 'Repeat every',
  rto: 'Back within',
  rpo: 'May lose',
  vlan: 'VLAN',
  url: 'Address',
  by: 'Due',
  env_file: 'Environment files',
  environment: 'Environment names',
  network_mode: 'Network of',
  mounts: 'State',
  reads: 'Reads',
  forgot: 'Was forgotten',
  deviated: 'Deviated',
  health: 'Health check',
  household_minutes: 'Household minutes',
};

export const factText = (key: FactKey): string =>
  FACT_TEXTS[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
