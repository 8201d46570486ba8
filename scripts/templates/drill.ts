import type { Template } from './template.ts';
import { frontMatter, heading, refs } from './template.ts';

export const drill: Template = (
  facts,
) => `${frontMatter('drill', { date: facts.day, services: refs(facts), status: 'planned' }, ['repeat_every', 'restores', 'forgot', 'deviated'])}${heading(facts)}
## Hypothesis

<!-- "When X breaks, Y still works, because Z." If you are sure of it, pick something else. -->

## Steady state

<!-- What you measure before, so that you can see that it came back. -->

## Method

<!-- What exactly you break, and how. Tell the household first when production is near. -->

## Abort

<!-- What makes you stop, and who may say so. -->

## Rollback

<!-- How you get back even if the hypothesis is wrong. -->

## Result

<!-- What happened? Was it what you expected? How long did it take to come back? -->

## Lessons

<!-- What surprised you, and what will you change? -->
`;
