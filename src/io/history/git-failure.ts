import type { Finding } from '../../core/model/finding.ts';

/** What a failure of Git means for the lab: nothing when there is simply no repository, or no Git. */
export function failureOf(error: unknown): Finding[] {
  const message = error instanceof Error ? error.message : String(error);
  if (/not a git repository|must be run in a work tree|spawn git ENOENT/i.test(message)) return [];
  const [, folder] = /dubious ownership in repository at '([^'\n]*)'/.exec(message) ?? [];
  if (folder !== undefined) return [belongsToAnother(folder)];
  const reason = message.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
  return [
    finding(
      `Git can't read the history of this lab, so no page has a date: ${reason}`,
      'Run `git log` in the lab to see what is wrong.',
    ),
  ];
}

const belongsToAnother = (folder: string): Finding =>
  finding(
    'The repository belongs to another user, so Git refuses to read it and no page has a date.',
    `If you trust it, run: git config --global --add safe.directory '${folder}'`,
  );

const finding = (message: string, hint: string): Finding => ({
  rule: 'no-history',
  severity: 'warning',
  place: { path: '.git', line: 1 },
  message,
  hint,
});
