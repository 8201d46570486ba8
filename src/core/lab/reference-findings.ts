import type { Finding, Place } from '../model/finding.ts';
import type { Meant } from './service-names.ts';

/** What is wrong with a name in front matter that finds no service or host, or more than one. */
export function referenceFinding(
  type: 'service' | 'host',
  name: string,
  { meant, place }: Readonly<{ meant: Meant; place: Place }>,
): Finding {
  const { missing, ...kind } = UNKNOWN[type];
  if (meant.type === 'several') {
    const some = meant.refs.slice(0, 3).map((ref) => `\`${ref}\``);
    const more = meant.refs.length > 3 ? ` and ${meant.refs.length - 3} more` : '';
    return {
      ...kind,
      place,
      message: `"${name}" may mean ${some.join(', ')}${more}.`,
      hint: `Write the whole name, such as ${some[0]}.`,
    };
  }
  const suggestion = meant.type === 'unknown' ? meant.suggestion() : undefined;
  return {
    ...kind,
    place,
    message: `There is no ${type} called "${name}" in this lab.`,
    hint: suggestion === undefined ? missing(name) : `Did you mean \`${suggestion}\`?`,
  };
}

/** A page named in front matter that does not exist. */
export const unknownPage = (ref: string, place: Place): Finding => ({
  rule: 'dead-link',
  severity: 'warning',
  place,
  message: `There is no page "${ref}" in this lab.`,
  hint: 'Write its path in the lab, such as `runbooks/dns-down.md`.',
});

const UNKNOWN = {
  service: {
    rule: 'unknown-service',
    severity: 'warning',
    missing: (name: string) => `Correct the name, or describe the service in \`services/${name}.md\`.`,
  },
  host: {
    rule: 'unknown-host',
    severity: 'hint',
    missing: (name: string) => `Correct the name, or describe the host in \`hosts/${name}.md\`.`,
  },
} as const;
