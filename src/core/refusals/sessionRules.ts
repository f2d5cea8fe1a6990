import { isSent } from '../traffic/exchange';
import { type Suspicion, suspect } from './cause';
import type { Facts } from './facts';

type Rule = (facts: Facts) => readonly Suspicion[];

/** What the traffic around it says: a session that ended, a newer token, the wrong kind of token, missing rights. */
export const sessionRules: readonly Rule[] = [role, ended, replaced, spent, permission, proof];

function tokenIn({ form }: Facts): string | undefined {
  return form?.capture?.token;
}

/** A refresh or ID token in place of an access token. */
function role(facts: Facts): readonly Suspicion[] {
  const token = tokenIn(facts);
  if (token === undefined || facts.step?.kind === 'refresh') return [];
  const kind = facts.context.scene.reading.roles.of(token);
  const taken = facts.siblings.some(({ capture }) => capture.token === token);
  if (kind === 'access' || taken) return [];
  return kind === 'refresh'
    ? [suspect('refresh-as-access', 0.88, 'role', kind)]
    : [suspect('id-as-access', 0.5, 'role', kind)];
}

/** Logged out, revoked with its family, or no longer taken although nothing in it has changed. */
function ended(facts: Facts): readonly Suspicion[] {
  const { exchange, siblings, context, times, serverSeconds } = facts;
  const token = tokenIn(facts);
  if (token === undefined) return [];
  const entry = context.scene.reading.lineages
    .flatMap(({ tokens }) => tokens)
    .find((each) => each.token === token);
  const out = entry?.loggedOutMs !== undefined && entry.loggedOutMs < exchange.startedMs;
  if (out) return [suspect('revoked', 0.93, 'logged-out')];
  const revoked = context.troubles.some(
    (trouble) =>
      trouble.code === 'family-revoked' &&
      trouble.atMs <= exchange.startedMs &&
      (trouble.tokens.includes(token) || trouble.tokens.includes(entry?.boughtWith ?? '')),
  );
  if (revoked) return [suspect('revoked', 0.9, 'family-revoked')];
  const same = siblings.filter(({ sameToken, samePath }) => sameToken && samePath);
  const alive = times.expSeconds === undefined || times.expSeconds > serverSeconds;
  const stopped = same.some(({ before }) => before) && !same.some(({ before }) => !before);
  return stopped && alive
    ? [suspect('revoked', 0.6, 'worked-same-token', exchange.url)]
    : [suspect('revoked', 0.04)];
}

function replaced(facts: Facts): readonly Suspicion[] {
  const { exchange, context } = facts;
  const succession = context.scene.reading.successions.get(tokenIn(facts) ?? '');
  if (!succession || succession.atMs >= exchange.startedMs) return [];
  return [suspect('superseded', 0.7, 'replaced', Math.round((exchange.startedMs - succession.atMs) / 1000))];
}

/** A refresh that was refused: its token had been used before, or its family was revoked for that. */
function spent({ step, context, exchange }: Facts): readonly Suspicion[] {
  if (step?.kind !== 'refresh') return [];
  const shown = context.troubles.filter(({ exchanges }) => exchanges.some(({ id }) => id === exchange.id));
  return shown.flatMap(({ code }) => {
    if (code === 'refresh-reuse' || code === 'refresh-race')
      return [suspect('refresh-spent', 0.93, 'refused-before')];
    return code === 'family-revoked' ? [suspect('revoked', 0.95, 'family-revoked')] : [];
  });
}

/** 403 says that the server knows who it is (RFC 9110 section 15.5.4), though many use it for bad tokens too. */
function permission({ exchange, said, siblings, form }: Facts): readonly Suspicion[] {
  if (!form?.capture) return [];
  const { scope } = said.params;
  if (scope !== undefined && exchange.status === 403) return [suspect('scope', 0.9, 'scope-wanted', scope)];
  const elsewhere = siblings.find(({ sameToken, samePath }) => sameToken && !samePath);
  if (exchange.status !== 403)
    return elsewhere ? [suspect('not-permitted', 0.33, 'worked-same-token', elsewhere.exchange.url)] : [];
  if (elsewhere) return [suspect('not-permitted', 0.75, 'worked-same-token', elsewhere.exchange.url)];
  return [suspect('not-permitted', 0.28)];
}

/** RFC 9449: a token that is bound to a key comes with a proof, and sometimes with the server's nonce. */
function proof({ exchange, claimed, said, form }: Facts): readonly Suspicion[] {
  if (!form?.capture) return [];
  if (said.params.error === 'use_dpop_nonce') return [suspect('dpop-nonce', 0.99, 'nonce-wanted')];
  const { cnf } = claimed.claims;
  const bound = typeof cnf === 'object' && cnf !== null && 'jkt' in cnf;
  const proven = exchange.captures.some(({ carrier }) => isSent(carrier) && carrier.name === 'dpop');
  if (bound && (!proven || !/^dpop$/i.test(form.scheme)))
    return [suspect('dpop-proof', 0.85, 'claim-value', 'cnf', 'jkt')];
  const asked = said.schemes.includes('dpop') && !/^dpop$/i.test(form.scheme);
  return asked ? [suspect('dpop-proof', 0.7, 'asked-scheme', 'DPoP')] : [];
}
