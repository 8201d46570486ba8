import type { Kind } from '../../src/core/model/lab.ts';
import { drill } from './drill.ts';
import { goal } from './goal.ts';
import { host } from './host.ts';
import { note } from './note.ts';
import { postmortem } from './postmortem.ts';
import { runbook } from './runbook.ts';
import { service } from './service.ts';
import type { Template } from './template.ts';

export const TEMPLATES: Readonly<Record<Kind, Template>> = {
  service,
  runbook,
  postmortem,
  drill,
  goal,
  host,
  note,
};
