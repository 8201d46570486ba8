import type { Kind } from '../model/lab.ts';
import { fieldOf } from './kinds.ts';

/**
 * Values of keys that other templates use for the same fact. They count only where our own key is missing and their value
 * fits; a value that does not fit is their business.
 */
export function foreignValues(
  kind: Kind,
  written: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [key, theirs] of Object.entries(FOREIGN[kind] ?? {})) {
    if (Object.hasOwn(known, key) || Object.hasOwn(written, key)) continue;
    for (const name of theirs) {
      const value = Object.hasOwn(written, name) ? written[name] : undefined;
      const result =
        value === undefined || value === null || value === ''
          ? undefined
          : fieldOf(kind, key)?.safeParse(value);
      if (result?.success) found[key] ??= result.data;
    }
  }
  return found;
}

/** What other templates call a key of ours. */
export const theirNames = (kind: Kind, key: string): readonly string[] => FOREIGN[kind]?.[key] ?? [];

const SERVICES = ['service', 'affected_services', 'affected-services', 'components', 'systems'];

const FOREIGN: Readonly<Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>>> = {
  postmortem: {
    services: SERVICES,
    began: ['start_time', 'started_at', 'start', 'started', 'incident_date'],
    noticed: ['detected_at', 'detected', 'detection_time'],
    mitigated: ['mitigated_at'],
    ended: ['end_time', 'resolved_at', 'end', 'resolved'],
    severity: ['sev', 'priority'],
    detection: ['detected_by'],
  },
  runbook: { services: SERVICES, alerts: ['alert', 'alertname', 'alert_name'] },
  drill: { services: SERVICES },
};
