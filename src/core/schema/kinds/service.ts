import { z } from 'zod';
import { amount, duration, flag, names, oneOrMore, text, when } from '../fields.ts';
import { layerOf, LAYERS } from '../vocabulary.ts';
import { common } from './common.ts';

const plan = z
  .object({
    method: text('a text').describe('How it is copied.'),
    target: text('a text').describe('Where the copy lies.'),
    schedule: text('a text').describe('When it is copied.'),
  })
  .partial();

/** A method alone, or that there is none on purpose, may stand for the whole plan. */
const volume = z.union([
  plan,
  z.string().transform((method) => ({ method })),
  z.literal(false).transform(() => ({ method: 'none' })),
]);

/** Front matter of a service, and what may stand under `x-blackstart` or in labels of its compose file. */
export const service = z
  .object({
    ...common,
    service: text('the id of one service')
      .describe('Id of the service that the page describes. Without it, the name of the file.')
      .meta({ examples: ['dns/pihole'] }),
    provides: names('a list of words')
      .describe(
        'What others rely on, in words of your own. When only one service provides it, that is a risk.',
      )
      .meta({ examples: [['dns', 'dhcp']] }),
    needs: names('a list of words or services')
      .describe('What the service relies on: words that another one provides, or services.')
      .meta({ examples: [['internet', 'dns']] }),
    host: oneOrMore('the name of a host, or a list of them')
      .describe('Host that the service runs on.')
      .meta({ examples: ['kestrel'] }),
    url: text('an address')
      .refine(
        (address) => !/^\s*(?:javascript|data|vbscript):/i.test(address),
        'an address that begins with `https://` or `http://`',
      )
      .describe('Where a person opens the service.')
      .meta({ examples: ['https://pihole.lab.example.net'] }),
    household: flag('`true` or `false`')
      .describe('`true` when the household relies on the service.')
      .meta({ examples: [true] }),
    rto: duration('a duration')
      .describe('Recovery time objective: how long the service may be away.')
      .meta({ examples: ['4h'] }),
    rpo: duration('a duration')
      .describe('Recovery point objective: how much work may be lost, counted back from the failure.')
      .meta({ examples: ['24h'] }),
    backup: z
      .union(
        [
          z.record(z.string(), volume),
          z.string().transform((method) => ({ '*': { method } })),
          z.literal(false).transform(() => ({ '*': { method: 'none' } })),
        ],
        { error: 'a map from each volume to its `method`, `target` and `schedule`' },
      )
      .describe(
        'How each volume is backed up, by the name of the volume or its path on the host. `none` says that it is not, on purpose.',
      )
      .meta({
        examples: [{ 'pihole-config': { method: 'restic', target: 'heron', schedule: 'daily at 02:30' } }],
      }),
    layer: text('one word')
      .transform(layerOf)
      .describe(`What the service belongs to: ${LAYERS.join(', ')}, or a word of your own.`)
      .meta({ examples: ['dns-tls'] }),
    watts: amount('a number of watts')
      .describe('What the service draws, in watts.')
      .meta({ examples: [9] }),
    owner: oneOrMore('a name')
      .describe('Who knows the service best.')
      .meta({ examples: ['mara'] }),
    until: when('a date')
      .describe('Sandbox only: the day on which the service is destroyed.')
      .meta({ examples: ['2027-03-31'] }),
  })
  .partial();
export type ServiceData = z.infer<typeof service>;
