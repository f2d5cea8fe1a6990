import { memberOf } from '../../core/token/json';
import type { Times } from '../../core/token/lifetime';
import { partOf, type Token } from '../../core/token/token';
import type { Expectations } from '../../core/verify/expectations';
import type { LibrarySettings } from '../../core/verify/libraries/situation';

/** How the libraries are called: as the user expects, and else as tutorials do it, with the token's own algorithm. */
export function callOf(
  token: Token,
  { algorithms, audiences, issuers, leewaySeconds }: Expectations,
): LibrarySettings & { algorithms: readonly string[] } {
  const alg = memberOf(partOf(token, 'header')?.json, 'alg');
  const [audience] = audiences ?? [];
  const [issuer] = issuers ?? [];
  return {
    algorithms: algorithms ?? (alg?.type === 'string' ? [alg.value] : []),
    ...(audience !== undefined && { audience }),
    ...(issuer !== undefined && { issuer }),
    ...(leewaySeconds !== undefined && { leewaySeconds }),
  };
}

/** How many of the moments have passed at which a library may change its mind, so that only then it is asked anew. */
export function momentsPassed(times: Times | undefined, leeway = 0, nowSeconds: number): number {
  const claimed = [times?.expSeconds, times?.nbfSeconds, times?.iatSeconds].filter(
    (each) => each !== undefined,
  );
  const moments = claimed.flatMap((each) => [each - leeway, each, each + leeway]);
  return moments.filter((each) => each <= nowSeconds).length;
}
