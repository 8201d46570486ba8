import type { Code, Heading as MarkdownHeading, Nodes, Root } from 'mdast';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { shapeAlerts } from './markdown/alerts.ts';
import { takeContentsMarkers } from './markdown/contents-markers.ts';
import { firstCodeLine, languageOf, roleOf } from './markdown/code.ts';
import { tooComplex } from './markdown/complexity.ts';
import { withCallouts } from './markdown/colon-containers.ts';
import { takeCompose } from './markdown/compose-fences.ts';
import { takeCustomIds } from './markdown/custom-ids.ts';
import { withoutHiddenComments } from './markdown/hidden-comments.ts';
import { showAsText } from './markdown/mdx-text.ts';
import { parseShowingOpenComments } from './markdown/open-comments.ts';
import { withShortcodeLinks } from './markdown/shortcode-links.ts';
import { tornWikiLinks } from './markdown/table-wiki-links.ts';
import { toHtml } from './markdown/to-html.ts';
import { unclosedFences } from './markdown/unclosed-fence.ts';
import { findActions } from './meaning/actions.ts';
import { findFacts } from './meaning/facts.ts';
import { findLessons } from './meaning/lessons.ts';
import { findMentions } from './meaning/mentions.ts';
import { outline } from './meaning/outline.ts';
import { sectionRoles, type RoleOf } from './meaning/section-role.ts';
import { countWords, findExcerpt, findSections } from './meaning/sections.ts';
import { findSteps, type FoundStep } from './meaning/steps.ts';
import { findFix, findSymptoms } from './meaning/symptoms-and-fix.ts';
import { findTimeline, timelineNodes } from './meaning/timeline.ts';
import type { Flaw } from './model/finding.ts';
import type { CodeBlock, Heading, ParsedPage, ParseOptions, SourceFile, Step } from './model/parsed.ts';
import { preformattedPage } from './preformatted-page.ts';
import { maskCredentials, type FoundCredential } from './secrets/credentials.ts';

type Frame = Pick<ParsedPage, 'form' | 'path' | 'mdx' | 'frontMatter'>;

/** Understands one Markdown or MDX file as far as it can be understood alone. Never throws on content. */
export function parsePage({ path, text }: SourceFile, options: ParseOptions): ParsedPage {
  const masked = maskCredentials(text);
  const { frontMatter, body, bodyLine, flaws } = readFrontMatter(masked.text);
  // Blank lines in place of the front matter make every line below one of the file.
  const source = withoutHiddenComments('\n'.repeat(bodyLine - 1) + body.replaceAll(/\r\n?/g, '\n'));
  const frame: Frame = { form: 'page', path, mdx: /\.mdx$/i.test(path), frontMatter };
  const before = [...masked.found.map(credential), ...flaws];
  const page = understood(frame, source, options);
  return { ...page, flaws: [...before, ...page.flaws].toSorted((a, b) => a.line - b.line) };
}

const credential = ({ line, what }: FoundCredential): Flaw => ({
  rule: 'credential-in-text',
  severity: 'error',
  line,
  message: `This line holds what looks like a real credential (${what}). It is masked on the site, but anybody who can read the repository has it.`,
  hint: 'Make a new one and revoke this one, then keep the new one in a git-ignored .env file and write only its name here.',
});

function understood(frame: Frame, source: string, options: ParseOptions): ParsedPage {
  const complex = tooComplex(source);
  if (complex)
    return preformattedPage(frame, source, {
      rule: 'too-complex',
      severity: 'warning',
      line: complex.line,
      message: `This line ${complex.why}, so the page is shown as plain text.`,
      hint: 'Put pasted output into a fence (```text), or move it to a file of its own and link to it.',
    });
  try {
    return parsed(frame, source, options);
  } catch (error) {
    return preformattedPage(frame, source, failure(error));
  }
}

