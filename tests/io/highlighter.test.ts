import { describe, expect, test } from 'vitest';
import { createHighlight } from '../../src/io/highlighter.ts';
import { fenceLanguages } from '../../src/io/parse/fence-languages.ts';

describe('createHighlight', () => {
  test('gives escaped text in spans with classes and no styles', async () => {
    const highlight = await createHighlight(['bash']);
    expect(highlight('# <b>&\necho "$A" | sh', 'bash')).toMatchInlineSnapshot(`
      "<span class="t-comment"># &lt;b&gt;&amp;</span>
      <span class="t-function">echo </span><span class="t-string-expression">"$A" </span><span class="t-keyword">| </span><span class="t-function">sh</span>"
    `);
  });

  test('loses no character', async () => {
    const highlight = await createHighlight(['yaml', 'console', 'diff']);
    const code = 'a: "b"  # c\n\n\t- x: [1, <b>]\n  é: 漢 😀\n';
    for (const language of ['yaml', 'console', 'diff']) {
      const html = highlight(code, language) ?? '';
      const text = html.replace(/<span class="t-[a-z-]+">|<\/span>/g, '');
      expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(code);
    }
  });

  test('knows languages by the names that people write', async () => {
    const names = [
      'sh',
      'Shell',
      'YML',
      'dockerfile',
      'conf',
      'env',
      'console',
      'patch',
      'golang',
      'mysql',
      'unit',
    ];
    const highlight = await createHighlight(names);
    for (const name of names) expect([name, typeof highlight('x: 1', name)]).toEqual([name, 'string']);
  });

  test.each(['text', 'nonsense', 'constructor', '__proto__', '', 'go'])(
    'leaves %j alone',
    async (language) => {
      const highlight = await createHighlight(['bash', 'text', 'nonsense', 'constructor', '__proto__', '']);
      expect(highlight('x', language)).toBeUndefined();
    },
  );

  test('gives the same whatever other languages are there', async () => {
    const code = '# Title\n```yaml\na: "b"\n```\n<style>a { color: red }</style>\n';
    const [alone, among] = [
      await createHighlight(['md']),
      await createHighlight(['md', 'yaml', 'css', 'html']),
    ];
    expect(alone(code, 'md')).toBe(among(code, 'md'));
  });

  test('leaves very long code and very long lines alone', async () => {
    const highlight = await createHighlight(['yaml']);
    expect(highlight('a: 1\n'.repeat(20_001), 'yaml')).toBeUndefined();
    expect(highlight('x'.repeat(5_001), 'yaml')).toBeUndefined();
    expect(highlight('a: 1\n'.repeat(1_000), 'yaml')).toBeDefined();
  });
});

describe('fenceLanguages', () => {
  test('finds what stands after a fence, in lists, quotes and with braces', () => {
    const text = '```bash check\n```\n> ~~~ YAML\n1. ```` {.json}\n```\nplain\n```\n```c++ title="x"\n';
    expect([...fenceLanguages(text)].sort()).toEqual(
      ['bash', 'c++', 'json', 'plain', 'yaml'].filter((name) => name !== 'plain'),
    );
  });

  test('is quick on hostile text', () => {
    for (const piece of ['`', '~', ' ', '``` ', '~~~\t', '```{'])
      expect(() => fenceLanguages(piece.repeat(1_000_000 / piece.length))).not.toThrow();
  });
});
