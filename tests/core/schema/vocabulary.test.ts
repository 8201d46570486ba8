import { describe, expect, test } from 'vitest';
import {
  causeOf,
  detectionOf,
  drillStatusOf,
  goalStatusOf,
  layerOf,
  modeOf,
  riskOf,
  severityOf,
  statusOf,
} from '../../../src/core/schema/vocabulary.ts';

const read = (of: (text: string) => string | undefined, texts: string): string[] =>
  texts.split('|').map((text) => of(text) ?? '?');

describe('severity', () => {
  test('is a number with or without the letters of other scales', () => {
    expect(read(severityOf, 'sev1|SEV-2|Sev 3|severity: 4|P1|p2|S3|Priority 4|5|2 (major)|SEV0|P0')).toEqual([
      'sev1',
      'sev2',
      'sev3',
      'sev4',
      'sev1',
      'sev2',
      'sev3',
      'sev4',
      'sev5',
      'sev2',
      'sev1',
      'sev1',
    ]);
  });

  test('is a word, of which the first counts', () => {
    const words =
      '🔴 **Critical**|Major (high impact)|High|MEDIUM|Minor|low|cosmetic|INFO|kritisch|élevée|严重';
    expect(read(severityOf, words)).toEqual([
      'sev1',
      'sev2',
      'sev2',
      'sev3',
      'sev4',
      'sev4',
      'sev5',
      'sev5',
      'sev1',
      'sev2',
      'sev1',
    ]);
  });

  test('is unknown where the text does not say it', () => {
    expect(read(severityOf, '|Non-critical|3 hours|2026-03-14|P2P network|SEV-7|unknown|SEV-12')).toEqual(
      Array(8).fill('?'),
    );
  });
});

test('status of a postmortem, in the words of postmortem templates and of incident tools', () => {
  expect(read(statusOf, 'draft|WIP|Investigating|unresolved|offen')).toEqual(Array(5).fill('draft'));
  expect(read(statusOf, 'in-review|In Review|under review')).toEqual(Array(3).fill('in-review'));
  expect(read(statusOf, 'reviewed|Approved|accepted')).toEqual(Array(3).fill('reviewed'));
  expect(read(statusOf, 'closed|✅ Complete|Resolved on Monday|published|behoben')).toEqual(
    Array(5).fill('closed'),
  );
  expect(read(statusOf, '|purple|not resolved')).toEqual(['?', '?', '?']);
});

test('detection, status of drills and goals, risk, mode and causes', () => {
  expect(read(detectionOf, 'Uptime Kuma|family|user-reported|self-noticed|game day|CI|stars')).toEqual([
    'alert',
    'household',
    'user',
    'self',
    'drill',
    'test',
    '?',
  ]);
  expect(read(drillStatusOf, 'scheduled|passed|fail|rolled back|partial|x')).toEqual([
    'planned',
    'completed',
    'failed',
    'aborted',
    'interrupted',
    '?',
  ]);
  expect(read(goalStatusOf, 'backlog|in progress|breaking|stuck|documenting|done|given up|x')).toEqual([
    'planned',
    'building',
    'breaking',
    'debugging',
    'writing',
    'judged',
    'walked-away',
    '?',
  ]);
  expect(read(riskOf, 'read only|low|medium|dangerous|x')).toEqual([
    'read-only',
    'safe',
    'disruptive',
    'destructive',
    '?',
  ]);
  expect(read(modeOf, 'prod|dev|x')).toEqual(['production', 'sandbox', '?']);
  expect(read(causeOf, 'Misconfiguration|ntp|the cat')).toEqual(['config-change', 'time', '?']);
});

test('a layer that we do not know keeps its own name', () => {
  expect(['DNS/TLS', 'OS', 'Docker', 'Home Automation'].map(layerOf)).toEqual([
    'dns-tls',
    'operating-system',
    'containers',
    'home-automation',
  ]);
});
