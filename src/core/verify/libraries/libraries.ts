import { jwtDecode } from 'jwt-decode';
import type { Key } from '../../key/key';
import type { Token } from '../../token/token';
import { algorithmsNamed } from '../algorithms';
import { type LibraryAnswer, type LibraryOutcome, refuses, type UntestedCode } from './answer';
import { joseSays, joseVersion } from './jose';
import { jsonwebtokenSays, jsonwebtokenVersion } from './jsonwebtoken';
import { isForetold, pyjwtSays, pyjwtVersion } from './pyjwt';
import { isObject, type LibrarySettings, type Situation, situationOf } from './situation';

export const jwtDecodeVersion = '4.0.0';

/**
 * What common libraries would say of a token now, with this key and these settings: PyJWT and jsonwebtoken as their
 * order of checks foretells, jose and jwt-decode by asking them. Empty for a text that is no exact compact token.
 */
export async function whatLibrariesSay(
  token: Token,
  key: Key,
  settings: LibrarySettings,
  nowSeconds: number,
): Promise<readonly LibraryAnswer[]> {
  const situation = await situationOf(token, key, settings, nowSeconds);
  if (!situation) return [];
  const python = { library: 'PyJWT', version: pyjwtVersion, untested: newerPyjwt(situation) } as const;
  return [
    ...(isForetold(situation) ? [{ ...python, outcome: pyjwtSays(situation) }] : []),
    {
      library: 'jsonwebtoken',
      version: jsonwebtokenVersion,
      outcome: jsonwebtokenSays(situation),
      untested: [],
    },
    { library: 'jose', version: joseVersion, outcome: await joseSays(situation), untested: [] },
    { library: 'jwt-decode', version: jwtDecodeVersion, outcome: jwtDecodeSays(situation), untested: [] },
  ];
}

/** It reads the payload, and checks nothing. */
function jwtDecodeSays({ text }: Situation): LibraryOutcome {
  try {
    jwtDecode(text);
    return { state: 'reads' };
  } catch (error) {
    return error instanceof Error ? refuses(error.name, error.message) : refuses('Error', '');
  }
}

/** Newer versions want a text as sub, and warn of keys below the minimum. Neither was tested here. */
function newerPyjwt({ payload, key, header }: Situation): readonly UntestedCode[] {
  const untested: UntestedCode[] = [];
  const least = Math.max(0, ...algorithmsNamed(`${header.alg}`).map(({ leastBits }) => leastBits));
  if (isObject(payload) && payload.sub !== undefined && typeof payload.sub !== 'string')
    untested.push('subject-must-be-text');
  if (key.bits < least) untested.push('weak-key-warning');
  return untested;
}
