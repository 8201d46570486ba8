import { expect, test } from 'vitest';
import { html } from './page.ts';

const timeline = (body: string): string => html(`# Outage\n\n## Timeline\n\n${body}`).replaceAll('\n', '');

test.each([
  ['- 21:05 – The alert fires', '<span class="when">21:05</span><div class="what">The alert fires</div>'],
  ['- **21:05:** fires', '<span class="when">21:05</span><div class="what">fires</div>'],
  ['- [21:05] fires', '<span class="when">21:05</span><div class="what">fires</div>'],
  ['- ca. 21:05 UTC: fires', '<span class="when">ca. 21:05 UTC</span><div class="what">fires</div>'],
  [
    '- 2026-03-14 21:05 `docker stop`',
    '<span class="when">2026-03-14 21:05</span><div class="what"><code>docker stop</code></div>',
  ],
])('an item of a timeline stands beside its time: %j', (item, shown) => {
  expect(timeline(`${item}\n- 21:30 Over`)).toContain(`<ul class="timeline"><li>${shown}</li>`);
});

test('an item with paragraphs keeps them', () => {
  expect(timeline('- 21:05 A\n\n  More.\n\n- 21:30 Over')).toContain(
    '<li><span class="when">21:05</span><div class="what"><p>A</p><p>More.</p></div></li>',
  );
});

test('a table of times is marked, so that its times look like those of a list', () => {
  expect(timeline('| at | what |\n| - | - |\n| 21:05 | fires |\n| 21:30 | over |')).toContain(
    '<table class="times">',
  );
});

test.each(['- Nothing\n- 21:05 fires\n- Else', '- 21:05 fires'])('a list is as it was: %j', (body) => {
  expect(timeline(body)).not.toContain('class="timeline"');
});

test('times elsewhere are words', () => {
  expect(html('# Shop\n\n- 21:05 opens\n- 22:00 closes')).not.toContain('class=');
});
