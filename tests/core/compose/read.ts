import { readCompose } from '../../../src/core/compose/read-compose.ts';
import type { ComposeFacts, ComposeService } from '../../../src/core/model/compose.ts';

/** The facts of a text of one document. */
export function facts(text: string): ComposeFacts {
  const { documents } = readCompose(text, { firstLine: 1 });
  const [only, ...others] = documents;
  if (!only || others.length > 0) throw new Error(`The text has ${documents.length} documents, not one.`);
  return only;
}

/** The service `web` with this body, given in the flow style of YAML or as lines. */
export function service(body: string): ComposeService {
  const text = body.startsWith('{')
    ? `services:\n  web: ${body}\n`
    : `services:\n  web:\n${body.replace(/^/gm, '    ')}\n`;
  const [web] = facts(text).services;
  if (!web) throw new Error('The text has no service.');
  return web;
}

/** Messages and places of the flaws of a text. */
export function flaws(text: string): readonly string[] {
  return readCompose(text, { firstLine: 1 }).flaws.map(
    ({ line, severity, rule, message, hint }) => `${line} ${severity} ${rule}: ${message} ${hint ?? ''}`,
  );
}
