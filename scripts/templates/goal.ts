import type { Template } from './template.ts';
import { frontMatter, heading, refs } from './template.ts';

export const goal: Template = (
  facts,
) => `${frontMatter('goal', { services: refs(facts), status: 'planned' }, ['question', 'layers', 'by', 'evidence'])}${heading(facts)}
## Question

<!-- What do you want to understand? "How does Prometheus scrape and store", not "run Grafana". -->

## Build

<!-- The smallest thing that shows it. -->

## Break

<!-- What you will break on purpose, to see whether you understood. -->

## Evidence

<!-- Links to the postmortems, drills and runbooks that show what you know now. -->

## Judgement

<!-- When would you use it again, when not? Is there anything you have seen only at home scale? -->
`;
