import type { Capture, Exchange } from '../traffic/exchange';

/** Exchanges with each token's text once: a message from a worker copies a text as often as it stands there. */
export interface Wire {
  tokens: readonly string[];
  exchanges: readonly (Omit<Exchange, 'captures'> & { captures: readonly WireCapture[] })[];
}

/** Names its token by its place in the list. */
type WireCapture = Omit<Capture, 'token'> & { token: number };

export function toWire(exchanges: readonly Exchange[]): Wire {
  const numbers = new Map<string, number>();
  const numberOf = (token: string) => {
    const number = numbers.get(token) ?? numbers.size;
    numbers.set(token, number);
    return number;
  };
  const packed = exchanges.map((exchange) => ({
    ...exchange,
    captures: exchange.captures.map((capture) => ({ ...capture, token: numberOf(capture.token) })),
  }));
  return { tokens: [...numbers.keys()], exchanges: packed };
}

export function fromWire({ tokens, exchanges }: Wire): Exchange[] {
  return exchanges.map((exchange) => ({
    ...exchange,
    captures: exchange.captures.map((capture) => ({ ...capture, token: tokens[capture.token] ?? '' })),
  }));
}
