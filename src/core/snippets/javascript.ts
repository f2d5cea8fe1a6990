import { block, literal } from './dialect';
import { javascript, listOf } from './dialects';
import { clockLine, movedTimes, writtenOf } from './python';
import { headerRest, type Situation, type Source } from './situation';
import { type Library, lines, names } from './snippet';

const environment = (name: string) => `process.env.${name}`;
const NOW = 'const now = Math.floor(Date.now() / 1000);';

const one = (values: readonly string[]) =>
  values.length === 1 ? javascript.string(values[0] ?? '') : listOf(values, javascript);

/** Options of a check; both libraries call them the same. */
function checkOptions({ algorithms, audiences, issuers, leewaySeconds }: Situation): string {
  const all = [
    `algorithms: ${listOf(algorithms, javascript)}`,
    ...(audiences.length > 0 ? [`audience: ${one(audiences)}`] : []),
    ...(issuers.length > 0 ? [`issuer: ${one(issuers)}`] : []),
    ...(leewaySeconds > 0 ? [`clockTolerance: ${leewaySeconds}`] : []),
  ];
  return block(all, ['{', '}'], javascript.indent, 0);
}

function claimsOf(situation: Situation): string {
  const { claims } = situation;
  return claims
    ? literal(claims.node, claims.text, javascript, { instead: movedTimes(situation, 'now') })
    : '{}';
}

const objectOf = (source: Source | undefined, depth: number) =>
  source && literal(source.node, source.text, javascript, { depth });

const bytes: Readonly<Record<Situation['encoding'], string>> = {
  text: `new TextEncoder().encode(${environment(names.secret)})`,
  hex: `Buffer.from(${environment(names.secret)}, "hex")`,
  base64: `Buffer.from(${environment(names.secret)}, "base64")`,
  base64url: `Buffer.from(${environment(names.secret)}, "base64url")`,
};

/** The key for jose, and the function that imports it where it is a pair's. */
function joseKey({ key, encoding, alg = '' }: Situation, use: 'verify' | 'sign') {
  if (key === 'secret') return { code: bytes[encoding], imports: [] };
  const [read, name] = use === 'sign' ? ['importPKCS8', names.privateKey] : ['importSPKI', names.publicKey];
  return { code: `await ${read}(${environment(name ?? '')}, ${javascript.string(alg)})`, imports: [read] };
}

const importFrom = (functions: readonly (string | undefined)[]) =>
  `import { ${functions.join(', ')} } from "jose";`;

export const jose: Library = {
  language: 'jose',
  file: 'token.mjs',
  algorithms: /^((HS|RS|PS|ES)(256|384|512)|EdDSA|Ed25519)$/,
  rounds: true,
  decode: () =>
    lines(
      importFrom(['decodeJwt', 'decodeProtectedHeader']),
      '',
      `const token = ${environment(names.token)};`,
      'console.log(decodeProtectedHeader(token));',
      'console.log(decodeJwt(token));',
    ),
  verify(situation) {
    const key = joseKey(situation, 'verify');
    return lines(
      importFrom([...key.imports, 'jwtVerify']),
      '',
      `const key = ${key.code};`,
      `const { payload } = await jwtVerify(${environment(names.token)}, key, ${checkOptions(situation)});`,
      'console.log(payload);',
    );
  },
  create(situation) {
    const key = joseKey(situation, 'sign');
    const header = objectOf(headerRest(situation, []), 0) ?? '{}';
    return lines(
      importFrom([...key.imports, 'SignJWT']),
      '',
      `const key = ${key.code};`,
      clockLine(situation, NOW),
      `const header = ${header};`,
      `const claims = ${claimsOf(situation)};`,
      'console.log(await new SignJWT(claims).setProtectedHeader(header).sign(key));',
    );
  },
};

/** jsonwebtoken takes a secret's text as it is. */
function plainKey({ key, encoding }: Situation, use: 'verify' | 'sign'): string {
  if (key === 'pair') return environment(use === 'sign' ? names.privateKey : names.publicKey);
  return encoding === 'text' ? environment(names.secret) : bytes[encoding];
}

export const jsonwebtoken: Library = {
  language: 'jsonwebtoken',
  file: 'token.mjs',
  algorithms: /^((HS|RS|PS|ES)(256|384|512))$/,
  rounds: true,
  createsNumbersOnly: true,
  // It looks for a check of each claim among the properties of an object, and writes the header as Latin-1.
  stumblesOver: (header, claims) =>
    claims.node.members.some(({ name }) => name in {}) ||
    /[^\0-\x7f]/.test(JSON.stringify(JSON.parse(header.text))),
  decode: () =>
    lines(
      'import jwt from "jsonwebtoken";',
      '',
      `console.log(jwt.decode(${environment(names.token)}, { complete: true }));`,
    ),
  verify: (situation) =>
    lines(
      'import jwt from "jsonwebtoken";',
      '',
      `const key = ${plainKey(situation, 'verify')};`,
      `const claims = jwt.verify(${environment(names.token)}, key, ${checkOptions(situation)});`,
      'console.log(claims);',
    ),
  create(situation) {
    const header = objectOf(headerRest(situation, writtenOf(situation)), 1);
    const options = [
      `algorithm: ${javascript.string(situation.alg ?? '')}`,
      ...(header === undefined ? [] : [`header: ${header}`]),
      // It would add an iat.
      'noTimestamp: true',
    ];
    return lines(
      'import jwt from "jsonwebtoken";',
      '',
      `const key = ${plainKey(situation, 'sign')};`,
      clockLine(situation, NOW),
      `const claims = ${claimsOf(situation)};`,
      `console.log(jwt.sign(claims, key, ${block(options, ['{', '}'], javascript.indent, 0)}));`,
    );
  },
};
