import type { Key } from '../key/key';
import { readTimes, type Times } from '../token/lifetime';
import { readToken } from '../token/read';
import type { Token } from '../token/token';
import type { Exchange } from '../traffic/exchange';
import { type Said as Claimed, saidBy } from '../traffic/lineageClaims';
import type { Step } from '../traffic/lineageSteps';
import { originOf } from '../traffic/origin';
import { type Expectations, type Violation, violationsOf } from '../verify/expectations';
import { expectationsFor, type KeptExpectations } from '../verify/expectationsFor';
import type { SignatureVerdict } from '../verify/outcome';
import { verifySignature } from '../verify/verify';
import { middle } from './clock';
import { type Said, saidIn } from './refusalText';
import { type SentForm, sentFormOf } from './sentForm';
import { type Sibling, siblingsOf } from './siblings';
import type { Scene, Trouble } from './trouble';

/** What is known when a refusal is to be explained. */
export interface RefusalContext {
  /** All exchanges of the view, oldest first. */
  exchanges: readonly Exchange[];
  scene: Scene;
  troubles: readonly Trouble[];
  /** The keys at hand; none is as good as any number. */
  keys: readonly Key[];
  expectations: KeptExpectations;
}

/** Everything that the rules look at. Times in seconds, at the moment at which the request was sent. */
export interface Facts {
  exchange: Exchange;
  context: RefusalContext;
  step: Step | undefined;
  /** Undefined where nothing at all was sent. */
  form: SentForm | undefined;
  said: Said;
  siblings: readonly Sibling[];
  /** The JOSE token that was sent, if one was. */
  token: Token | undefined;
  claimed: Claimed;
  times: Times;
  signature: SignatureVerdict | undefined;
  /** Whether the keys at hand have verified tokens that this origin took. */
  keysFit: boolean;
  expectations: Expectations;
  violations: readonly Violation[];
  /** This computer's clock. */
  localSeconds: number;
  /** The server's, where its answers tell of it; else the same. */
  serverSeconds: number;
  /** By how much the server's clock is ahead; undefined where nothing tells. */
  aheadSeconds: number | undefined;
}

export async function factsOf(exchange: Exchange, context: RefusalContext): Promise<Facts> {
  const form = sentFormOf(exchange);
  const text = form?.capture?.opaque === undefined ? form?.capture?.token : undefined;
  const token = text === undefined ? undefined : readToken(text);
  const claimed = saidBy(text ?? '');
  const siblings = siblingsOf(exchange, context.exchanges);
  const origin = originOf(exchange.url);
  const expectations = expectationsFor(context.expectations, origin);
  const { localSeconds, serverSeconds, aheadSeconds } = clockAt(exchange, context);
  return {
    exchange,
    context,
    step: context.scene.reading.steps.find((step) => step.exchange.id === exchange.id),
    form,
    said: saidIn(exchange),
    siblings,
    token,
    claimed,
    times: readTimes((name) => claimed.claims[name]),
    signature:
      token?.valid && context.keys.length > 0 ? await verifySignature(token, context.keys) : undefined,
    keysFit: await haveVerified(siblings, context.keys),
    expectations,
    violations: token?.valid ? violationsOf(token, expectations, serverSeconds) : [],
    localSeconds,
    serverSeconds,
    aheadSeconds,
  };
}

/** An answer's own Date is the best witness; it is written after the token was checked, within the second. */
function clockAt({ startedMs, serverDateMs, url, endedMs = startedMs }: Exchange, { scene }: RefusalContext) {
  const localSeconds = startedMs / 1000;
  const known = scene.clocks.aheadMs(originOf(url), startedMs);
  const own =
    serverDateMs === undefined
      ? undefined
      : middle({ leastMs: serverDateMs - endedMs, mostMs: serverDateMs + 1000 - startedMs });
  const aheadMs = known ?? own;
  const aheadSeconds = aheadMs === undefined ? undefined : aheadMs / 1000;
  return { localSeconds, aheadSeconds, serverSeconds: localSeconds + (aheadSeconds ?? 0) };
}

/** More tokens than these need not be asked whether the keys at hand are this server's. */
const MOST_CHECKED = 3;

async function haveVerified(siblings: readonly Sibling[], keys: readonly Key[]): Promise<boolean> {
  if (keys.length === 0) return false;
  const tokens = [...new Set(siblings.map(({ capture }) => capture.token))].slice(0, MOST_CHECKED);
  for (const text of tokens) {
    const token = readToken(text);
    if (token.valid && (await verifySignature(token, keys)).state === 'verified') return true;
  }
  return false;
}

/** Whether the server is one that raises what PyJWT raises. */
export const isPython = ({ said }: Facts) =>
  said.looksLikeFlask || said.row?.library === 'PyJWT' || said.row?.library === 'Flask-JWT-Extended';
