import type { Expectations, ViolationCode } from '../verify/expectations';
import { type CauseCode, type Suspicion, suspect } from './cause';
import { type Facts, isPython } from './facts';
import { zoneShiftOf } from './zoneShift';

type Rule = (facts: Facts) => readonly Suspicion[];

/** What the token itself says: its signature, times and claims at the moment it was sent. */
export const tokenRules: readonly Rule[] = [
  signature,
  algorithm,
  expiry,
  beginnings,
  zone,
  malformedTimes,
  subject,
  issuerAndAudience,
  expected,
];

/** A second or two lie within what whole seconds and the way to the server make. */
const SLACK = 1;

function signature({
  token,
  signature: verdict,
  keysFit,
  siblings,
  claimed,
  form,
}: Facts): readonly Suspicion[] {
  if (!token?.valid) return [];
  const same = siblings.find(({ sameToken }) => sameToken);
  if (same) return [suspect('signature', 0.02, 'worked-same-token', same.exchange.url)];
  const forged = siblings.some(({ capture }) => sharesSignature(capture.token, token.text));
  if (forged) return [suspect('signature', 0.96, 'signature-wrong')];
  if (verdict?.state === 'verified')
    return [suspect('signature', keysFit ? 0.02 : 0.06, 'signature-verified')];
  if (verdict?.state === 'wrong') return [suspect('signature', keysFit ? 0.95 : 0.8, 'signature-wrong')];
  if (claimed.header.alg === 'none' || form?.faults.length !== 0) return [];
  return [suspect('signature', 0.3, 'by-elimination')];
}

/** The same signature under another payload: one of the two was changed after signing. */
function sharesSignature(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split('.'));
  return one !== other && a?.length === 3 && a[2] !== '' && a[2] === b?.[2];
}

function algorithm(facts: Facts): readonly Suspicion[] {
  const { token, claimed, siblings } = facts;
  const alg = claimed.header.alg;
  if (!token?.valid || typeof alg !== 'string') return [];
  if (/^none$/i.test(alg)) return [suspect('alg-none', 0.95, 'claim-value', 'alg', alg)];
  const taken = [...new Set(siblings.flatMap(({ capture }) => algOf(capture.token) ?? []))];
  if (taken.includes(alg)) return [suspect('algorithm', 0.02)];
  if (taken.length > 0)
    return [suspect('algorithm', 0.78, 'worked-other-value', 'alg', alg, taken.join(', '))];
  const unusual = !/^(?:HS256|RS256|ES256|EdDSA)$/.test(alg);
  return [suspect('algorithm', unusual ? (isPython(facts) ? 0.62 : 0.36) : 0.08, 'claim-value', 'alg', alg)];
}

function algOf(token: string): string | undefined {
  return /"alg"\s*:\s*"([^"]+)"/.exec(headerText(token))?.[1];
}

