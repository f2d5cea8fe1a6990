import type { Exchange } from '../traffic/exchange';
import type { LibraryAnswer } from '../verify/libraries/answer';
import { whatLibrariesSay } from '../verify/libraries/libraries';
import { type CauseCode, causeCodes, type Evidence, type Suspicion, suspect } from './cause';
import { type Facts, factsOf, isPython, type RefusalContext } from './facts';
import { formRules } from './formRules';
import { messageRows } from './messages';
import { type RefusedBy, refusedBy } from './refused';
import { sessionRules } from './sessionRules';
import { tokenRules } from './tokenRules';

/** A cause of a refusal, as likely as the evidence makes it. */
export interface RankedCause {
  code: CauseCode;
  /** 0 to 1; only its order means anything. */
  score: number;
  certainty: 'certain' | 'likely' | 'possible';
  evidence: readonly Evidence[];
}

/** Why a server refused, the likeliest cause first. */
export interface Explanation {
  exchange: Exchange;
  by: RefusedBy;
  /** Never empty: at worst, `unknown`. */
  causes: readonly [RankedCause, ...RankedCause[]];
  /** The server's own words. */
  messages: readonly string[];
  /** What common libraries would have said of the token at that moment; empty without a key. */
  libraries: readonly LibraryAnswer[];
}

/** Explains why an exchange was refused; undefined when it was not. */
export async function explainRefusal(
  exchange: Exchange,
  context: RefusalContext,
): Promise<Explanation | undefined> {
  const by = refusedBy(exchange);
  if (!by) return undefined;
  const facts = await factsOf(exchange, context);
  const libraries = await librariesAt(facts);
  const rules = [...formRules, ...tokenRules, ...sessionRules];
  const suspicions = [...rules.flatMap((rule) => rule(facts)), ...librarySuspicions(facts, libraries)];
  return { exchange, by, causes: ranked(facts, suspicions), messages: facts.said.messages, libraries };
}

async function librariesAt({ token, signature, context, expectations, serverSeconds }: Facts) {
  const key = signature?.state === 'verified' ? signature.key : context.keys[0];
  if (!token?.valid || !key) return [];
  const { algorithms, audiences, issuers, leewaySeconds } = expectations;
  const settings = {
    ...(algorithms && { algorithms }),
    ...(audiences?.[0] !== undefined && { audience: audiences[0] }),
    ...(issuers?.[0] !== undefined && { issuer: issuers[0] }),
    ...(leewaySeconds !== undefined && { leewaySeconds }),
  };
  return whatLibrariesSay(token, key, settings, serverSeconds);
}

/** Where the server is Python, what PyJWT would have raised settles which of several faults it came to first. */
function librarySuspicions(facts: Facts, libraries: readonly LibraryAnswer[]): readonly Suspicion[] {
  const answer = libraries.find(({ library }) => library === 'PyJWT');
  if (!isPython(facts) || answer?.outcome.state !== 'refuses') return [];
  const { error, message } = answer.outcome;
  const row = messageRows.find(({ pattern }) => pattern.test(message));
  return Object.entries(row?.says ?? {})
    .filter(([, weight]) => weight > 0.7)
    .map(([cause]) => suspect(cause as CauseCode, 0.5, 'library-says', 'PyJWT', error, message));
}

/** Causes that show in what was sent: without a sign of them there, no message makes them likely. */
const observable: ReadonlySet<CauseCode> = new Set([
  'preflight',
  'redirect-dropped',
  'no-token',
  'placeholder',
  'other-scheme',
  'doubled-prefix',
  'quotes',
  'stray-space',
  'raw-where-bearer',
  'bearer-where-raw',
  'wrong-place',
  'truncated',
  'damaged',
  'alg-none',
  'issued-in-future',
  'not-yet-valid',
  'expired',
  'clock-skew',
  'zone-shift',
  'time-malformed',
  'subject-type',
  'refresh-as-access',
  'id-as-access',
]);
/** Without any credential these are all that can be at fault. */
const withoutToken: ReadonlySet<CauseCode> = new Set([
  'csrf',
  'server-fault',
  'preflight',
  'redirect-dropped',
  'no-token',
]);

/** A cause of which the message does not speak is that much less likely. */
const UNMENTIONED = 0.2;
const LEAST_SCORE = 0.12;
const MOST_CAUSES = 5;

function ranked(facts: Facts, suspicions: readonly Suspicion[]): [RankedCause, ...RankedCause[]] {
  const causes = causeCodes
    .map((code) =>
      rank(
        code,
        facts,
        suspicions.filter(({ cause }) => cause === code),
      ),
    )
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CAUSES);
  const [first = rankedAs('unknown', LEAST_SCORE, []), ...others] = causes;
  return [first, ...others];
}

function rank(code: CauseCode, facts: Facts, suspicions: readonly Suspicion[]): RankedCause {
  const weight = 1 - suspicions.reduce((left, each) => left * (1 - each.weight), 1);
  const evidence = suspicions.flatMap((each) => each.evidence ?? []);
  const { row, matched = '' } = facts.said;
  if (!row) return rankedAs(code, weight, evidence);
  const says = row.says[code] ?? 0;
  if (says === 0) return rankedAs(code, weight * UNMENTIONED, evidence);
  const told = says * feasible(code, weight, facts);
  const message: Evidence = { code: 'message', values: [matched.slice(0, 160), row.library ?? ''] };
  return rankedAs(code, 1 - (1 - told) * (1 - weight), [message, ...evidence]);
}

/** How far a message may raise a cause, 0 to 1. */
function feasible(code: CauseCode, weight: number, { form, aheadSeconds, times }: Facts): number {
  if (!form) return withoutToken.has(code) ? 1 : 0;
  if (!form.capture && !observable.has(code)) return 0.1;
  if (code === 'clock-skew' && weight < 0.1) return aheadSeconds === undefined ? 0.4 : 0;
  if (code === 'expired' && weight === 0) return times.expSeconds === undefined ? 0.5 : 0.4;
  if (observable.has(code)) return Math.min(1, weight * 3);
  // Something speaks against it: a key that verified, the same token that was taken elsewhere.
  return weight > 0 && weight < 0.03 ? 0.2 : 1;
}

function rankedAs(code: CauseCode, score: number, evidence: readonly Evidence[]): RankedCause {
  const certainty = score >= 0.85 ? 'certain' : score >= 0.5 ? 'likely' : 'possible';
  return { code, score, certainty, evidence };
}
