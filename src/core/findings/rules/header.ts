import { type JsonNode, memberOf } from '../../token/json';
import { criticalFault } from '../../verify/critical';
import { hasHiddenCharacters } from '../hidden';
import { has, namesIn, textOf, textsOf } from '../members';
import { type Rule, when, whenAny } from '../rule';
import type { Situation } from '../situation';

/** Paths that lead out of a folder of keys, or to a file whose content everybody knows. */
const traversal =
  /(^|[\\/])\.\.([\\/]|$)|^\/(dev|etc|proc|tmp|var|usr|home|root|sys|opt)(\/|$)|^[a-z]:[\\/]|^file:/i;

/** What has a meaning in SQL, LDAP, a shell or a template, and none in the name of a key. */
const injection = /['"`;<>]|\$[({]|\{\{|\|\||\p{Cc}|\b(union\s+select|or\s+1\s*=\s*1)\b/iu;

/** Parameters that are read by their exact names. */
const parameters = [
  'alg',
  'enc',
  'kid',
  'typ',
  'cty',
  'jku',
  'jwk',
  'x5u',
  'x5c',
  'x5t',
  'crit',
  'zip',
  'b64',
];

const repeated: ReadonlySet<string> = new Set(['json-duplicate-member', 'header-name-twice']);

export const headerRules: readonly Rule[] = [
  {
    id: 'kid-traversal',
    severity: 'high',
    source: 'RFC 8725 section 3.10',
    test: ({ header }) => when(traversal.test(unescaped(textOf(header, 'kid') ?? ''))),
  },
  {
    id: 'kid-injection',
    severity: 'high',
    source: 'RFC 8725 section 3.10',
    test: ({ header }) => when(injection.test(unescaped(textOf(header, 'kid') ?? ''))),
  },
  {
    id: 'kid-not-text',
    severity: 'low',
    source: 'RFC 7515 section 4.1.4',
    test: ({ header }) => when(has(header, 'kid') && memberOf(header, 'kid')?.type !== 'string'),
  },
  {
    id: 'crit-broken',
    severity: 'medium',
    source: 'RFC 7515 section 4.1.11',
    test: ({ header }) => when(critCode(header) === 'crit-malformed'),
  },
  {
    id: 'crit-unknown',
    severity: 'medium',
    source: 'RFC 7515 section 4.1.11',
    test: ({ header }) => when(critCode(header) === 'crit-unknown', textsOf(header, 'crit').join(', ')),
  },
  {
    id: 'b64-not-critical',
    severity: 'medium',
    source: 'RFC 7797 section 6',
    test: ({ header }) => when(['b64-not-critical', 'b64-malformed'].includes(critCode(header) ?? '')),
  },
  {
    id: 'header-duplicate',
    severity: 'high',
    source: 'RFC 7515 section 4',
    test: ({ token }) =>
      when(
        token.faults.some(
          ({ code, part }) => repeated.has(code) && part !== 'payload' && part !== 'disclosure',
        ),
      ),
  },
  {
    id: 'parameter-case',
    severity: 'low',
    source: 'RFC 7515 section 4',
    test: ({ header }) => whenAny(misspelled(header)),
  },
  {
    id: 'hidden-characters',
    severity: 'medium',
    source: 'RFC 7519 section 7.3',
    test: (situation) => whenAny(disguised(situation)),
  },
];

/** As a server sees it that decodes percent signs. */
function unescaped(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function critCode(header: JsonNode | undefined): string | undefined {
  return header && (has(header, 'crit') || has(header, 'b64')) ? criticalFault(header)?.code : undefined;
}

function misspelled(header: JsonNode | undefined): readonly string[] {
  const members = header?.type === 'object' ? header.members : [];
  return members
    .map(({ name }) => name)
    .filter((name) => !parameters.includes(name) && parameters.includes(name.toLowerCase()));
}

/** Where a name, or a text that names somebody, has characters that are not seen or turn the order of others. */
function disguised({ header, claims }: Situation): readonly string[] {
  const namers: readonly [JsonNode | undefined, string][] = [
    [header, 'kid'],
    [claims, 'iss'],
    [claims, 'sub'],
    [claims, 'aud'],
  ];
  const values = namers.filter(([node, name]) => textsOf(node, name).some(hasHiddenCharacters));
  const hasName = [...namesIn(header), ...namesIn(claims)].some(hasHiddenCharacters);
  return [...values.map(([, name]) => name), ...(hasName ? ['…'] : [])];
}
