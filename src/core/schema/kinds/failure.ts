import { lines } from '../fields.ts';

/** How a failure shows: the same in runbooks and postmortems. */
export const symptoms = lines('a list of texts')
  .describe('What a person sees, hears or says when it happens.')
  .meta({ examples: [['the internet is gone, but messages still arrive']] });

export const signatures = lines('a list of texts')
  .refine((list) => list.every(canBeRead), 'a valid regular expression where it stands between slashes')
  .describe('Error text as it is printed, or `/a regular expression/`. A pasted log finds the page by it.')
  .meta({ examples: [['DNS_PROBE_FINISHED_NXDOMAIN', '/lookup \\S+: no such host/']] });

function canBeRead(signature: string): boolean {
  const pattern = /^\/(.+)\/$/.exec(signature)?.[1];
  if (pattern === undefined) return true;
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
