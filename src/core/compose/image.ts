/** An image reference taken apart by the grammar of distribution; `docker.io` and `library/` are filled in as Docker does. */
export type ImageReference = Readonly<{
  registry: string;
  repository: string;
  tag?: string;
  digest?: string;
}>;

/** Undefined for what is no reference, such as one with a variable that nothing sets. */
export function readImage(text: string): ImageReference | undefined {
  const [, name = '', tag, digest] = REFERENCE.exec(text) ?? [];
  if (name === '' || name.length > 255) return undefined;
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(0, slash));
  const isHost =
    slash !== -1 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  const registry = isHost ? first : DOCKER_HUB;
  const path = isHost ? name.slice(slash + 1) : name;
  if (!PATH.test(path)) return undefined;
  const isOfficial = /^(?:index\.)?docker\.io$/.test(registry) && !path.includes('/');
  return {
    registry: registry === 'index.docker.io' ? DOCKER_HUB : registry,
    repository: isOfficial ? `library/${path}` : path,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

const DOCKER_HUB = 'docker.io';

/** A name, and behind it what can only be a tag or a digest: a colon before a slash belongs to a port. */
const REFERENCE = /^([^\s@]+?)(?::([\w][\w.-]{0,127}))?(?:@([A-Za-z][\w.+-]{0,60}:[0-9a-fA-F]{32,128}))?$/;

const PATH = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
