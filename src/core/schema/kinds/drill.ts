import { z } from 'zod';
import { duration, flag, lines, names, prose, when, word } from '../fields.ts';
import { DRILL_STATUSES, drillStatusOf } from '../vocabulary.ts';
import { common } from './common.ts';

/** Front matter of a drill. */
export const drill = z
  .object({
    ...common,
    date: when('a date')
      .describe('Day of the drill.')
      .meta({ examples: ['2026-04-11'] }),
    hypothesis: prose('a text')
      .describe('What you expect: when this is broken, that goes on.')
      .meta({ examples: ['With Pi-hole stopped, the spare resolver answers.'] }),
    steady: prose('a text')
      .describe('How you see that all is well.')
      .meta({ examples: ['A page opens in under a second.'] }),
    method: prose('a text')
      .describe('What is broken, and how.')
      .meta({ examples: ['Stop the container for thirty minutes.'] }),
    status: word(DRILL_STATUSES, drillStatusOf)
      .describe('How it went. `completed` does not mean that the hypothesis held: `deviated` says so.')
      .meta({ examples: ['completed'] }),
    deviated: flag('`true` or `false`')
      .describe('`true` when the steady state was not kept.')
      .meta({ examples: [false] }),
    abort: prose('a text')
      .describe('What makes you stop.')
      .meta({ examples: ['Anybody complains.'] }),
    rollback: prose('a text')
      .describe('The way back.')
      .meta({ examples: ['docker start pihole'] }),
    repeat_every: duration('a duration')
      .describe('How often the drill is due.')
      .meta({ examples: ['3 months'] }),
    restores: names('a list of volumes')
      .describe('Volumes that the drill proved can be restored, as `project/volume`.')
      .meta({ examples: [['dns/pihole-config']] }),
    forgot: lines('a list of texts')
      .describe('State that nobody had backed up, or written down.')
      .meta({ examples: [['the passphrase of the backup']] }),
  })
  .partial();
export type DrillData = z.infer<typeof drill>;
