import { z } from 'zod';
import { distinct, lines, names, prose, when, word } from '../fields.ts';
import { GOAL_STATUSES, goalStatusOf, layerOf, LAYERS } from '../vocabulary.ts';
import { common } from './common.ts';

/** Front matter of a learning goal. */
export const goal = z
  .object({
    ...common,
    question: prose('a text')
      .describe('What you want to understand; not what you want to install.')
      .meta({ examples: ['How does Prometheus keep a number?'] }),
    status: word(GOAL_STATUSES, goalStatusOf)
      .describe('Where you are between the plan and the judgement, or that you walked away.')
      .meta({ examples: ['breaking'] }),
    layers: names('a list of words')
      .transform((list) => distinct(list.map(layerOf)))
      .describe(`Layers that the goal touches: ${LAYERS.join(', ')}, or words of your own.`)
      .meta({ examples: [['network', 'dns-tls']] }),
    by: when('a date')
      .describe('Day on which you look back.')
      .meta({ examples: ['2026-06-30'] }),
    evidence: lines('a list of paths or texts')
      .describe('What shows that you know it: pages by their path in the lab, or any text.')
      .meta({ examples: [['postmortems/2026-03-14-the-only-dns.md']] }),
    residue: prose('a text')
      .describe('What a goal that you walked away from has left behind.')
      .meta({ examples: ['Two disks labelled "ceph, wipe me" in the drawer'] }),
  })
  .partial();
export type GoalData = z.infer<typeof goal>;
