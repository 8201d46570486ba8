import type { ComposeFacts, ComposeSettings } from './compose.ts';
import type { Flaw } from './finding.ts';

/** A text of the lab as it stands on disk, or in a commit. */
export type SourceFile = Readonly<{ path: string; text: string }>;

/** Front matter: plain JSON values as written, and the line of each top-level key. */
export type FrontMatter = Readonly<{
  data: Readonly<Record<string, unknown>>;
  lines: Readonly<Record<string, number>>;
  format: 'none' | 'yaml' | 'toml' | 'json';
}>;

export type Heading = Readonly<{ depth: number; text: string; id: string; line: number }>;

/**
 * A place in `PageBody.html` that only the whole lab can fill: `<a data-slot="index">`, `<img data-slot="index">`,
 * or, for an embedded note, `<p data-slot="index">`.
 * `target` is as the author wrote it (percent-encoding kept), `text` what a reader sees when nothing can be linked.
 */
export type Slot = Readonly<{
  type: 'link' | 'image' | 'wiki' | 'embed';
  target: string;
  text: string;
  line: number;
  /** An image inside a link, which cannot become a link itself. */
  inLink?: true;
  /** Width in pixels asked for by `![[image|300]]` or `<img width>`. */
  width?: number;
}>;

/**
 * Words that may name a service, in lower case, one to a line of `words`, and for each the line of the page that has it
 * first. The first `code` of them stood alone in an inline code span. There are a hundred to a page, so they are no objects.
 */
export type Mentions = Readonly<{ words: string; lines: readonly number[]; code: number }>;

/** `role` is the word after the language: ```` ```bash check ````. */
export type CodeBlock = Readonly<{
  lang: string;
  role?: 'check' | 'change' | 'expect';
  text: string;
  line: number;
  /** Id of the nearest heading above, '' before the first. */
  heading: string;
}>;

/** One ordered or task-list item outside sections of other meaning. `id` is a hash of its heading and text. */
export type Step = Readonly<{ id: string; text: string; heading: string; line: number; done?: boolean }>;

/** `at` is the time as written (`21:05`, `2026-03-14 21:05 UTC`), `until` the end of a range. */
export type TimelineEntry = Readonly<{ at: string; until?: string; text: string; line: number }>;

export type Action = Readonly<{
  text: string;
  /** `unstated` is what no box, mark or cell tells of. */
  state: 'open' | 'done' | 'unstated';
  owner?: string;
  type?: string;
  due?: string;
  line: number;
}>;

export type LessonGroup = 'lesson' | 'well' | 'wrong' | 'lucky';
export type Lesson = Readonly<{ text: string; group: LessonGroup; line: number }>;

/** What the shape of a page says without front matter: bold lines, a table on top, the headings. Texts as written. */
export type Shape = Readonly<{
  /** `key: value` facts above the first section, by key of the front matter they stand for (`date`, `severity`, `status`, …). */
  facts: Readonly<Record<string, Readonly<{ text: string; line: number }>>>;
  /** Meanings of the page's headings, in order, without repeats. */
  roles: readonly SectionRole[];
}>;

/** Meaning of a section, from the table of words. */
export type SectionRole =
  | 'summary'
  | 'impact'
  | 'symptoms'
  | 'detection'
  | 'cause'
  | 'trigger'
  | 'fix'
  | 'timeline'
  | 'actions'
  | 'lessons'
  | 'well'
  | 'wrong'
  | 'lucky'
  | 'diagnosis'
  | 'mitigation'
  | 'verification'
  | 'rollback'
  | 'prerequisites'
  | 'hypothesis'
  | 'method'
  | 'steady'
  | 'question'
  | 'evidence'
  | 'hardware';

/** The heavy half of a page, wanted only when it is rendered or searched; `io` may hand it over lazily. */
export type PageBody = Readonly<{
  /** Safe HTML with slots. */
  html: string;
  /** Plain text by heading, for search and the terminal; `id` is '' before the first heading. */
  sections: readonly Readonly<{ id: string; heading: string; text: string }>[];
  code: readonly CodeBlock[];
  steps: readonly Step[];
}>;

/** One Markdown or MDX file, understood as far as it can be alone. Everything in it is plain JSON. */
export type ParsedPage = Readonly<{
  form: 'page';
  path: string;
  mdx: boolean;
  frontMatter: FrontMatter;
  /** First heading of depth 1, else the first heading; without markup. */
  heading?: string;
  /** First paragraph of prose, at most 300 characters. */
  excerpt: string;
  headings: readonly Heading[];
  /** Ids that links may lead to and that are not headings (`<a id="…">`). */
  anchors: readonly string[];
  slots: readonly Slot[];
  mentions: Mentions;
  timeline: readonly TimelineEntry[];
  actions: readonly Action[];
  lessons: readonly Lesson[];
  symptoms: readonly string[];
  /** First sentence of the section that says what mended it. */
  fix?: string;
  /** How many steps `body.steps` has. */
  stepCount: number;
  shape: Shape;
  compose: readonly ComposeFacts[];
  flaws: readonly Flaw[];
  words: number;
  body: PageBody;
}>;

/** A YAML file that describes services. */
export type ParsedCompose = Readonly<{
  form: 'compose';
  path: string;
  /** What the file says by itself. */
  compose: readonly ComposeFacts[];
  /** The file without secrets and in few characters, for files that include, extend or override it or that it does so to. */
  layers: string;
  flaws: readonly Flaw[];
}>;

/** Any other file of the lab: it can be linked, shown as source when it is text, or served when it is an image. */
export type PlainFile = Readonly<{
  form: 'file';
  path: string;
  /** Bytes. */
  size: number;
  text: boolean;
  /** Of a `.env` file only what Compose itself is told by it: the files of the project, and its name. */
  compose?: ComposeSettings;
  flaws: readonly Flaw[];
}>;

export type ParsedFile = ParsedPage | ParsedCompose | PlainFile;

/** Highlights one code block to HTML spans with classes, already escaped; undefined when the language is unknown. */
export type Highlight = (code: string, lang: string) => string | undefined;

/** Draws the source of a diagram as SVG that is safe as it stands; undefined when it can't be drawn. */
export type DrawDiagram = (source: string) => string | undefined;

/** What the parsing of one file depends on besides its text. All of it is part of the cache key but the two functions. */
export type ParseOptions = Readonly<{
  /** Heading words by role that the lab adds to ours. */
  headingWords: Readonly<Partial<Record<SectionRole, readonly string[]>>>;
  highlight: Highlight;
  /** Without it diagrams stay code. */
  drawDiagram?: DrawDiagram;
}>;
