import { expect, test } from 'vitest';
import { bodyHtml } from '../../../src/core/views/body-html.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { labOf } from '../../lab-of.ts';

test.each([
  ['[[dns-down]]', '<a href="/runbooks/dns-down/">DNS &lt;is&gt; down</a>'],
  ['[[runbooks/dns-down#Look]]', '<a href="/runbooks/dns-down/#look">DNS &lt;is&gt; down &gt; Look</a>'],
  ['[[dns-down|that one]]', '<a href="/runbooks/dns-down/">that one</a>'],
  ['[[#Here]]', '<a href="/notes/a/#here">Here</a>'],
  ['[[keys]]', '<a href="/notes/keys/">keys</a>'],
])('%s is shown as %s', (text, html) => {
  const index = indexLab(
    labOf({
      'runbooks/dns-down.md': '# DNS \\<is\\> down\n\n## Look\n',
      'keys.md': '---\nprivate: true\n---\n# Under the mat',
      'a.md': `# A\n\n## Here\n\n${text}`,
    }),
  );
  const page = index.pageByPath.get('a.md');
  const addresses = {
    href: (url: string) => url,
    source: String,
    forge: () => undefined,
    image: () => undefined,
  };
  expect(page && bodyHtml(index, page, addresses)).toContain(html);
});
