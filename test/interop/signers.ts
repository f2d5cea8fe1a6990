import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Algorithm, sign } from 'jsonwebtoken';
import { type MadeName, pairOf, pemOf } from '../core/key/madeKeys';
import { assemble, longSecret, notByJose, signers, signWithJose, signWithNode } from '../core/verify/signing';

/** A token that a library signed, with the name of the key that it was signed with. */
export interface SignedBy {
  library: string;
  alg: string;
  key: MadeName | 'secret';
  token: string;
}

const claims = { user_id: 42 };
const payload = JSON.stringify(claims);
const script = fileURLToPath(new URL('./pyjwt_verdicts.py', import.meta.url));

/** What Debian's PyJWT answers; another python3 on the path may have none. */
export function askPython(request: object): unknown {
  const output = execFileSync('/usr/bin/python3', [script], {
    input: JSON.stringify(request),
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output.toString());
}

const privateOf = (key: MadeName | 'secret') => (key === 'secret' ? longSecret : pairOf(key).privateKey);

function byNode(): readonly SignedBy[] {
  return signers.map(([alg, key]) => {
    const token = assemble({ alg }, payload, (input) => signWithNode(alg, privateOf(key), input));
    return { library: 'node:crypto', alg, key, token };
  });
}

function byJose(): Promise<readonly SignedBy[]> {
  const known = signers.filter(([, key]) => !notByJose.has(key));
  return Promise.all(
    known.map(async ([alg, key]) => {
      const own = privateOf(key);
      const token = await signWithJose(alg, typeof own === 'string' ? Buffer.from(own) : own, payload);
      return { library: 'jose', alg, key, token };
    }),
  );
}

function byJsonwebtoken(): readonly SignedBy[] {
  const known = signers.filter(([alg]) => /^(?:HS|RS|PS|ES)\d+$/.test(alg));
  return known.map(([alg, key]) => {
    const token = sign(claims, privateOf(key), { algorithm: alg as Algorithm, noTimestamp: true });
    return { library: 'jsonwebtoken', alg, key, token };
  });
}

function byPyjwt(): readonly SignedBy[] {
  const known = signers.filter(([alg]) => alg !== 'Ed25519' && alg !== 'Ed448');
  const asked = known.map(([algorithm, key]) => ({
    algorithm,
    payload: claims,
    key: key === 'secret' ? longSecret : pemOf(pairOf(key).privateKey, 'pkcs8'),
  }));
  const { signed } = askPython({ now: 0, calls: [], sign: asked }) as { signed: readonly string[] };
  return known.map(([alg, key], at) => ({ library: 'PyJWT', alg, key, token: signed[at] ?? '' }));
}

/** The same claims, signed by every library with every algorithm that it has. */
export async function signedByAll(): Promise<readonly SignedBy[]> {
  return [...byNode(), ...(await byJose()), ...byJsonwebtoken(), ...byPyjwt()];
}
