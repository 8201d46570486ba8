const WORDS = new Set(
  (
    'pass passwd password passwords passphrase passcode pwd pw secret secrets token tokens apikey apitoken key keys ' +
    'credential credentials auth authorization userpass basicauth salt pepper pin otp totp jwt cookie cookies pat hash ' +
    'htpasswd psk webhook seed mnemonic dsn bearer claim private'
  ).split(' '),
);

const ENDINGS =
  /(?:password|passwd|passphrase|secrets?|token|credentials?|(?<!by|com|tres)pass|pwd|psk|key|(?<!o)auth)$/;

/** Words that, at the end of a name, say that it holds something about a secret rather than the secret. */
const HARMLESS_ENDS = new Set(
  (
    'file files path paths dir directory folder host hostname port ports url uri version tag image name names user ' +
    'username id enabled enable disabled type types realm timeout interval ttl expiry expiration expires lifetime length ' +
    'size algorithm alg method mode provider driver level prefix suffix header headers required policy rounds issuer ' +
    'audience domain scope scopes format count limit retries warning warnings stdin check cache'
  ).split(' '),
);

/** Words that, at the beginning, make a switch of the name. */
const HARMLESS_STARTS = new Set(['no', 'skip', 'disable', 'without', 'allow', 'enable', 'require', 'use']);

/** Whether a variable, option or label of this name usually holds a secret: `DB_PASSWORD`, `--api-key`, `widget.key`. */
export function isSecretName(name: string): boolean {
  if (name.length > 300 || name === 'PWD') return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const last = words.at(-1);
  if (last === undefined || HARMLESS_ENDS.has(last) || HARMLESS_STARTS.has(words[0] ?? '')) return false;
  if (words.includes('public')) return false;
  return words.some((word) => WORDS.has(word) || ENDINGS.test(word));
}
