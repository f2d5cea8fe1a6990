import { type Capture, type Exchange, isSent } from '../traffic/exchange';
import { originOf } from '../traffic/origin';
import { type SentForm, sentFormOf } from './sentForm';

/** A request of the same origin that went well with a credential. */
export interface Sibling {
  exchange: Exchange;
  form: SentForm;
  capture: Capture;
  /** Whether it asked for the same path, in which the same rules are likely to hold. */
  samePath: boolean;
  sameToken: boolean;
  before: boolean;
}

/** Farther siblings tell nothing new. */
const MOST = 200;

const pathOf = (url: string) => url.replace(/[?#].*$/s, '').replace(/\/+$/, '');

/** The exchanges of the same origin that succeeded, those nearest in time first. */
export function siblingsOf(refused: Exchange, exchanges: readonly Exchange[]): Sibling[] {
  const origin = originOf(refused.url);
  const token = sentFormOf(refused)?.capture?.token;
  const path = pathOf(refused.url);
  return exchanges
    .filter((other) => other !== refused && isSuccess(other) && originOf(other.url) === origin)
    .filter(({ captures }) => captures.some(({ carrier }) => isSent(carrier)))
    .sort((a, b) => Math.abs(a.startedMs - refused.startedMs) - Math.abs(b.startedMs - refused.startedMs))
    .slice(0, MOST)
    .flatMap((exchange) => {
      const form = sentFormOf(exchange);
      const capture = form?.capture;
      if (!form || !capture || capture.carrier.place === 'request-body') return [];
      return [
        {
          exchange,
          form,
          capture,
          samePath: pathOf(exchange.url) === path,
          sameToken: capture.token === token,
          before: exchange.startedMs <= refused.startedMs,
        },
      ];
    });
}

const isSuccess = ({ status }: Exchange) => status !== undefined && status >= 200 && status < 300;

/** True for the word Bearer before a token, whatever its case. */
export const isBearer = ({ scheme }: SentForm) => /^(?:bearer|dpop)$/i.test(scheme);

/** How sure the siblings are, 0 to 1, that the server wants a word before the token; undefined where they tell nothing. */
export function schemeLiked(siblings: readonly Sibling[]): number | undefined {
  const headers = siblings.filter(({ capture }) => capture.carrier.place === 'request-header');
  const here = headers.filter(({ samePath }) => samePath);
  if (here.length > 0) return here.some(({ form }) => form.scheme !== '') ? 0.97 : 0.02;
  if (headers.length === 0) return undefined;
  const bearers = headers.filter(({ form }) => form.scheme !== '').length;
  if (bearers === headers.length) return 0.92;
  return bearers === 0 ? 0.12 : undefined;
}
