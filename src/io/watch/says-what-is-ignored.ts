import { baseName } from '../../core/paths.ts';

/** Whether the file at `path` decides which other files belong to the lab. */
export const saysWhatIsIgnored = (path: string): boolean =>
  baseName(path) === '.gitignore' || path === 'blackstart.yaml';
