import type { Token } from '../../core/token/token';
import { type Expectations, type Violation, violationsOf } from '../../core/verify/expectations';

/** What RFC 7519 itself demands of times is the answer about time, unless the user has said how clocks may differ. */
const ofTime: ReadonlySet<string> = new Set(['expired', 'not-yet-valid', 'time-malformed']);

const known = new WeakMap<Token, { schema: string; violations: readonly Violation[] }>();

/** The expectations that a token breaks now. A schema is compared once per token, as time does not change its answer. */
export function brokenBy(
  token: Token,
  { schema, ...expectations }: Expectations,
  nowSeconds: number,
): readonly Violation[] {
  const untimed = expectations.leewaySeconds === undefined;
  const found = violationsOf(token, expectations, nowSeconds).filter(
    ({ code }) => !untimed || !ofTime.has(code),
  );
  return schema === undefined ? found : [...found, ...bySchema(token, schema)];
}

function bySchema(token: Token, schema: string): readonly Violation[] {
  const last = known.get(token);
  if (last?.schema === schema) return last.violations;
  const violations = violationsOf(token, { schema }, 0).filter(({ code }) => code.startsWith('schema'));
  known.set(token, { schema, violations });
  return violations;
}
