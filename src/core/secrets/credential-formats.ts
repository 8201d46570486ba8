import { isPlaceholder, isPlaceholderPassword } from './placeholder.ts';

/**
 * A format of credentials. `hint` is a cheap expression without which `pattern` cannot match; the part of the
 * pattern named `secret` is what is masked, else all of it. `accept` replaces the test for placeholders.
 */
export type CredentialFormat = Readonly<{
  what: string;
  hint: RegExp;
  pattern: RegExp;
  accept?: (secret: string, match: RegExpExecArray) => boolean;
}>;

/** Every pattern begins at most once at each word and reads a bounded length, so hostile text costs no more than plain text. */
export const CREDENTIAL_FORMATS: readonly CredentialFormat[] = [
  prefixed('GitHub token', 'gh[pousr]_', String.raw`[A-Za-z0-9]{36,251}`),
  prefixed('GitHub token', 'github_pat_', String.raw`\w{50,250}`),
  prefixed('GitLab token', 'gl(?:pat|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct)-', String.raw`[\w.-]{20,300}`),
  prefixed('Slack token', 'xox[abeoprs]-', String.raw`[\w-]{20,250}`),
  prefixed('Slack token', 'xapp-', String.raw`[\w-]{20,250}`),
  prefixed(
    'Slack webhook',
    String.raw`hooks\.slack\.com/(?:services|workflows)/`,
    String.raw`T\w{6,14}/[\w/-]{20,100}`,
  ),
  prefixed('Stripe live key', '[srp]k_live_', String.raw`[A-Za-z0-9]{16,250}`),
  prefixed('webhook signing secret', 'whsec_', String.raw`[A-Za-z0-9+/=]{24,250}`),
  prefixed('npm token', 'npm_', String.raw`[A-Za-z0-9]{36}(?!\w)`),
  prefixed('Docker Hub token', 'dckr_[po]at_', String.raw`[\w-]{20,250}`),
  prefixed('PyPI token', 'pypi-', String.raw`AgE[\w-]{50,500}`),
  prefixed('SendGrid key', String.raw`SG\.`, String.raw`[\w-]{20,24}\.[\w-]{39,50}`),
  prefixed('Tailscale key', 'tskey-', String.raw`(?:[a-z]{2,10}-)?[A-Za-z0-9]{8,40}(?:-[A-Za-z0-9]{8,64})?`),
  prefixed('Vault token', String.raw`hv[sbr]\.`, String.raw`[\w-]{24,300}`),
  prefixed('age secret key', 'AGE-SECRET-KEY-', String.raw`(?:PQ-)?1[0-9A-Z]{50,100}`),
  prefixed(
    'OpenAI key',
    'sk-',
    String.raw`(?:(?:proj|svcacct|admin)-[\w-]{40,250}|[A-Za-z0-9]{48})(?![\w-])`,
  ),
  prefixed('Anthropic key', 'sk-ant-', String.raw`[\w-]{40,250}`),
  prefixed('Hugging Face token', 'hf_', String.raw`[A-Za-z0-9]{30,60}(?!\w)`),
  prefixed('DigitalOcean token', 'do[opr]_v1_', String.raw`[a-f0-9]{64}`),
  prefixed('Grafana token', 'gls?a_', String.raw`[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}`),
  prefixed('Grafana Cloud token', 'glc_', String.raw`[A-Za-z0-9+/=]{32,400}`),
  prefixed('Google API key', 'AIza', String.raw`[\w-]{35}(?![\w-])`),
  prefixed('Google OAuth secret', 'GOCSPX-', String.raw`[\w-]{20,40}`),
  prefixed('Google OAuth token', String.raw`ya29\.`, String.raw`[\w-]{30,500}`),
  prefixed('Atlassian token', 'ATATT3', String.raw`[\w=-]{60,300}`),
  prefixed('Shopify token', 'shp(?:at|ca|pa|ss)_', String.raw`[a-fA-F0-9]{32}`),
  prefixed('Doppler token', String.raw`dp\.(?:st|pt|ct|sa)\.`, String.raw`[\w.-]{40,80}`),
  prefixed('Sentry token', 'sntry[su]_', String.raw`[\w+/=.-]{40,400}`),
  prefixed('1Password token', 'ops_eyJ', String.raw`[\w=-]{100,2000}`),
  prefixed('Pulumi token', 'pul-', String.raw`[a-f0-9]{40}(?!\w)`),
  prefixed('Linear key', 'lin_api_', String.raw`[A-Za-z0-9]{40}`),
  prefixed('New Relic key', 'NRAK-', String.raw`[A-Z0-9]{27}`),
  prefixed('Fly.io token', 'FlyV1 fm', String.raw`\d[a-z]?_[\w+/=-]{60,2000}`),
  prefixed('Cloudflare token', 'cf(?:k|ut|at)_', String.raw`[A-Za-z0-9]{40,60}`),
  prefixed('Cloudflare origin key', String.raw`v1\.0-`, String.raw`[a-f0-9]{24}-[a-f0-9]{146}`),
  prefixed('Cloudflare tunnel token', 'eyJhIjoi', String.raw`[A-Za-z0-9+/=]{90,400}`),
  prefixed('AWS access key', 'A(?:KI|SI)A', String.raw`[A-Z0-9]{16}(?![A-Z0-9])`),
  {
    what: 'AWS secret key',
    hint: /[sS]ecret_?[aA]ccess_?[kK]ey|SECRET_ACCESS_KEY/,
    pattern:
      /secret_?access_?key["']?\s{0,4}[:=]{1,2}\s{0,4}["']?(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/gi,
  },
  {
    what: 'Cloudflare token',
    hint: /(?:CF|CLOUDFLARE|cloudflare)_/,
    pattern:
      /\b(?:cf|(?:dns_)?cloudflare)_\w{0,20}(?:token|key)["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[\w-]{40}|[a-f0-9]{37})(?![\w-])/gi,
  },
  {
    what: 'Azure storage key',
    hint: /AccountKey=/,
    pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/g,
  },
  {
    what: 'Telegram bot token',
    hint: /:AA/,
    pattern: /(?<![\w:])(?:(?<=bot)|(?<!\w))\d{8,10}:AA[\w-]{33}(?![\w-])/g,
  },
  {
    what: 'Discord webhook',
    hint: /api\/webhooks\//,
    pattern: /discord(?:app)?\.com\/api\/webhooks\/(?<secret>\d{17,20}\/[\w-]{60,80})/g,
  },
  {
    what: 'Discord bot token',
    hint: /[MNO][\w-]{23,27}\.[\w-]{6}\./,
    pattern: /(?<![\w.-])[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/g,
    accept: (secret) =>
      /\d/.test(secret) && /[a-z]/.test(secret) && /[A-Z]/.test(secret) && !isPlaceholder(secret),
  },
  {
    what: 'JSON Web Token',
    hint: /eyJ/,
    pattern: /(?<![\w.-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,6000}\.[\w-]{20,2000}/g,
    accept: (secret) =>
      !secret.includes('.eyJzdWIiOiIxMjM0NTY3ODkwIi') && !/[.]{3}|x{6}|(.)\1{7}/i.test(secret),
  },
  {
    what: 'WireGuard key',
    hint: /P(?:rivate|reshared)Key/,
    pattern: /P(?:rivate|reshared)Key\s{0,8}=\s{0,8}(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)/g,
  },
  {
    what: 'password hash',
    hint: /\$(?:2[abxy]|5|6|1|y|apr1|argon2i?d?|pbkdf2|scrypt|gy|7)\$/,
    pattern:
      /\${1,2}(?:2[abxy]\${1,2}\d\d\${1,2}[./A-Za-z0-9]{53}|(?:6|5)\${1,2}(?:rounds=\d{1,9}\${1,2})?[./A-Za-z0-9]{1,16}\${1,2}[./A-Za-z0-9]{43,86}|(?:1|apr1)\${1,2}[./A-Za-z0-9]{1,8}\${1,2}[./A-Za-z0-9]{22}|(?:y|gy|7)\${1,2}[./A-Za-z0-9]{1,20}\${1,2}[./A-Za-z0-9]{8,86}\${1,2}[./A-Za-z0-9]{43}|argon2i?d?\${1,2}v=\d{1,3}\${1,2}[mtp=,\d]{5,40}\${1,2}[\w+/=-]{8,90}\${1,2}[\w+/=-]{16,180}|pbkdf2(?:-sha\d{1,3})?\${1,2}\d{1,8}\${1,2}[\w./+=-]{8,90}\${1,2}[\w./+=-]{20,180})/g,
    accept: (secret) => !isPlaceholder(secret.replaceAll('$', '')),
  },
  {
    what: 'password hash',
    hint: /:\{S?SHA\}/,
    pattern: /(?<=[\w.@-]:)\{S?SHA\}(?<secret>[A-Za-z0-9+/]{27,60}={0,2})/g,
  },
  {
    what: 'authorization header',
    hint: /[bB]earer /,
    pattern: /(?<!\w)[Bb]earer[ \t]{1,4}(?<secret>[\w.~+/-]{20,2000}={0,2})/g,
    accept: (secret) =>
      /\d/.test(secret) &&
      /[A-Za-z]/.test(secret) &&
      !/^(?:[a-z]{1,20}[-_.])+[a-z]{1,20}$/.test(secret) &&
      !isPlaceholder(secret) &&
      !secret.includes('.eyJzdWIiOiIxMjM0NTY3ODkwIi'),
  },
  {
    what: 'authorization header',
    hint: /[aA]uthorization["']?[:=]/,
    pattern:
      /authorization["']?\s{0,2}[:=]\s{0,2}["']?Basic[ \t]{1,4}(?<secret>[A-Za-z0-9+/]{8,400}={0,2})/gi,
    accept: isRealBasicAuth,
  },
  {
    what: 'password in a URL',
    hint: /:\/\/[^\s/@:"'<>{$]{0,256}:[^\s/@"'<>]{1,256}@/,
    pattern: /(?<=:\/\/)(?<user>[^\s/@:"'<>{$]{0,256}):(?<secret>[^\s/@"'<>]{1,256})@(?=[\w.[-])/g,
    accept: (secret, { groups }) => !isPlaceholderPassword(secret, groups?.['user'] ?? ''),
  },
];

function prefixed(what: string, prefix: string, rest: string): CredentialFormat {
  return {
    what,
    hint: new RegExp(prefix),
    pattern: new RegExp(String.raw`(?<![A-Za-z0-9_-])(?:${prefix})${rest}`, 'g'),
  };
}

function isRealBasicAuth(secret: string): boolean {
  const bare = secret.replace(/=+$/, '');
  if (bare.length % 4 === 1) return false;
  const [user = '', password = ''] = atob(bare).split(':');
  return password !== '' && user !== 'Aladdin' && !isPlaceholderPassword(password, user);
}
