import type { Facts, Template } from './template.ts';
import { frontMatter, heading, refs } from './template.ts';

export const runbook: Template = (
  facts,
) => `${frontMatter('runbook', { services: refs(facts) }, ['alerts', 'signatures', 'requires', 'minutes', 'risk'])}${heading(facts)}
## Symptoms

<!-- What does a person see or say? What stands in the log, word for word? -->

## Before you start

<!-- Access, tools and data that are needed, and what must not be touched. -->

## Diagnosis

<!-- Only looking. After each command, what a healthy answer is. -->

1. Look whether it runs.

   \`\`\`bash check
   ${look(facts)}
   \`\`\`

## Steps

<!-- One action each, with the command to copy. Say what to expect before the next one. -->

1. Start it again.

   \`\`\`bash change
   ${restart(facts)}
   \`\`\`

## Verification

<!-- How do you know that it works, as the household would notice? -->

## Rollback

<!-- How to undo each step, and when to stop and ask. -->
`;

const composed = ({ services }: Facts) =>
  services.filter((service) => service.composed).map(({ name }) => name);

function look(facts: Facts): string {
  const names = composed(facts);
  return names.length === 0 ? 'systemctl status NAME' : `docker compose ps ${names.join(' ')}`;
}

function restart(facts: Facts): string {
  const names = composed(facts);
  return names.length === 0 ? 'systemctl restart NAME' : `docker compose restart ${names.join(' ')}`;
}
