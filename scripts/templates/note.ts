import type { Template } from './template.ts';
import { frontMatter, heading, refs } from './template.ts';

export const note: Template = (
  facts,
) => `${frontMatter('note', { services: refs(facts) }, ['tags'])}${heading(facts)}
<!-- What should be found again, in the words you would search for? -->
`;
