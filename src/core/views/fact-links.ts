import type { Fact } from './facts.ts';
import type { LabIndex } from './lab-index.ts';
import { tagKey, tagsIn } from './tags.ts';

/** Facts whose tags and alerts lead to their pages. */
export const linkedFacts = (index: LabIndex, facts: readonly Fact[]): Fact[] =>
  facts.map((fact) =>
    fact.key === 'tags' || fact.key === 'alerts'
      ? {
          ...fact,
          values: fact.values.map((value) => {
            const url =
              fact.key === 'tags'
                ? index.tagUrls.get(tagKey(tagsIn({ tags: value.text })[0] ?? ''))
                : index.alerts.get(value.text)?.url;
            return url === undefined ? value : { ...value, url };
          }),
        }
      : fact,
  );
