import type { Template } from './template.ts';
import { frontMatter, heading, refs } from './template.ts';

export const service: Template = (facts) => `${frontMatter({ service: refs(facts)[0], host: facts.host }, [
  'mode: production or sandbox',
  'provides: [what others rely on, such as dns]',
  'needs: [what it relies on itself]',
  'rto: how long it may be away, such as 30m',
  'rpo: how much work may be lost, such as 1d',
  'owner: who knows it best',
])}${heading(facts)}
<!-- One sentence: what it does, and for whom. -->

## Is it up?

<!-- The address to open and the command to run. -->

## State

<!-- What it keeps, where, how that is backed up, and when it was last restored. -->

## What depends on it

<!-- Who notices first when it is down? -->
`;
