import type { Finding } from '../core/model/finding.ts';
import type { Fact } from '../core/views/facts.ts';
import { plainRow } from '../core/views/rows.ts';

/** What the page of the design language shows of components that need something to show. */
export const facts: readonly Fact[] = [
  { key: 'host', values: [{ text: 'kestrel', form: 'text', url: '/' }] },
  { key: 'url', values: [{ text: 'https://pihole.lab.example.net', form: 'code' }] },
  { key: 'began', values: [{ text: '2026-03-14T21:05+01:00', form: 'time' }] },
  {
    key: 'image',
    values: [{ text: '${TAG}', form: 'code', unknown: true, source: { path: 'dns/compose.yaml', line: 5 } }],
  },
  { key: 'tags', values: ['dns', 'critical'].map((text) => ({ text, form: 'text' })) },
];

export const rows = [
  plainRow({
    title: 'Pi-hole',
    url: '/',
    context: 'dns',
    mode: 'production',
    bits: [{ type: 'code', text: 'pihole/pihole' }],
  }),
  plainRow({ title: 'Scrape lab', url: '/', mode: 'sandbox', bits: [{ type: 'due', text: '2027-03-31' }] }),
  plainRow({
    title: 'The container that was tidied up was the only DNS',
    url: '/',
    date: '2026-03-14',
    open: true,
    bits: [
      { type: 'severity', text: 'sev2' },
      { type: 'lasted', count: 82 },
    ],
    services: ['dns/pihole', 'dns/unbound'],
    note: 'Publish port 53 on one address.',
    isFix: true,
  }),
  plainRow({ title: 'A note without anything', url: '/' }),
];

const place = { path: 'runbooks/dns.md', line: 12 };
export const findings: readonly Finding[] = [
  {
    rule: 'dead-link',
    severity: 'error',
    place,
    message: 'Nothing is at `old.md`.',
    hint: 'Write `new.md`.',
  },
  { rule: 'unknown-key', severity: 'warning', place, message: '`sevices` is no key.' },
];

/** A page's text with every block that prose can hold. */
export const prose = `
<h2>Prose</h2>
<p>A paragraph with <a href="/">a link</a>, <code>an-identifier</code>, <kbd>a key</kbd>, <mark>a mark</mark> and
<a class="mention" href="/">a mention</a>.</p>
<ol><li>Look first.<pre class="language-bash" data-role="check" tabindex="0"><code><span class="t-function">dig</span> +short kestrel.home.arpa @192.168.10.11</code></pre>
<pre data-role="expect" tabindex="0"><code>192.168.10.11</code></pre></li>
<li>Then change.<pre data-role="change" tabindex="0"><code>docker compose up -d pihole</code></pre></li></ol>
<pre tabindex="0"><code>code without a role, and a line that is so long that it has to be scrolled on every screen there is, or nearly</code></pre>
<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled aria-label="Done"> to do</li>
<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> done</li></ul>
<div class="alert alert-note" role="note"><p class="alert-title">Note</p><p>Good to know.</p></div>
<div class="alert alert-warning" role="note"><p class="alert-title">Warning</p><p>Look twice.</p></div>
<div class="alert alert-caution" role="note"><p class="alert-title">Caution</p><p>It can’t be undone.</p></div>
<blockquote><p>What somebody said.</p></blockquote>
<div class="table" tabindex="0" role="group" aria-label="Name, Address, Ports"><table><thead><tr><th>Name</th><th>Address</th><th>Ports</th></tr></thead>
<tbody><tr><td>kestrel</td><td class="short">192.168.10.11</td><td>53, 80, 443</td></tr><tr><td>heron</td><td class="short">192.168.10.12</td><td>22</td></tr></tbody></table></div>
<h3>Timeline</h3>
<ul class="timeline"><li><span class="when">2026-03-14 21:05</span><div class="what">The television asks for a name.</div></li>
<li><span class="when">21:12</span><div class="what">Somebody notices.</div></li><li><span class="when">21:41</span><div class="what">Names again.</div></li></ul>
<figure class="diagram"><div tabindex="0"><svg role="img" aria-label="Two nodes" width="320" height="80" viewBox="0 0 320 80"><g class="nodes">
<g class="production"><rect x="10" y="20" width="130" height="40"></rect><text x="75" y="45">Production</text></g>
<g class="sandbox"><rect x="180" y="20" width="130" height="40"></rect><text x="245" y="45">Sandbox</text></g></g></svg></div></figure>`;
