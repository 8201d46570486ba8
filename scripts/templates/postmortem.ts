import type { Facts, Template } from './template.ts';
import { frontMatter, heading, refs } from './template.ts';

export const postmortem: Template = (
  facts,
) => `${frontMatter('postmortem', { services: refs(facts), status: 'draft', began: facts.moment, noticed: facts.moment }, ['mitigated', 'ended', 'severity', 'detection', 'causes', 'fix', 'signatures', 'household_minutes'])}${heading(facts)}
## Summary

<!-- Two sentences: what broke and what brought it back. Write them last. -->

## Impact

<!-- Who could not do what, and for how long? Count the household too. -->

## Timeline

<!-- Begin each line with a time, and put commands and error messages in as they were. -->
${timeline(facts)}
## Root cause

<!-- Ask why until the answer is something you can change. "Human error" is a question, not an answer. -->

## Contributing factors

<!-- What made it likelier, longer or harder to see? -->

## Fix

<!-- What mended it, as the exact commands. -->

## Detection

<!-- How did you find out, and what would have told you earlier? -->

## What went well

<!-- What do you want to keep? -->

## What went wrong

<!-- What cost time, and what was missing? -->

## Where we got lucky

<!-- What nearly made it worse? Luck is not a plan. -->

## Action items

<!-- Few, small, each with an @owner. The first prevents it, the others shorten it. -->

- [ ] Decide what keeps this from happening again (prevent)
- [ ] Decide what would show it sooner (detect)

## Lessons

<!-- What do you know now that you did not know before? Say if you have seen it only at home scale. -->
${runbooks(facts)}`;

/** Begins with the minute when that is known. */
function timeline({ moment, services }: Facts): string {
  const time = moment.slice(11, 16);
  if (time === '') return '';
  const what = services.length === 0 ? 'Something' : services.map(({ title }) => title).join(' and ');
  return `\n- ${time} ${what} stops working.\n- ${time} Noticed.\n`;
}

function runbooks({ services }: Facts): string {
  const links = services.flatMap((service) =>
    service.runbooks.map(({ title, link }) => `- [${title}](${link})`),
  );
  if (links.length === 0) return '';
  return `
## Runbooks

<!-- Keep those that helped: a link from here says that they did. -->

${[...new Set(links)].join('\n')}
`;
}
