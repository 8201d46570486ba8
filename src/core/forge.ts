/** Where a repository is read and edited on the web: GitHub, GitLab, Bitbucket, else Forgejo or Gitea. */
export type Forge = Readonly<{
  name: string;
  view: (path: string) => string;
  edit: (path: string) => string;
  commit: (id: string) => string;
}>;

export type ForgeInput = Readonly<{
  /** `forge:` of the lab's configuration, or the remote `origin`; https, ssh or scp form. */
  address: string;
  branch: string;
}>;

/** Undefined when the address is no repository on the web. Paths are those of the repository. */
export function forgeOf({ address, branch }: ForgeInput): Forge | undefined {
  const base = webAddress(address);
  if (base === undefined) return undefined;
  const host = new URL(base).host;
  const dialect = Object.entries(DIALECTS).find(([name]) => host.includes(name))?.[1] ?? FORGEJO;
  const at = encodeURIComponent(branch).replaceAll('%2F', '/');
  return {
    name: dialect.name ?? host,
    view: (path) => `${base}${dialect.view}${at}/${way(path)}`,
    edit: (path) => `${base}${dialect.edit}${at}/${way(path)}`,
    commit: (id) => `${base}${dialect.commit}${id}`,
  };
}

type Dialect = Readonly<{ name?: string; view: string; edit: string; commit: string }>;

const FORGEJO: Dialect = { view: '/src/branch/', edit: '/_edit/', commit: '/commit/' };

const DIALECTS: Readonly<Record<string, Dialect>> = {
  github: { name: 'GitHub', view: '/blob/', edit: '/edit/', commit: '/commit/' },
  gitlab: { name: 'GitLab', view: '/-/blob/', edit: '/-/edit/', commit: '/-/commit/' },
  bitbucket: { name: 'Bitbucket', view: '/src/', edit: '/src/', commit: '/commits/' },
  codeberg: { ...FORGEJO, name: 'Codeberg' },
};

/** `git@host:owner/name.git` and `ssh://git@host:22/owner/name` as the forge's web address, without credentials. */
function webAddress(address: string): string | undefined {
  const scp = /^[\w.-]+@([\w.-]+):(?!\/)([\w./~-]+)$/.exec(address);
  const text = scp ? `https://${scp[1]}/${scp[2]}` : address;
  if (!/^(https?|ssh):\/\//.test(text)) return undefined;
  const url = URL.parse(text);
  if (!url || !/^\/[\w.~/-]+\/[\w.~-]+$/.test(url.pathname.replace(/\/$/, ''))) return undefined;
  const host = url.protocol === 'ssh:' ? `https://${url.hostname}` : `${url.protocol}//${url.host}`;
  return host + url.pathname.replace(/\/$/, '').replace(/\.git$/, '');
}

const way = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
