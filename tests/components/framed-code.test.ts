import { expect, test } from 'vitest';
import { framedCode } from '../../src/components/framed-code.ts';

test('a block of code is framed, and says in words what it is for', () => {
  const pre = '<pre class="language-bash" data-role="change" tabindex="0"><code>reboot</code></pre>';
  expect(framedCode(`<p>a</p>${pre}<p>b</p>`)).toBe(
    `<p>a</p><div class="code" data-role="change"><p class="role">Change</p>${pre}</div><p>b</p>`,
  );
});

test('one without a role says nothing', () => {
  const pre = '<pre tabindex="0"><code>&#x3C;pre tabindex="0"></code></pre>';
  expect(framedCode(pre)).toBe(`<div class="code">${pre}</div>`);
});
