import { looksCompact } from '../../token/joseHeader';
import { isSignedDocument } from '../issuers';
import type { Leaf } from '../members';
import { has } from '../members';
import { isCardNumber, isIban } from '../numbers';
import { type Rule, whenAny } from '../rule';
import { isAccessKeyId, isPasswordName, isSecretName, secretKindOf } from '../secrets';
import type { Situation } from '../situation';

const personal: ReadonlySet<string> = new Set(
  `email mail e-mail email_address emailaddress phone phone_number phonenumber mobile birthdate date_of_birth dob
  address street_address postal_code gender`.split(/\s+/),
);

/** Numbers that states give to people. */
const official =
  /^(ssn|social_security(_number|_no)?|tax_id|tin|passport(_number|_no)?|national_id(_number)?|nin|personnummer|cpf|dni|aadhaar(_number)?|driver_?s?_licen[cs]e(_number)?)$/i;

/** Names of texts that only count things, however much they look like the number of a card. */
const counting =
  /(^|[_-])(id|ids|sub|uid|oid|sid|tid|jti|iat|exp|nbf|nonce|time|at|ts|timestamp|phone|version|ver)$|Id$|ID$/;

export const payloadRules: readonly Rule[] = [
  {
    id: 'payload-private-key',
    severity: 'critical',
    source: 'RFC 7519 section 12',
    test: ({ leaves, claims }) =>
      whenAny([
        ...namesWhere(leaves, ({ text }) => /-----BEGIN [A-Z ]*PRIVATE KEY/.test(text)),
        ...privateKeysIn(claims),
      ]),
  },
  {
    id: 'payload-password',
    severity: 'high',
    source: 'RFC 7519 section 12',
    test: ({ leaves }) =>
      whenAny(namesWhere(leaves, ({ name, text }) => isPasswordName(name) && text !== '')),
  },
  {
    id: 'payload-secret',
    severity: 'high',
    source: 'RFC 7519 section 12',
    test: ({ leaves }) =>
      whenAny(
        namesWhere(
          leaves,
          ({ name, text }) => text.length > 5 && isSecretName(name) && !isAccessKeyId(name, text),
        ),
      ),
  },
  {
    id: 'payload-api-key',
    severity: 'high',
    source: 'RFC 7519 section 12',
    test: ({ leaves }) =>
      whenAny(
        leaves.flatMap((leaf) => {
          const kind = secretKindOf(leaf.text);
          return kind ? [`${pathOf(leaf)} (${kind})`] : [];
        }),
      ),
  },
  {
    id: 'payload-card',
    severity: 'high',
    source: 'RFC 7519 section 12',
    test: ({ leaves }) =>
      whenAny(namesWhere(leaves, ({ name, text }) => !counting.test(name) && isCardNumber(text))),
  },
  {
    id: 'payload-iban',
    severity: 'medium',
    source: 'RFC 7519 section 12',
    test: ({ leaves }) => whenAny(namesWhere(leaves, ({ text }) => isIban(text))),
  },
  {
    id: 'payload-official-number',
    severity: 'medium',
    source: 'RFC 7519 section 12',
    test: ({ leaves, kind }) =>
      whenAny(
        namesWhere(
          leaves,
          ({ name, text }) => kind !== 'credential' && official.test(name) && /\d/.test(text),
        ),
      ),
  },
  {
    id: 'payload-personal',
    severity: 'info',
    source: 'RFC 7519 section 12',
    test: ({ leaves, kind }) =>
      whenAny(kind === 'id' || kind === 'credential' ? [] : namesWhere(leaves, isPersonal)),
  },
  {
    id: 'payload-token',
    severity: 'low',
    source: 'RFC 7519 section 12',
    test: (situation) => whenAny(tokensInside(situation)),
  },
];

function pathOf({ path }: Leaf): string {
  return path.join('.');
}

function namesWhere(leaves: readonly Leaf[], test: (leaf: Leaf) => boolean): readonly string[] {
  return leaves.filter(test).map(pathOf);
}

function isPersonal({ path, name, text }: Leaf): boolean {
  if (path.length === 1 && personal.has(name.toLowerCase()) && text !== '') return true;
  return /^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(text) && !['sub', 'iss', 'aud', 'azp'].includes(name);
}

/** The private members of a JSON Web Key in the claims, wherever it stands. */
function privateKeysIn(claims: Situation['claims']): readonly string[] {
  const waiting =
    claims?.type === 'object' ? claims.members.map((member) => ({ ...member, path: member.name })) : [];
  const found: string[] = [];
  for (let next = waiting.pop(); next && found.length < 5 && waiting.length < 10_000; next = waiting.pop()) {
    const { value, path } = next;
    if (value.type === 'array')
      waiting.push(...value.items.slice(0, 100).map((item) => ({ ...next, value: item, path })));
    if (value.type !== 'object') continue;
    if (has(value, 'kty') && has(value, 'd', 'k', 'priv')) found.push(path);
    waiting.push(
      ...value.members.slice(0, 100).map((member) => ({ ...member, path: `${path}.${member.name}` })),
    );
  }
  return found;
}

/** Credentials and presentations carry tokens by their nature. */
function tokensInside({ leaves, kind, header, claims }: Situation): readonly string[] {
  if (kind === 'credential' || kind === 'request' || isSignedDocument(header, claims)) return [];
  const inside = leaves.filter(
    ({ path, text }) => !['vp', 'vc'].includes(path[0] ?? '') && looksCompact(text),
  );
  return inside.map(pathOf);
}
