import { type JsonNode, memberOf, readJson } from '../../token/json';
import { criticalFault } from '../../verify/critical';
import { type Refused, refused, type Warning } from './signing';

/** A header's text as it will be signed. */
export interface AskedHeader {
  root: JsonNode;
  alg: string;
  /** False: the payload stands in the token as it is (RFC 7797). */
  encoded: boolean;
  warnings: readonly Warning[];
}

/** What an intended header asks for. Its text is never written anew: it is signed as it stands. */
export function readAskedHeader(text: string): AskedHeader | Refused {
  const { root, valid, faults } = readJson(text);
  const [fault] = faults;
  if (!root || !valid) return refused('header-json', `${fault?.line ?? 1}`, `${fault?.column ?? 1}`);
  if (root.type !== 'object') return refused('header-not-object');
  const alg = memberOf(root, 'alg');
  if (!alg) return refused('alg-missing');
  if (alg.type !== 'string') return refused('alg-malformed');
  const critical = criticalFault(root);
  if (critical?.code === 'b64-malformed' || critical?.code === 'b64-not-critical')
    return refused(critical.code);
  const b64 = memberOf(root, 'b64');
  const twice = root.members.filter(({ duplicate }) => duplicate).map(({ name }) => name);
  return {
    root,
    alg: alg.value,
    encoded: b64?.type !== 'boolean' || b64.value,
    warnings: [
      ...(twice.length > 0 ? [{ code: 'header-duplicate', values: [twice.join(', ')] } as const] : []),
      ...(critical ? [criticalWarning(critical.code, critical.values)] : []),
    ],
  };
}

/** Whoever does not know an extension must refuse the token, so that making one is worth a warning. */
function criticalWarning(code: string, values: readonly string[]): Warning {
  return { code: code === 'crit-unknown' ? 'crit-unknown' : 'crit-malformed', values };
}
