import { memberOf } from './json/nodes';
import { readTimes, type Times } from './lifetime';
import { partOf, type Token } from './token';

/** Reads exp, nbf, iat and auth_time of the payload. */
export function timesOf(token: Token): Times {
  const payload = partOf(token, 'payload')?.json;
  return readTimes((name) => {
    const node = memberOf(payload, name);
    return node && ('value' in node ? node.value : null);
  });
}
