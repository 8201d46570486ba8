import { expect, test } from 'vitest';
import { isEditorFile } from '../../../src/io/watch/editor-files.ts';

test.each(['.dns.md.swp', '.dns.md.swo', '4913', 'dns.md~', '.#dns.md', '#dns.md#', 'dns.md___jb_tmp___'])(
  '%s is what an editor leaves for a moment',
  (name) => expect(isEditorFile(`runbooks/${name}`)).toBe(true),
);

test.each(['dns.md', '.gitignore', '.env', '#1-priority.md', 'compose.yaml', '4913.md', 'swp.md'])(
  '%s is a file of the lab',
  (name) => expect(isEditorFile(`runbooks/${name}`)).toBe(false),
);
