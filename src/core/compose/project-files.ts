import type { ParsedFile } from '../model/parsed.ts';
import { folderOf, joinPath, leavesLab, resolvePath } from '../paths.ts';

/** The files that Compose takes when it is started in a folder, the first one first, and how it names the project. */
export type ProjectFiles = Readonly<{
  paths: readonly string[];
  folder: string;
  name?: string;
  /** The `.env` file of the folder names them. */
  isNamed?: boolean;
}>;

const MAIN = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/** The projects of a lab that have more to them than one file of one of the four names. */
export function projectFiles(files: readonly ParsedFile[]): readonly ProjectFiles[] {
  const compose = new Set(files.flatMap(({ form, path }) => (form === 'compose' ? [path] : [])));
  const folders = new Set([...compose].map(folderOf));
  const settings = new Map(
    files.flatMap((file) =>
      file.form === 'file' && file.compose ? [[folderOf(file.path), file.compose] as const] : [],
    ),
  );
  return [...new Set([...folders, ...settings.keys()])].flatMap((folder): readonly ProjectFiles[] => {
    const { files: named = [], projectName } = settings.get(folder) ?? {};
    const inLab = named
      .map((path) => resolvePath(folder, path))
      .filter((path) => !leavesLab(path) && compose.has(path));
    const first = (names: readonly string[]): readonly string[] =>
      names
        .map((name) => joinPath(folder, name))
        .filter((path) => compose.has(path))
        .slice(0, 1);
    const main = first(MAIN);
    const paths = inLab.length > 0 ? inLab : main.length > 0 ? [...main, ...first(OVERRIDES)] : [];
    const [lead] = paths;
    if (lead === undefined || (paths.length === 1 && projectName === undefined && inLab.length === 0))
      return [];
    return [
      {
        paths,
        folder: folderOf(lead),
        ...(projectName !== undefined && { name: projectName }),
        isNamed: inLab.length > 0,
      },
    ];
  });
}
