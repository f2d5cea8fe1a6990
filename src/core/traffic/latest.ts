import { type Exchange, isSent } from './exchange';
import { originOf } from './origin';
import { belongsTo, type Page, type Sender } from './page';

/** What of a request tells which tokens it sent, and where. */
export type Seen = Sender & Pick<Exchange, 'url' | 'startedMs' | 'captures'>;

/** A token in use, whose it is, and since when, in milliseconds since the epoch. */
type Use = Sender & { startedMs: number; token: string; opaque: boolean };

/** All tokens in use, as plain data: each with where it is sent, and by whom. */
export type InUse = readonly (readonly [where: string, Use])[];

/** The token sent last to each origin in each carrier: the ones in use, not those that were refreshed since. */
export interface Latest {
  /** False where the same tokens are in use as before. */
  add(requests: readonly Seen[]): boolean;
  /** Those of a page, or of all pages; without those that nobody can read. */
  of(page?: Page): string[];
  inUse(): InUse;
}

/** Begins with what was in use before. */
export function createLatest(before: InUse = []): Latest {
  const uses = new Map<string, Use>(before);
  return {
    add(requests) {
      let isNews = false;
      for (const request of requests) {
        const { tabId, initiator, incognito, url, startedMs } = request;
        const sender = tabId === -1 ? `${initiator} ${incognito}` : tabId;
        for (const { carrier, token, opaque } of request.captures) {
          if (!isSent(carrier)) continue;
          const where = [sender, originOf(url), carrier.place, carrier.name].join(' ');
          const former = uses.get(where);
          if (former && former.startedMs > startedMs) continue;
          isNews ||= former?.token !== token;
          uses.set(where, { tabId, initiator, incognito, startedMs, token, opaque: opaque !== undefined });
        }
      }
      return isNews;
    },
    of(page) {
      const own = [...uses.values()].filter((one) => !one.opaque && (!page || belongsTo(one, page)));
      return [...new Set(own.map(({ token }) => token))];
    },
    inUse: () => [...uses],
  };
}
