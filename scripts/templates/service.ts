import type { Template } from './template.ts';
import { frontMatter, heading, refs } from './template.ts';

export const service: Template = (
  facts,
) => `${frontMatter('service', { service: refs(facts)[0], host: facts.host }, ['mode', 'provides', 'needs', 'url', 'household', 'backup', 'rto', 'rpo', 'owner'])}${heading(facts)}
<!-- One sentence: what it does, and for whom. -->

## Is it up?

<!-- The address to open and the command to run. -->

## State

<!-- What it keeps, where, how that is backed up, and when it was last restored. -->

## What depends on it

<!-- Who notices first when it is down? -->
`;
