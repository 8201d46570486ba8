import { z } from 'zod';
import { amount, lines, names, word } from '../fields.ts';
import { riskOf, RISKS } from '../vocabulary.ts';
import { common } from './common.ts';
import { signatures, symptoms } from './failure.ts';

const value = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((said) => (said === null ? '' : String(said)));

/** Front matter of a runbook. */
export const runbook = z
  .object({
    ...common,
    alerts: names('a list of names of alerts')
      .describe('Names of the alerts that lead to this page. Each gets an address, `/alerts/<name>/`.')
      .meta({ examples: [['DnsDown']] }),
    symptoms,
    signatures,
    inputs: z
      .union(
        [
          z.record(z.string(), value),
          z.array(z.string()).transform((list) => Object.fromEntries(list.map((name) => [name, '']))),
        ],
        { error: 'a map from each name to its default, or a list of names' },
      )
      .describe(
        'Values that the reader fills in once, each with its default. Commands that name them are filled in.',
      )
      .meta({ examples: [{ resolver: '192.168.10.11' }] }),
    requires: lines('a list of texts')
      .describe('What must be at hand before starting.')
      .meta({ examples: [['the key for kestrel']] }),
    minutes: amount('a number of minutes')
      .describe('How long it takes, in minutes.')
      .meta({ examples: [20] }),
    risk: word(RISKS, riskOf)
      .describe(
        'What following it can do: `read-only` looks, `safe` can be repeated, `disruptive` interrupts somebody, `destructive` cannot be undone.',
      )
      .meta({ examples: ['disruptive'] }),
  })
  .partial();
export type RunbookData = z.infer<typeof runbook>;
