import { type Exchange, isSent } from './exchange';
import { originOf } from './origin';
import { belongsTo, type Page, type Sender } from './page';

type Seen = Sender & Pick<Exchange, 'url' | 'startedMs' | 'captures'>;

/** The token sent last to each origin in each carrier: the ones in use, not those that were refreshed since. */
export interface Latest {
  /** False where the same tokens are in use as before. */
  add(requests: readonly Seen[]): boolean;
  /** Those of a page, or of all pages; without those that nobody can read. */
  of(page?: Page): string[];
}

export function createLatest(): Latest {
  const lineages = new Map<string, Seen & { token: string; opaque: boolean }>();
  return {
    add(requests) {
      let isNews = false;
      for (const request of requests) {
        const { tabId, initiator, incognito, url, startedMs } = request;
        const sender = tabId === -1 ? `${initiator} ${incognito}` : tabId;
        for (const { carrier, token, opaque } of request.captures) {
          if (!isSent(carrier)) continue;
          const key = [sender, originOf(url), carrier.place, carrier.name].join(' ');
          const former = lineages.get(key);
          if (former && former.startedMs > startedMs) continue;
          isNews ||= former?.token !== token;
          lineages.set(key, { ...request, token, opaque: opaque !== undefined });
        }
      }
      return isNews;
    },
    of(page) {
      const own = [...lineages.values()].filter((one) => !one.opaque && (!page || belongsTo(one, page)));
      return [...new Set(own.map(({ token }) => token))];
    },
  };
}
