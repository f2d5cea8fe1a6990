import { encodeBase64url } from '../../token/base64url';
import { partOf, type Token } from '../../token/token';
import { algorithms, fitsKind } from '../algorithms';
import type { Patient, Trial } from './trial';

/** Of longer lists the first are tried. */
const mostClaims = 60;

const encoder = new TextEncoder();

/** Guesses that a claim was added after signing: the payload without each of its claims, otherwise as it stands. */
export function addedClaimTrials({ signed, keys }: Patient, token: Token): readonly Trial[] {
  const part = partOf(token, 'payload');
  const text = part?.text ?? '';
  if (part?.json?.type !== 'object' || !token.text.includes('.')) return [];
  const [header = ''] = token.text.split('.');
  const { members } = part.json;
  return members.slice(0, mostClaims).flatMap(({ name, nameSpan, value }, at) => {
    const before = members[at - 1];
    const after = members[at + 1];
    const from = before ? before.value.span.end : nameSpan.start;
    const to = before || !after ? value.span.end : after.nameSpan.start;
    const input = encoder.encode(`${header}.${encode(text.slice(0, from) + text.slice(to))}`);
    return keys.flatMap((key) =>
      signed.rows
        .filter((row) => fitsKind(row, key))
        .map((row) => ({
          code: 'altered-payload' as const,
          values: [name],
          key,
          row,
          signature: signed.signature,
          input,
        })),
    );
  });
}

/** Guesses that the header was changed after signing: each without one member, plain ones, and of another algorithm. */
export function otherHeaderTrials({ signed, keys }: Patient, token: Token): readonly Trial[] {
  const [header = '', payload = '', ...rest] = token.text.split('.');
  const members = headerOf(token);
  if (rest.length !== 1 || !members) return [];
  return keys.flatMap((key) =>
    algorithms
      .filter((row) => fitsKind(row, key))
      .flatMap((row) =>
        headersLike({ ...members, alg: row.name })
          .filter((text) => encode(text) !== header)
          .map((text) => ({
            code: 'altered-header' as const,
            values: [text],
            key,
            row,
            signature: signed.signature,
            input: encoder.encode(`${encode(text)}.${payload}`),
          })),
      ),
  );
}

type Members = Readonly<Record<string, unknown>>;

function headerOf(token: Token): Members | undefined {
  const part = partOf(token, 'header');
  return part?.json?.type === 'object' ? JSON.parse(part.text ?? '{}') : undefined;
}

function headersLike(members: Members): readonly string[] {
  const { alg } = members;
  const without = Object.keys(members)
    .filter((name) => name !== 'alg')
    .map((name) => Object.fromEntries(Object.entries(members).filter(([other]) => other !== name)));
  const every: readonly Members[] = [members, ...without, { alg, typ: 'JWT' }, { typ: 'JWT', alg }, { alg }];
  return [...new Set(every.map((each) => JSON.stringify(each)))];
}

function encode(text: string): string {
  return encodeBase64url(encoder.encode(text));
}
