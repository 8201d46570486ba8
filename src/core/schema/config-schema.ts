import { z } from 'zod';
import type { Kind } from '../model/lab.ts';
import type { SectionRole } from '../model/parsed.ts';
import { amount, flag, language, lines, names, text } from './fields.ts';

const MAP = 'a map of keys and values';

const folderWords = (kind: string, example: string) =>
  names('a list of names of folders')
    .transform((list) => list.map(plainFolder))
    .describe(`More names of folders that hold ${kind}.`)
    .meta({ examples: [[example]] });

const headingWords = (meaning: string, example: string) =>
  names('a list of headings')
    .describe(`More headings of sections that say ${meaning}.`)
    .meta({ examples: [[example]] });

const folders = z
  .object(
    {
      service: folderWords('services', 'apps'),
      runbook: folderWords('runbooks', 'recipes'),
      postmortem: folderWords('postmortems', 'mishaps'),
      drill: folderWords('drills', 'rehearsals'),
      goal: folderWords('goals', 'curiosity'),
      host: folderWords('hosts', 'boxes'),
      note: folderWords('notes, whatever their shape', 'diary'),
    } satisfies Record<Kind, z.ZodType>,
    MAP,
  )
  .partial();

const headings = z
  .object(
    {
      summary: headingWords('in short what happened', 'In a nutshell'),
      impact: headingWords('who felt it, and how', 'Who noticed'),
      symptoms: headingWords('how it shows', 'What you see'),
      detection: headingWords('how it came to light', 'Who told us'),
      cause: headingWords('why it happened', 'Why'),
      trigger: headingWords('what set it off', 'The last straw'),
      fix: headingWords('what mended it', 'What helped'),
      timeline: headingWords('what happened when', 'Hour by hour'),
      actions: headingWords('what is to be done', 'Homework'),
      lessons: headingWords('what was learnt', 'Morals'),
      well: headingWords('what went well', 'Applause'),
      wrong: headingWords('what went wrong', 'Boos'),
      lucky: headingWords('where luck helped', 'Guardian angels'),
      diagnosis: headingWords('how to find out', 'Where to look'),
      mitigation: headingWords('what to do first', 'First aid'),
      verification: headingWords('how to see that all is well', 'Is it well again?'),
      rollback: headingWords('the way back', 'Way back'),
      prerequisites: headingWords('what must be at hand', 'Before you start'),
      hypothesis: headingWords('what is expected', 'What we bet on'),
      method: headingWords('what is broken, and how', 'How we break it'),
      steady: headingWords('how a healthy system looks', 'All is well when'),
      question: headingWords('what is to be understood', 'What I wonder'),
      evidence: headingWords('what shows that it is understood', 'Proof'),
      hardware: headingWords('what a machine is made of', 'Parts'),
    } satisfies Record<SectionRole, z.ZodType>,
    MAP,
  )
  .partial();

const site = z
  .object(
    {
      url: text('an address')
        .refine(
          (url) => /^https?:\/\/[^\s/]/.test(url),
          'an address that begins with `https://` or `http://`',
        )
        .describe('Address that the site is published at. A sitemap and feeds with whole addresses need it.')
        .meta({ examples: ['https://handbook.example.net/'] }),
      index: flag('`true` or `false`')
        .describe('`true` lets search engines list the site. Without it, they are asked not to.')
        .meta({ examples: [true] }),
      offline: flag('`true` or `false`')
        .describe('`false` keeps browsers from storing a copy, and removes the ones they have.')
        .meta({ examples: [false] }),
      needs: names('a list of services')
        .describe('Services that must be up before a browser can open the site.')
        .meta({ examples: [['dns/pihole', 'proxy/traefik']] }),
    },
    MAP,
  )
  .partial();

/** `blackstart.yaml`. Every key is optional, and has a description and an example that documentation is made from. */
export const configSchema = z
  .object({
    title: text('a text')
      .describe('Title of the site. Without it, the name of the folder.')
      .meta({ examples: ['The lab at number 12'] }),
    language: language()
      .describe('Language of the site, and of pages that do not say theirs.')
      .meta({ examples: ['en'] }),
    timezone: text('the name of a time zone')
      .refine(isTimeZone, 'the name of a time zone')
      .describe('Time zone of times that stand without an offset.')
      .meta({ examples: ['Europe/Berlin'] }),
    electricity: amount('a price')
      .describe('Price of a kilowatt hour, to say what the watts cost.')
      .meta({ examples: [0.34] }),
    household: amount('a number of minutes')
      .describe('Minutes of downtime a month that the household accepts.')
      .meta({ examples: [60] }),
    include: lines('a list of patterns')
      .describe(
        'Patterns, as in `.gitignore`, of what is read. They narrow what Git lists and cannot widen it.',
      )
      .meta({ examples: [['docs/', 'stacks/']] }),
    exclude: lines('a list of patterns')
      .describe('Patterns, as in `.gitignore`, of what is not read.')
      .meta({ examples: [['drafts/']] }),
    folders: folders
      .describe('Names of folders that you use, by kind, beside the built-in ones.')
      .meta({ examples: [{ runbook: ['recipes'] }] }),
    headings: headings
      .describe('Headings that you use, by their meaning, beside the built-in ones.')
      .meta({ examples: [{ lessons: ['Morals'] }] }),
    compose: lines('a list of paths or patterns')
      .refine(
        (globs) => globs.every(staysInside),
        'a path or a pattern below the lab, without `..` and without `/` in front',
      )
      .describe('Compose files with other names, by path or pattern. They must lie in the lab.')
      .meta({ examples: [['stacks/*/app.yaml']] }),
    site: site.describe('How the site is published.').meta({ examples: [{ index: true }] }),
    forge: text('an address')
      .refine((url) => /^https?:\/\/[^\s/]/.test(url), 'an address that begins with `https://` or `http://`')
      .describe('Address of the page of the repository, when `origin` does not tell it.')
      .meta({ examples: ['https://git.example.net/mara/lab'] }),
    ignore: names('a list of rules')
      .describe('Rules whose findings are not for you.')
      .meta({ examples: [['dead-anchor']] }),
  })
  .partial();

function plainFolder(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[_\s]+/g, '-');
}

function staysInside(glob: string): boolean {
  return !/^(?:[/\\~!]|[a-z]:)/i.test(glob) && !glob.split(/[/\\]/).includes('..');
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
