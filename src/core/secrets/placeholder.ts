/** Whether a token is one that documentation made up: `ghp_xxxxxxxx`, `AKIAIOSFODNN7EXAMPLE`, `<your-token>`, `123456…`. */
export function isPlaceholder(token: string): boolean {
  if (
    /example|your|placeholder|changeme|redacted|dummy|sample|replace|insert|xxxx|x-x-x|\.\.\.|[<>{}[\]•*…$]/i.test(
      token,
    )
  )
    return true;
  if (/(.)\1{5}/.test(token) || hasStaircase(token)) return true;
  return token.length >= 16 && new Set(token.slice(4)).size < 7;
}

/** Whether a password in a URL is a word that stands for one, or a default that everybody knows. */
export function isPlaceholderPassword(password: string, user: string): boolean {
  const plain = password.toLowerCase();
  if (plain === user.toLowerCase() || /^\W*$/.test(password)) return true;
  if (
    /^[A-Z\d_-]*(?:PASS|SECRET|TOKEN|KEY)[A-Z\d_-]*$/.test(password) ||
    /do_?not_?use|replace_?with/.test(plain)
  )
    return true;
  if (/^[$%<{([*•…]|[>}\])]$|\$\{|\{\{|\.\.\./.test(password)) return true;
  if (
    /^(?:x+|a+|1+|0+|12345\d*|abc\d*|foo|bar|baz|test|demo|guest|example|admin|root|postgres|changeme|change-me|change_me|hunter2|port|host|tag)$/.test(
      plain,
    )
  )
    return true;
  return (
    /^[a-z_-]{0,20}(?:pass|passwd|password|passphrase|pwd|pw|secret|token|key)(?:[_-]?(?:here|\d{1,4}))?!?$/.test(
      plain,
    ) || /example|placeholder/.test(plain)
  );
}

/** Six characters in a row that each follow the one before: `123456`, `abcdef`, `654321`. */
function hasStaircase(token: string): boolean {
  let [up, down] = [0, 0];
  for (let index = 1; index < token.length; index += 1) {
    const step = token.charCodeAt(index) - token.charCodeAt(index - 1);
    up = step === 1 ? up + 1 : 0;
    down = step === -1 ? down + 1 : 0;
    if (up >= 5 || down >= 5) return true;
  }
  return false;
}
