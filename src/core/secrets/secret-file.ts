const NAMES = new Set(
  (
    'id_rsa id_dsa id_ecdsa id_ed25519 id_ecdsa_sk id_ed25519_sk acme.json htpasswd shadow gshadow passwd ' +
    'users_database.yml users_database.yaml credentials credentials.json kubeconfig token.txt password.txt passwords.txt ' +
    'secret.txt vault-password.txt vault_pass.txt service-account.json age.key keys.txt wg0.conf wgcf-profile.conf ' +
    'rclone.conf cloudflare.ini pgpass my.cnf ssh_host_rsa_key ssh_host_ed25519_key ssh_host_ecdsa_key'
  ).split(' '),
);

const DOT_NAMES = new Set(
  'env envrc htpasswd pgpass netrc npmrc pypirc my.cnf s3cfg vault_pass vault-pass vaultpass dockercfg dockerconfigjson git-credentials smbcredentials'.split(
    ' ',
  ),
);

const ENDINGS =
  /\.(?:env|pem|key|kdbx?|p12|pfx|p8|jks|keystore|ppk|gpg|pgp|asc|age|agekey|ovpn|secret|secrets|token|password|passwd|htpasswd|credentials|tfstate|tfvars|jwk|jwks|keytab|kubeconfig)$/;

const SECRET_STEM = /^(?:[\w-]{0,60}[._-])?(?:secrets?|credentials?)(?:[._-][\w-]{0,40})?$/;
const DATA_ENDING = /\.(?:ya?ml|json|toml|ini|conf|txt|cfg|properties|enc|sops)$/;

/**
 * Whether a file is never shown, judged by its path alone: environment files (samples too, because real values end up in
 * them), keys, password files, and what lies in a folder of secrets. Markdown pages are no such files.
 */
export function isSecretFile(path: string): boolean {
  const parts = path.toLowerCase().split('/');
  const name = parts.at(-1) ?? '';
  if (/\.(?:mdx?|markdown)$/.test(name)) return false;
  if (name === 'config.json' && parts.at(-2) === '.docker') return true;
  if (/^\.env(?:[._-]|$)/.test(name) || /^env[._-](?:example|sample|dist|tmpl|template)$/.test(name))
    return true;
  if (/\.env[._-][\w.-]{1,100}$/.test(name)) return true;
  if (NAMES.has(name) || (name.startsWith('.') && DOT_NAMES.has(name.slice(1)))) return true;
  if (ENDINGS.test(name)) return true;
  if (SECRET_STEM.test(name.replace(DATA_ENDING, '')) && DATA_ENDING.test(name)) return true;
  return isInSecretFolder(parts.slice(0, -1), name);
}

function isInSecretFolder(folders: readonly string[], name: string): boolean {
  if (/\.(?:png|jpe?g|svg|gif|webp)$/.test(name) || name === '.gitkeep' || name === '.gitignore')
    return false;
  return folders.some((folder) => /^\.?secrets?$/.test(folder) || folder === '.ssh' || folder === '.gnupg');
}
