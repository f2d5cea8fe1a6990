import { type JsonNode, memberOf } from '../../token/json';
import { isPadded } from '../issuers';
import { has, namesIn, textOf, textsOf } from '../members';
import { type Rule, when, whenAny } from '../rule';
import { hostOf, isLoopback } from '../site';
import type { Situation } from '../situation';

/** Claims that are one text (RFC 7519 section 4.1, OpenID Connect Core 1.0 section 2). */
const texts = ['iss', 'sub', 'jti', 'azp', 'nonce', 'at_hash', 'c_hash', 'acr', 'client_id', 'sid'];

/** Names that mean something to JavaScript itself. */
const names: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const claimRules: readonly Rule[] = [
  {
    id: 'claims-not-object',
    severity: 'low',
    source: 'RFC 7519 section 7.2',
    test: ({ claims, token }) =>
      when(
        claims !== undefined &&
          claims.type !== 'object' &&
          !token.faults.some(({ part }) => part === 'header'),
      ),
  },
  {
    id: 'claim-duplicate',
    severity: 'medium',
    source: 'RFC 7519 section 4',
    test: ({ token }) =>
      when(token.faults.some(({ code, part }) => code === 'json-duplicate-member' && part === 'payload')),
  },
  {
    id: 'claim-not-text',
    severity: 'low',
    source: 'RFC 7519 section 4.1',
    test: ({ claims }) =>
      whenAny(texts.filter((name) => !['string', 'number', undefined].includes(typeOf(claims, name)))),
  },
  {
    id: 'claim-number',
    severity: 'info',
    source: 'RFC 7519 section 4.1',
    test: ({ claims }) => whenAny(texts.filter((name) => typeOf(claims, name) === 'number')),
  },
  {
    id: 'aud-malformed',
    severity: 'medium',
    source: 'RFC 7519 section 4.1.3',
    test: ({ claims }) => when(has(claims, 'aud') && !isAudience(memberOf(claims, 'aud'))),
  },
  {
    id: 'not-a-uri',
    severity: 'info',
    source: 'RFC 7519 section 2',
    test: ({ claims }) =>
      whenAny(['iss', 'sub', 'aud'].filter((name) => textsOf(claims, name).some(isBrokenUri))),
  },
  {
    id: 'iss-insecure',
    severity: 'medium',
    source: 'OpenID Connect Core 1.0 section 2',
    test: ({ claims, kind }) => {
      const issuer = textOf(claims, 'iss') ?? '';
      const host = /^http:/i.test(issuer) ? hostOf(issuer) : undefined;
      return when(
        host !== undefined && isRemote(host) && ['id', 'access', 'logout'].includes(kind),
        host ?? '',
      );
    },
  },
  {
    id: 'sub-long',
    severity: 'low',
    source: 'OpenID Connect Core 1.0 section 2',
    test: ({ claims, kind }) => {
      const sub = textOf(claims, 'sub') ?? '';
      return when(kind === 'id' && (sub.length > 255 || !/^\p{ASCII}*$/u.test(sub)));
    },
  },
  {
    id: 'azp-missing',
    severity: 'low',
    source: 'OpenID Connect Core 1.0 section 2',
    test: ({ claims, kind }) =>
      when(kind === 'id' && textsOf(claims, 'aud').length > 1 && !has(claims, 'azp')),
  },
  {
    id: 'claim-prototype',
    severity: 'medium',
    source: 'RFC 8725 section 3.10',
    test: ({ claims, header }) =>
      whenAny([...namesIn(header), ...namesIn(claims)].filter((name) => names.has(name))),
  },
  {
    id: 'not-utf8',
    severity: 'medium',
    source: 'RFC 8725 section 3.7',
    test: ({ token }) =>
      when(token.faults.some(({ code, part }) => code.startsWith('utf8-') && part !== 'signature')),
  },
  {
    id: 'encoding-loose',
    severity: 'low',
    source: 'RFC 7515 section 2',
    test: (situation) => when(isLoose(situation)),
  },
];

function typeOf(claims: JsonNode | undefined, name: string): JsonNode['type'] | undefined {
  return memberOf(claims, name)?.type;
}

/** One text, or a list of texts; Ory Hydra writes an empty one for nobody in particular. */
function isAudience(node: JsonNode | undefined): boolean {
  if (node?.type === 'string') return node.value !== '';
  return node?.type === 'array' && node.items.every((item) => item.type === 'string');
}

/** A text with a colon must be a URI (RFC 3986 section 3.1). */
function isBrokenUri(text: string): boolean {
  return text.includes(':') && !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(text);
}

/** Addresses of a network of one's own (RFC 1918, RFC 3927). */
const ownNetwork = /^(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d+)+$/;

/** A host that an attacker on the network can stand in for; names without a dot are inside a container network. */
function isRemote(host: string): boolean {
  const isNear = ownNetwork.test(host) || /\.(local|internal|test|example|invalid)$/.test(host);
  return !isLoopback(host) && host.includes('.') && !isNear;
}

function isLoose({ token, header }: Situation): boolean {
  const allowed = isPadded(header) ? 'base64-padding' : '';
  return token.faults.some(({ code }) => code.startsWith('base64-') && code !== allowed);
}
