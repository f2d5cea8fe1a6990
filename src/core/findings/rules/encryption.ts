import { type JsonNode, memberOf } from '../../token/json';
import { has } from '../members';
import { type Rule, when } from '../rule';

/** draft-ietf-oauth-rfc8725bis section 3.13 suggests this limit; RFC 7518 section 4.8.1.2 the least. */
const MOST_ITERATIONS = 1_200_000;
const LEAST_ITERATIONS = 1_000;

export const encryptionRules: readonly Rule[] = [
  {
    id: 'p2c-huge',
    severity: 'high',
    source: 'draft-ietf-oauth-rfc8725bis section 3.13',
    test: ({ header }) => {
      const iterations = numberOf(header, 'p2c');
      return when(iterations !== undefined && iterations > MOST_ITERATIONS, String(iterations));
    },
  },
  {
    id: 'p2c-low',
    severity: 'medium',
    source: 'RFC 7518 section 4.8.1.2',
    test: ({ header, alg }) => {
      const iterations = numberOf(header, 'p2c');
      const isLow = iterations !== undefined && iterations < LEAST_ITERATIONS;
      return when(/^PBES2-/.test(alg) && isLow, String(iterations));
    },
  },
  {
    id: 'password-encrypted',
    severity: 'low',
    source: 'RFC 8725 section 3.5',
    test: ({ alg }) => when(/^PBES2-/.test(alg)),
  },
  {
    id: 'compressed',
    severity: 'low',
    source: 'RFC 8725 section 3.6',
    test: ({ header }) => when(has(header, 'enc') && has(header, 'zip')),
  },
];

function numberOf(header: JsonNode | undefined, name: string): number | undefined {
  const node = memberOf(header, name);
  return node?.type === 'number' ? node.value : undefined;
}
