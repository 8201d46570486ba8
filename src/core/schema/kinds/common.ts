import { KINDS } from '../../model/lab.ts';
import { flag, language, lines, names, text, word } from '../fields.ts';
import { MODES, modeOf } from '../vocabulary.ts';

/** Keys that a page of any kind may have. */
export const common = {
  title: text('a text')
    .describe('Title of the page. Without it, the first heading is the title, then the name of the file.')
    .meta({ examples: ['DNS is down'] }),
  kind: word(KINDS, (said) => KINDS.find((kind) => kind === said))
    .describe('What the page is. Decides its address as well, and overrules the folder it lies in.')
    .meta({ examples: ['runbook'] }),
  services: names('a list of services')
    .describe('Services that the page is about, as `project/name`, or as `name` when only one has it.')
    .meta({ examples: [['dns/pihole', 'proxy/traefik']] }),
  tags: names('a list of words')
    .describe('Words to find the page by.')
    .meta({ examples: [['dns', 'critical']] }),
  aliases: lines('a list of addresses')
    .describe('Old addresses of the page. They lead to the new one.')
    .meta({ examples: [['/runbooks/pihole/']] }),
  mode: word(MODES, modeOf)
    .describe('`production` is what others rely on; `sandbox` is made to be broken and destroyed.')
    .meta({ examples: ['sandbox'] }),
  private: flag('`true` or `false`')
    .describe('`true` keeps the page out of the search index, of `lab.json`, of feeds and of every copy.')
    .meta({ examples: [true] }),
  public: flag('`true` or `false`')
    .describe('`true` marks the page as fit for everybody. It changes nothing in a build of the whole lab.')
    .meta({ examples: [true] }),
  lang: language()
    .describe('Language of the page, as a code such as `de` or `pt-BR`.')
    .meta({ examples: ['de'] }),
  paper: flag('`true` or `false`')
    .describe('`true` when the page belongs to what is printed and put into the cupboard.')
    .meta({ examples: [true] }),
};
