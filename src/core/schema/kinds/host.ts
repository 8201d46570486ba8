import { z } from 'zod';
import { amount, oneOrMore, prose, text } from '../fields.ts';
import { common } from './common.ts';

/** Front matter of a host. */
export const host = z
  .object({
    ...common,
    address: oneOrMore('an address, or a list of them')
      .describe('Address of the host.')
      .meta({ examples: ['192.168.10.11'] }),
    vlan: oneOrMore('a number or a name')
      .describe('Network of the host.')
      .meta({ examples: [10] }),
    watts: amount('a number of watts')
      .describe('What the host draws, in watts.')
      .meta({ examples: [9] }),
    role: prose('a text')
      .describe('What the host is for.')
      .meta({ examples: ['DNS and proxy'] }),
    parent: text('the name of one host')
      .describe('Host that this one is a virtual machine of, or stands on.')
      .meta({ examples: ['heron'] }),
  })
  .partial();
export type HostData = z.infer<typeof host>;
