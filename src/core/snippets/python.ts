import { block, type Instead, literal } from './dialect';
import { listOf, python } from './dialects';
import { hasClaim, headerRest, lifetimeOf, type Situation, secondsOf } from './situation';
import { type Library, lines, names } from './snippet';

const environment = (name: string) => `os.environ["${name}"]`;

/** How a secret's text becomes the key's bytes; a text that PyJWT takes as it is stays one. */
const secrets: Readonly<Record<Situation['encoding'], { code: string; imports?: string }>> = {
  text: { code: environment(names.secret) },
  hex: { code: `bytes.fromhex(${environment(names.secret)})` },
  base64: { code: `base64.b64decode(${environment(names.secret)})`, imports: 'import base64' },
  base64url: {
    code: `base64.urlsafe_b64decode(${environment(names.secret)} + "==")`,
    imports: 'import base64',
  },
};

/** The key, as an expression, and what it needs imported. */
export function pythonKey({ key, encoding }: Situation, use: 'verify' | 'sign') {
  if (key === 'secret') return secrets[encoding];
  return { code: environment(use === 'sign' ? names.privateKey : names.publicKey), imports: undefined };
}

/** The arguments of jwt.decode after token and key. */
export function checkArguments(situation: Situation): string[] {
  const { algorithms, audiences, issuers, leewaySeconds } = situation;
  const one = (values: readonly string[]) =>
    values.length === 1 ? python.string(values[0] ?? '') : listOf(values, python);
  const unchecked = audiences.length === 0 && hasClaim(situation, 'aud');
  return [
    `algorithms=${listOf(algorithms, python)}`,
    ...(audiences.length > 0 ? [`audience=${one(audiences)}`] : []),
    ...(unchecked ? ['options={"verify_aud": False}'] : []),
    ...(issuers.length === 1 ? [`issuer=${one(issuers)}`] : []),
    ...(leewaySeconds > 0 ? [`leeway=${leewaySeconds}`] : []),
  ];
}

/** PyJWT's older versions know one issuer only. */
export function issuerCheck({ issuers }: Situation, indent = ''): string | undefined {
  if (issuers.length < 2) return undefined;
  return lines(
    `${indent}if claims.get("iss") not in ${listOf(issuers, python)}:`,
    `${indent}    raise jwt.InvalidIssuerError("Invalid issuer")`,
  ).trimEnd();
}

/** jwt.decode with its arguments. */
export function decodeCall(token: string, key: string, situation: Situation, depth = 0): string {
  return `jwt.decode${block([token, key, ...checkArguments(situation)], ['(', ')'], python.indent, depth)}`;
}

/** Times that move with the clock, so that a token made later lives as long. */
export function movedTimes(situation: Situation, now: string): Instead {
  const moved: Record<string, string> = {};
  if (secondsOf(situation, 'iat') !== undefined) moved.iat = now;
  if (secondsOf(situation, 'nbf') !== undefined) moved.nbf = now;
  if (secondsOf(situation, 'exp') !== undefined) moved.exp = `${now} + ${lifetimeOf(situation)}`;
  return moved;
}

/** The line that reads the clock, where a time of the claims moves with it. */
export function clockLine(situation: Situation, line: string, indent = ''): string | undefined {
  return Object.keys(movedTimes(situation, '')).length > 0 ? indent + line : undefined;
}

/** The claims as a dict. */
export function claimsOf(situation: Situation, depth = 0): string {
  const { claims } = situation;
  const instead = movedTimes(situation, 'now');
  return claims ? literal(claims.node, claims.text, python, { instead, depth }) : '{}';
}

/** jwt.encode, with what of the header it does not write by itself. */
export function encodeCall(claims: string, key: string, situation: Situation, depth = 0): string {
  const rest = headerRest(situation, writtenOf(situation));
  const header = rest && `headers=${literal(rest.node, rest.text, python, { depth: depth + 1 })}`;
  const all = [
    claims,
    key,
    `algorithm=${python.string(situation.alg ?? '')}`,
    ...(header === undefined ? [] : [header]),
  ];
  return `jwt.encode${block(all, ['(', ')'], python.indent, depth)}`;
}

/** Header members that libraries write: the algorithm always, and "JWT" as the type. */
export function writtenOf({ header }: Situation): readonly string[] {
  const typ = header?.node.members.find(({ name }) => name === 'typ')?.value;
  return typ?.type === 'string' && typ.value === 'JWT' ? ['alg', 'typ'] : ['alg'];
}

export const pyjwt: Library = {
  language: 'pyjwt',
  // Not token.py: Python has a module of that name.
  file: 'jwt_token.py',
  algorithms: /^((HS|RS|PS|ES)(256|384|512)|ES256K|EdDSA)$/,
  decode: () =>
    lines(
      'import os',
      '',
      'import jwt',
      '',
      `token = ${environment(names.token)}`,
      'print(jwt.get_unverified_header(token))',
      'print(jwt.decode(token, options={"verify_signature": False}))',
    ),
  verify(situation) {
    const key = pythonKey(situation, 'verify');
    return lines(
      key.imports,
      'import os',
      '',
      'import jwt',
      '',
      `claims = ${decodeCall(environment(names.token), key.code, situation)}`,
      issuerCheck(situation),
      'print(claims)',
    );
  },
  create(situation) {
    const key = pythonKey(situation, 'sign');
    return lines(
      key.imports,
      'import os',
      clockLine(situation, 'import time'),
      '',
      'import jwt',
      '',
      clockLine(situation, 'now = int(time.time())'),
      `claims = ${claimsOf(situation)}`,
      `print(${encodeCall('claims', key.code, situation)})`,
    );
  },
};
