import { memberOf } from '../../token/json';
import { credentialsIn } from '../bindings';
import { has, textOf, textsOf } from '../members';
import { type Rule, when, whenAny } from '../rule';
import type { Sighting } from '../sighting';
import type { Situation } from '../situation';

/** A proof is meant for one request, made right then (RFC 9449 section 11.1). Seconds. */
const OLDEST_PROOF_SECONDS = 300;

export const bindingRules: readonly Rule[] = [
  {
    id: 'at-hash-differs',
    severity: 'high',
    source: 'OpenID Connect Core 1.0 section 3.1.3.8',
    test: ({ bindings, kind }) => when(bindings.atHash === 'differs' && kind === 'id'),
  },
  {
    id: 'c-hash-differs',
    severity: 'high',
    source: 'OpenID Connect Core 1.0 section 3.3.2.10',
    test: ({ bindings }) => when(bindings.cHash === 'differs'),
  },
  {
    id: 'nonce-missing',
    severity: 'medium',
    source: 'OpenID Connect Core 1.0 section 3.2.2.11',
    test: ({ claims, kind, sightings }) =>
      when(kind === 'id' && !has(claims, 'nonce') && sightings.some(isFromAddress)),
  },
  {
    id: 'nonce-differs',
    severity: 'high',
    source: 'OpenID Connect Core 1.0 section 3.1.3.7',
    test: (situation) => when(nonceDiffers(situation)),
  },
  {
    id: 'dpop-ath-missing',
    severity: 'medium',
    source: 'RFC 9449 section 7',
    test: ({ bindings }) => when(bindings.ath === 'missing'),
  },
  {
    id: 'dpop-ath-differs',
    severity: 'high',
    source: 'RFC 9449 section 4.3',
    test: ({ bindings }) => when(bindings.ath === 'differs'),
  },
  {
    id: 'dpop-htm-differs',
    severity: 'medium',
    source: 'RFC 9449 section 4.3',
    test: ({ kind, claims, sightings }) => {
      const htm = textOf(claims, 'htm');
      const wrong = sentAsProof(kind, sightings).filter(
        ({ exchange }) => htm !== undefined && exchange.method !== htm,
      );
      return when(wrong.length > 0, htm ?? '', wrong[0]?.exchange.method ?? '');
    },
  },
  {
    id: 'dpop-htu-differs',
    severity: 'medium',
    source: 'RFC 9449 section 4.3',
    test: ({ kind, claims, sightings }) => {
      const htu = textOf(claims, 'htu');
      const isOther = ({ exchange }: Sighting) => htu !== undefined && bareUrl(exchange.url) !== bareUrl(htu);
      return when(sentAsProof(kind, sightings).some(isOther));
    },
  },
  {
    id: 'dpop-htu-query',
    severity: 'low',
    source: 'RFC 9449 section 4.2',
    test: ({ kind, claims }) => when(kind === 'dpop' && /[?#]/.test(textOf(claims, 'htu') ?? '')),
  },
  {
    id: 'dpop-reused',
    severity: 'medium',
    source: 'RFC 9449 section 11.1',
    test: ({ kind, sightings }) => {
      const requests = new Set(sentAsProof(kind, sightings).map(({ exchange }) => exchange.id)).size;
      return when(requests > 1, String(requests));
    },
  },
  {
    id: 'dpop-old',
    severity: 'low',
    source: 'RFC 9449 section 11.1',
    test: ({ kind, times: { iatSeconds }, sightings }) => {
      const isOld = ({ exchange }: Sighting) =>
        iatSeconds !== undefined && Math.abs(exchange.startedMs / 1000 - iatSeconds) > OLDEST_PROOF_SECONDS;
      return when(sentAsProof(kind, sightings).some(isOld));
    },
  },
  {
    id: 'dpop-jkt-differs',
    severity: 'high',
    source: 'RFC 9449 section 6.1',
    test: ({ bindings }) => when(bindings.jkt === 'differs'),
  },
  {
    id: 'dpop-proof-missing',
    severity: 'high',
    source: 'RFC 9449 section 7.1',
    test: ({ bindings }) => when(bindings.jkt === 'no-proof'),
  },
  {
    id: 'dpop-as-bearer',
    severity: 'medium',
    source: 'RFC 9449 section 7.2',
    test: ({ claims, sightings }) => {
      const isBound = textOf(memberOf(claims, 'cnf'), 'jkt') !== undefined;
      return when(
        isBound &&
          sightings.some(({ capture }) => isAuthorization(capture) && /^\s*bearer\s/i.test(capture.before)),
      );
    },
  },
  {
    id: 'tokens-disagree',
    severity: 'medium',
    source: 'OpenID Connect Core 1.0 section 16.11',
    test: (situation) => whenAny(disagreements(situation)),
  },
  {
    id: 'sent-twice',
    severity: 'low',
    source: 'RFC 6750 section 2',
    test: ({ sightings }) => when(sightings.some(isSentTwice)),
  },
];

function isAuthorization({ carrier }: Sighting['capture']): boolean {
  return carrier.place === 'request-header' && carrier.name === 'authorization';
}

function isFromAddress({ capture: { carrier } }: Sighting): boolean {
  return /^url-/.test(carrier.place) && carrier.name === 'id_token';
}

function sentAsProof(kind: Situation['kind'], sightings: readonly Sighting[]): readonly Sighting[] {
  if (kind !== 'dpop') return [];
  return sightings.filter(
    ({ capture: { carrier } }) => carrier.place === 'request-header' && carrier.name === 'dpop',
  );
}

/** Without query and fragment, normalised (RFC 9449 section 4.3, RFC 3986 section 6.2). */
function bareUrl(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** The authorization requests of this client that were seen all had another nonce. */
function nonceDiffers({ kind, claims, exchanges }: Situation): boolean {
  const nonce = textOf(claims, 'nonce');
  const clients = textsOf(claims, 'aud');
  if (kind !== 'id' || nonce === undefined) return false;
  const asked = exchanges.flatMap(({ url }) => {
    const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
    if (!/nonce=/.test(query) || !/response_type=/.test(query)) return [];
    const parameters = new URLSearchParams(query);
    return clients.includes(parameters.get('client_id') ?? '') ? [parameters.get('nonce')] : [];
  });
  return asked.length > 0 && !asked.includes(nonce);
}

/** What two tokens of one issuer and one client, sent or given together, must say alike. */
const mustAgree = ['oid', 'sub', 'sid', 'tid'];

function disagreements({ token, claims, sightings, read }: Situation): readonly string[] {
  const others = new Set(
    sightings.flatMap(({ exchange, capture }) =>
      exchange.captures
        .filter((each) => each.opaque === undefined && sameWay(each.carrier, capture.carrier))
        .map((each) => each.token),
    ),
  );
  others.delete(token.text);
  return [...others].flatMap((text) => {
    const theirs = read(text).parts.find(({ name }) => name === 'payload')?.json;
    const isComparable = sameIn(claims, theirs, 'iss') && sameClient(claims, theirs);
    return isComparable ? mustAgree.filter((name) => differ(claims, theirs, name)) : [];
  });
}

type Claims = Situation['claims'];

function sameWay(one: Sighting['capture']['carrier'], other: Sighting['capture']['carrier']): boolean {
  return one.place.startsWith('request-') === other.place.startsWith('request-');
}

function sameIn(one: Claims, other: Claims, name: string): boolean {
  const text = textOf(one, name);
  return text !== undefined && text === textOf(other, name);
}

/** Subjects may differ from client to client (OpenID Connect Core 1.0 section 8), but oid, where there is one, does not. */
function sameClient(one: Claims, other: Claims): boolean {
  const client = (claims: Claims) =>
    ['azp', 'client_id', 'appid', 'cid'].map((name) => textOf(claims, name)).find(Boolean);
  return client(one) === client(other) && textsOf(one, 'aud').join() === textsOf(other, 'aud').join();
}

function differ(one: Claims, other: Claims, name: string): boolean {
  const [mine, theirs] = [textOf(one, name), textOf(other, name)];
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}

/** RFC 6750 section 2: a client must not send the token in more than one way. */
function isSentTwice({ exchange, capture }: Sighting): boolean {
  const isElsewhere =
    ['url-query', 'request-body'].includes(capture.carrier.place) && capture.carrier.name === 'access_token';
  return isElsewhere && credentialsIn(exchange).length > 0;
}