function headerText(token: string): string {
  try {
    return atob((token.split('.')[0] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** RFC 7519 section 4.1.4. Expired for the server alone: a matter of clocks. */
function expiry(facts: Facts): readonly Suspicion[] {
  const { times, localSeconds, serverSeconds, aheadSeconds } = facts;
  const exp = times.expSeconds;
  if (exp === undefined) return [];
  const left = Math.round(exp - serverSeconds);
  if (exp <= serverSeconds) {
    const told = suspect('expired', 0.95, 'time-when-sent', left);
    if (exp <= localSeconds + SLACK) return [told];
    const clock = suspect('clock-skew', 0.97, 'clock-ahead', Math.round(aheadSeconds ?? 0));
    return [clock, { ...told, weight: 0.5 }];
  }
  if (left <= SLACK + 1) return [suspect('expired', 0.6, 'time-when-sent', left)];
  return aheadSeconds === undefined ? [suspect('clock-skew', 0.05)] : [];
}

/** RFC 7519 section 4.1.5 for nbf. An iat in the future is refused by PyJWT and a few others. */
function beginnings(facts: Facts): readonly Suspicion[] {
  const { nbfSeconds, iatSeconds } = facts.times;
  return [
    ...begins(facts, nbfSeconds, 'not-yet-valid', 0.94),
    ...begins(facts, iatSeconds, 'issued-in-future', isPython(facts) ? 0.88 : 0.45),
  ];
}

function begins(
  facts: Facts,
  at: number | undefined,
  cause: CauseCode,
  weight: number,
): readonly Suspicion[] {
  const { serverSeconds, localSeconds, context, aheadSeconds, form } = facts;
  if (at === undefined || at <= serverSeconds + (aheadSeconds === undefined ? 0 : -0.001)) return [];
  const ahead = Math.ceil(at - serverSeconds);
  if (at - serverSeconds < SLACK) return [suspect(cause, weight * 0.6, 'time-when-sent', ahead)];
  const told = suspect(cause, weight, 'time-when-sent', ahead);
  const birth = context.scene.births.get(form?.capture?.token ?? '');
  const maker =
    birth?.maker === undefined ? undefined : context.scene.clocks.aheadMs(birth.maker, birth.seenMs);
  const makerAhead = (maker ?? 0) / 1000 - (aheadSeconds ?? 0);
  const byClocks = at <= localSeconds + SLACK || (Math.abs(makerAhead) > 2 && ahead <= makerAhead + SLACK);
  if (!byClocks) return [told];
  const apart = Math.round(at <= localSeconds + SLACK ? (aheadSeconds ?? 0) : -makerAhead);
  return [
    suspect('clock-skew', Math.min(0.97, weight + 0.05), 'clock-ahead', apart),
    { ...told, weight: weight * 0.5 },
  ];
}

/** The token was made by datetime.now() where utcnow() was meant, and is therefore refused. */
function zone({ form, context: { scene }, times, serverSeconds }: Facts): readonly Suspicion[] {
  const birth = scene.births.get(form?.capture?.token ?? '');
  if (birth?.madeMs === undefined) return [];
  const shift = zoneShiftOf(times, birth.madeMs, scene.ownZone);
  if (!shift) return [];
  const late = times.expSeconds !== undefined && times.expSeconds <= serverSeconds;
  const early = [times.iatSeconds, times.nbfSeconds].some(
    (at) => at !== undefined && at > serverSeconds + SLACK,
  );
  if (!late && !early) return [];
  return [suspect('zone-shift', 0.98, 'zone-fits', shift.offsetSeconds, shift.zones.join(', '))];
}

/** RFC 7519 section 2: a time is a number. */
function malformedTimes({ claimed }: Facts): readonly Suspicion[] {
  return (['exp', 'nbf', 'iat'] as const).flatMap((name) => {
    const value = claimed.claims[name];
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return [];
    return [suspect('time-malformed', 0.85, 'claim-value', name, JSON.stringify(value))];
  });
}

/** PyJWT from 2.10 wants a text (RFC 7519 section 4.1.2). */
function subject(facts: Facts): readonly Suspicion[] {
  const { sub } = facts.claimed.claims;
  if (sub === undefined || typeof sub === 'string') return [];
  const taken = facts.siblings.some(({ sameToken }) => sameToken);
  const weight = taken ? 0.02 : isPython(facts) ? 0.4 : 0.1;
  return [suspect('subject-type', weight, 'claim-value', 'sub', JSON.stringify(sub))];
}

/** A claim that the server's other tokens do not have, or have otherwise. */
function issuerAndAudience(facts: Facts): readonly Suspicion[] {
  const { claimed, siblings } = facts;
  return (['iss', 'aud'] as const).flatMap((name) => {
    const cause = name === 'iss' ? 'issuer' : 'audience';
    const own = JSON.stringify(claimed.claims[name]);
    const theirs = [...new Set(siblings.map(({ capture }) => claimIn(capture.token, name)))];
    if (theirs.includes(own)) return [suspect(cause, 0.02)];
    const accepted = theirs.map((value) => value ?? '–').join(', ');
    if (theirs.length > 0) return [suspect(cause, 0.55, 'worked-other-value', name, own ?? '–', accepted)];
    if (own === undefined || own === '""' || own === '[]') return [];
    // PyJWT refuses any audience when it is told none.
    const weight = name === 'aud' ? (isPython(facts) ? 0.62 : 0.12) : 0.08;
    return [suspect(cause, weight, 'claim-value', name, own)];
  });
}

function claimIn(token: string, name: string): string | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return JSON.stringify((JSON.parse(atob(payload)) as Record<string, unknown>)[name]);
  } catch {
    return undefined;
  }
}

const causeOf: Partial<Record<ViolationCode, CauseCode>> = {
  algorithm: 'algorithm',
  issuer: 'issuer',
  'issuer-missing': 'issuer',
  audience: 'audience',
  'audience-missing': 'audience',
  'audience-malformed': 'audience',
  subject: 'claim-missing',
  required: 'claim-missing',
  'issued-in-future': 'issued-in-future',
  'too-old': 'expired',
};

/** What the user has said that the server expects. */
function expected({ violations, expectations }: Facts): readonly Suspicion[] {
  return violations.flatMap(({ code, values }) => {
    const cause = causeOf[code];
    return cause && isSet(expectations) ? [suspect(cause, 0.92, 'expected', ...values)] : [];
  });
}

const isSet = (expectations: Expectations) => Object.values(expectations).some((each) => each !== undefined);
