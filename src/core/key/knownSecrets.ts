/**
 * Secrets that tutorials, documentation and defaults of frameworks print, so that everybody has them. Small on
 * purpose: it warns of what people copy, it does not try to crack anything.
 */
const printed: ReadonlySet<string> = new Set(
  `your-secret-key your-256-bit-secret your-384-bit-secret your-512-bit-secret your-secret your-jwt-secret
  your-super-secret your-secret-key-here your-secret-here a-string-secret-at-least-256-bits-long
  a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long secret secrets secretkey secret-key
  thisisasecret this-is-a-secret this-is-a-secret-key thisissecret supersecret super-secret super-secret-key
  supersecretkey super-secret-password my-secret my-secret-key mysecret mysecretkey mysupersecret my-super-secret
  my-32-character-ultra-secure-and-ultra-long-secret jwt-secret jwt-secret-key jwtsecret jwtsecretkey topsecret
  top-secret shhhhh shhhhhh shhhhhhared-secret keyboard-cat changeme change-me change-this change-me-in-production
  password passw0rd p@ssw0rd password1 password123 admin admin123 root test testing test-secret test-key testkey
  qwerty letmein welcome iloveyou dev development default example foobar foo bar token key private privatekey hello
  django-insecure flask-secret somesecret some-secret some-secret-key replace-me replaceme todo none null undefined
  1 123 1234 12345 123456 1234567 12345678 123456789 1234567890 012345678901234567890123456789xy
  gaussian-secret hs256-secret not-so-secret not-a-secret node-secret express-secret nextauth-secret
  09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7`.split(/\s+/),
);

/** Separators, case, and a trailing mark don't make a printed secret a new one. */
function plainOf(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/[\s_.-]+/g, '-')
    .replace(/^["'`]|["'`]$/g, '')
    .replace(/!+$/, '');
}

const withoutSeparators: ReadonlySet<string> = new Set([...printed].map(packed));

function packed(text: string): string {
  return text.replaceAll('-', '');
}

/** True when the secret is on the list, or is a simple variant of one that is. */
export function isWellKnown(secret: Uint8Array): boolean {
  if (secret.length > 100) return false;
  const text = plainOf(new TextDecoder().decode(secret));
  return printed.has(text) || withoutSeparators.has(packed(text));
}
