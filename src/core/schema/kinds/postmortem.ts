import { z } from 'zod';
import { amount, distinct, lines, oneOrMore, prose, when, word } from '../fields.ts';
import {
  CAUSE_CLASSES,
  causeOf,
  detectionOf,
  DETECTIONS,
  POSTMORTEM_STATUSES,
  SEVERITIES,
  severityOf,
  statusOf,
} from '../vocabulary.ts';
import { common } from './common.ts';
import { signatures, symptoms } from './failure.ts';

const TIME = 'a date, or the minute with its offset';

/** Front matter of a postmortem: every key is optional, because shape can tell what is missing here. */
export const postmortem = z
  .object({
    ...common,
    began: when(TIME)
      .describe(
        'When the incident began. With it, without `ended`, and in `draft`, the page is an open incident.',
      )
      .meta({ examples: ['2026-03-14T20:05+01:00'] }),
    noticed: when(TIME)
      .describe('When somebody, or something, first noticed.')
      .meta({ examples: ['2026-03-14T20:12+01:00'] }),
    mitigated: when(TIME)
      .describe('When people could work again.')
      .meta({ examples: ['2026-03-14T20:41+01:00'] }),
    ended: when(TIME)
      .describe('When all was as it should be.')
      .meta({ examples: ['2026-03-14T21:27+01:00'] }),
    severity: word(SEVERITIES, severityOf)
      .describe('From `sev1`, everything is down, to `sev5`, cosmetic.')
      .meta({ examples: ['sev2'] }),
    status: word(POSTMORTEM_STATUSES, statusOf)
      .describe(
        'How far the postmortem is: `draft`, `in-review`, `reviewed`, or `closed` when its actions are done.',
      )
      .meta({ examples: ['draft'] }),
    runbooks: lines('a list of paths of runbooks')
      .describe('Runbooks that helped, by their path in the lab.')
      .meta({ examples: [['runbooks/dns-down.md']] }),
    detection: word(DETECTIONS, detectionOf)
      .describe(
        'How it came to light: by an alert, the household, another user, yourself, a drill or a test.',
      )
      .meta({ examples: ['household'] }),
    causes: lines('a list of causes')
      .transform((list) => distinct(list.map((cause) => causeOf(cause) ?? cause)))
      .describe(`What caused it. Known classes are ${CAUSE_CLASSES.join(', ')}.`)
      .meta({ examples: [['config-change', 'dns']] }),
    trigger: prose('a text')
      .describe('What set it off.')
      .meta({ examples: ['The weekly update removed orphaned containers'] }),
    symptoms,
    signatures,
    fix: prose('a text')
      .describe('One line that somebody can use at two in the morning.')
      .meta({ examples: ['Publish port 53 of Pi-hole on 192.168.10.11 and start it.'] }),
    change: oneOrMore('the hash of a commit')
      .describe('Commit that caused it.')
      .meta({ examples: ['3f9c2ab'] }),
    household_minutes: amount('a number of minutes')
      .describe('Minutes that the household lost.')
      .meta({ examples: [36] }),
  })
  .partial();
export type PostmortemData = z.infer<typeof postmortem>;
