import { baseName, folderOf } from '../paths.ts';
import { projectName } from './compose-projects.ts';

/**
 * A Compose project as people know it: its name, but the ways of folders whose names say nothing alone (`compose`, `01-`,
 * `3.4.1`) or say less as Compose writes them. Only shown: its id stays the name.
 */
export function projectTitle(name: string, folder: string): string {
  const last = baseName(folder);
  const [plain = ''] = name.split('@');
  if (folder === '' || projectName(last, '') !== projectName(plain, '') || !saysLittle(last)) return name;
  const steps = [last];
  let above = folderOf(folder);
  while (above !== '') {
    steps.unshift(baseName(above));
    if (!saysLittle(baseName(above))) break;
    above = folderOf(above);
  }
  return steps.join('/');
}

const saysLittle = (folder: string): boolean =>
  GENERIC.test(folder) || VERSION.test(folder) || /[^\p{ASCII}]/u.test(folder) || !/\p{L}{2}/u.test(folder);

const GENERIC =
  /^(?:docker|compose|docker[-_]?compose|containers?|stacks?|src|apps?|services?|servers?|code|configs?|deploy|deployments?|build|main|default|base|local|dev|prod|production|staging|infra|tests?|e2e|examples?|samples?|docs?|latest)$/i;

/** `3.4.1`, `v2.6.0`, `10.4.0-lite`. */
const VERSION = /^v?\d+(?:\.\d+)+/i;
