/** How the keys of well-known services begin, as their operators document it. */
const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['AWS', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['GitHub', /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9_]{50,}\b/],
  ['GitLab', /\bgl(?:pat|dt|rt|cbt|ptt|ft)-[\w-]{20,}\b/],
  ['Stripe', /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}\b/],
  ['Slack', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}\b/],
  ['Google', /\bAIza[\w-]{35}\b|\bGOCSPX-[\w-]{20,}\b|\bya29\.[\w-]{20,}/],
  ['OpenAI', /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,}\b/],
  ['SendGrid', /\bSG\.[\w-]{16,}\.[\w-]{16,}\b/],
  ['npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['PyPI', /\bpypi-[\w-]{50,}\b/],
  ['Shopify', /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}\b/],
  ['Square', /\bsq0(?:atp|csp)-[\w-]{22,}\b/],
  ['Hugging Face', /\bhf_[A-Za-z0-9]{30,}\b/],
  ['DigitalOcean', /\bdo[oprt]_v1_[a-f0-9]{64}\b/],
  ['Mailgun', /\bkey-[0-9a-f]{32}\b/],
  ['Azure', /\bAccountKey=[A-Za-z0-9+/]{40,}/],
  ['password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@]+@[^\s/@]+/i],
];

/** Whose secret a text holds; undefined where it holds none that is known by its look. */
export function secretKindOf(text: string): string | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}

const passwordNames =
  /^(?:user_?|hashed_?|login_?|db_?|admin_?)?(?:password|passwd|passphrase|passwort|contrasena|motdepasse)(?:_?hash|_?digest|_?salt)?$|^pwd$|^pass$|^(?:bcrypt|argon2|scrypt)_?hash$/i;

const secretNames =
  /^(?:client|app|api|user|shared|signing|webhook|consumer|jwt|session)?_?-?secret(?:_?-?(?:key|hash))?$|^(?:api|private|access|signing|encryption|secret)_?-?key$|^aws_?secret.*$|^(?:totp|otp|mfa)_?(?:secret|seed)$|^connection_?string$|^(?:card_)?(?:cvv|cvc|cvv2)$|^(?:pin|pin_code)$/i;

export const isPasswordName = (name: string): boolean => passwordNames.test(name);
export const isSecretName = (name: string): boolean => secretNames.test(name);

/** The first half of AWS's pairs of keys, and of those who do as AWS does: it only says whose the pair is. */
export const isAccessKeyId = (name: string, text: string): boolean =>
  /^access_?-?key$/i.test(name) && /^[A-Z0-9]{16,20}$/.test(text);
