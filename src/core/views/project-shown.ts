import { projectTitle } from '../lab/project-title.ts';
import type { Service } from '../model/lab.ts';
import { folderOf } from '../paths.ts';

/** The project of a service as it is shown; '' when it has none. */
export const projectShown = ({ project, compose, source }: Service): string =>
  compose ? projectTitle(project, folderOf(source.path)) : project;
