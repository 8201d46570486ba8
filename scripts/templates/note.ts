import type { Template } from './template.ts';
import { frontMatter, heading, refs } from './template.ts';

export const note: Template = (facts) => `${frontMatter({ services: refs(facts) })}${heading(facts)}
<!-- What should be found again, in the words you would search for? -->
`;