/** The parsers are not ours: what makes one fail is reported, and the page is still shown. */
const failure = (error: unknown): Flaw =>
  error instanceof RangeError
    ? {
        rule: 'too-complex',
        severity: 'warning',
        line: 1,
        message:
          'Something on this page is nested too deeply for the parser, so the page is shown as plain text.',
        hint: 'Put pasted output into a fence (```text), or move it to a file of its own and link to it.',
      }
    : {
        rule: 'parser-failed',
        severity: 'error',
        line: 1,
        message: `The Markdown parser failed on this page (${error instanceof Error ? error.message : String(error)}), so it is shown as plain text.`,
        hint: 'Please report it with the file, if you can share it; until then, halving the page finds the part that does it.',
      };

function parsed(frame: Frame, source: string, options: ParseOptions): ParsedPage {
  const { root, text } = parseShowingOpenComments(withCallouts(withShortcodeLinks(source)));
  const { compose, flaws } = takeCompose(root, text);
  const open = [...unclosedFences(root, text), ...tornWikiLinks(root, text)];
  if (frame.mdx) showAsText(root, text);
  const customIds = takeCustomIds(root);
  takeContentsMarkers(root);
  shapeAlerts(root);

  const meaningOf = sectionRoles(options.headingWords);
  const parts = outline(root, meaningOf);
  const steps = findSteps(parts);
  const facts = findFacts(parts);
  const fix = findFix(parts);
  const excerpt = findExcerpt(root);
  const mentions = findMentions(root);
  const opens = opensWithHeading(root);

  const stepIds = new Map(steps.map(({ item, id }) => [item, id]));
  const { html, slots, ids } = toHtml(root, {
    customIds,
    stepIds,
    timeline: timelineNodes(parts),
    highlight: options.highlight,
    drawDiagram: options.drawDiagram,
  });
  const idOf = (heading: MarkdownHeading | undefined): string =>
    (heading && ids.ofHeading.get(heading)) ?? '';
  const sections = findSections(root, idOf);
  const title = titleAmong(ids.headings, opens, meaningOf);

  return {
    ...frame,
    ...(title !== undefined && { heading: title }),
    excerpt,
    headings: ids.headings,
    anchors: ids.anchors,
    slots,
    mentions,
    timeline: findTimeline(parts),
    actions: findActions(parts),
    lessons: findLessons(parts),
    symptoms: findSymptoms(parts),
    ...(fix !== undefined && { fix }),
    stepCount: steps.length,
    shape: { facts, roles: [...new Set(parts.flatMap(({ own }) => own ?? []))] },
    compose,
    flaws: [...flaws, ...open],
    words: countWords(sections),
    body: {
      html,
      sections,
      code: codeBlocks(root, text, idOf),
      steps: steps.map((step) => stepOf(step, idOf(step.heading))),
    },
  };
}

/**
 * First heading of depth 1, else the one that opens the page when all others stand below it; but "Summary" and its like are
 * titles only when they stand alone.
 */
function titleAmong(headings: readonly Heading[], opens: boolean, meaningOf: RoleOf): string | undefined {
  const tops = headings.filter(({ depth }) => depth === 1);
  const [first, ...others] = headings;
  const over = opens && others.every(({ depth }) => depth > (first?.depth ?? 0)) ? first : undefined;
  const title = tops[0] ?? over;
  if (!title || title.text === '') return undefined;
  return tops.length === 1 || meaningOf(title.text) === undefined ? title.text : undefined;
}

/** Below a text, a heading is that of a section. */
const opensWithHeading = ({ children }: Root): boolean =>
  children.find(({ type }) => type !== 'html' && type !== 'definition')?.type === 'heading';

const stepOf = ({ id, text, line, done }: FoundStep, heading: string): Step => ({
  id,
  text,
  heading,
  line,
  ...(done !== undefined && { done }),
});

function codeBlocks(
  root: Root,
  text: string,
  idOf: (heading: MarkdownHeading) => string,
): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let heading = '';
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') heading = idOf(node);
    else if (node.type === 'code') blocks.push(codeBlock(node, text, heading));
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return blocks;
}

function codeBlock(node: Code, text: string, heading: string): CodeBlock {
  const role = roleOf(node);
  return {
    lang: languageOf(node).toLowerCase(),
    ...(role && { role }),
    text: node.value,
    line: firstCodeLine(node, text),
    heading,
  };
}
