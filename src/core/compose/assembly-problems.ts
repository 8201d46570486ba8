import type { Finding, Place } from '../model/finding.ts';
import { redactValue } from '../secrets/redact-value.ts';
import type { Scalar } from './tree.ts';

type Missing = Readonly<{
  what: 'include' | 'extends';
  type: 'missing' | 'outside' | 'remote' | 'unknown';
  name: Scalar;
}>;

/** A file that is named and can't be read. What lies elsewhere is shown by its name and never fetched. */
export function notFound({ what, type, name }: Missing, place: Place): Finding {
  const file = redactValue(name.text);
  switch (type) {
    case 'missing':
      return {
        rule: 'compose-missing-file',
        severity: 'error',
        place,
        message: `\`${what}\` names \`${file}\`, and the lab has no such compose file, so Compose refuses this one. What stands here itself is shown.`,
        hint: 'Write the path as seen from the folder of the project, or add the file to the repository.',
      };
    case 'outside':
      return {
        rule: 'compose-missing-file',
        severity: 'warning',
        place,
        message: `\`${what}\` names \`${file}\`, which lies outside the lab, so it is not read. What stands here itself is shown.`,
        hint: 'Move the file into the lab, or build the lab from the folder above.',
      };
    case 'remote':
    case 'unknown':
      return {
        rule: 'compose-missing-file',
        severity: 'hint',
        place,
        message: `\`${what}\` names \`${file}\`, which ${type === 'remote' ? 'lies on another host' : 'depends on a variable that nothing in the lab sets'}, so it is not read. What stands here itself is shown.`,
        hint: 'Keep a copy of the file in the lab: on the day of an outage the other may not be there.',
      };
  }
}

export function noService(ref: Scalar, file: string, place: Place): Finding {
  return {
    rule: 'compose-missing-file',
    severity: 'error',
    place,
    message: `\`extends\` names the service \`${redactValue(ref.text)}\`, and \`${file}\` has none of that name, so Compose refuses this file. What stands here itself is shown.`,
    hint: 'Name a service that the file defines.',
  };
}

export function cycle(what: 'include' | 'extends', trail: readonly string[], place: Place): Finding {
  const way = trail.slice(trail.indexOf(trail.at(-1) ?? '')).map((step) => `\`${redactValue(step)}\``);
  return {
    rule: 'compose-cycle',
    severity: 'error',
    place,
    message: `\`${what}\` leads back to where it began (${way.join(' → ')}), so Compose refuses the file. The last step is left out.`,
    hint: 'Move what both need into a third file, and name that one in both.',
  };
}
