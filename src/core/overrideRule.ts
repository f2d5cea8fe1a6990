import type { ActiveOverride, Override } from './override';

/** A rule of declarativeNetRequest, as far as an override needs it. */
export interface HeaderRule {
  id: number;
  priority: number;
  action: {
    type: 'modifyHeaders';
    requestHeaders: [{ header: string; operation: 'set' | 'append' | 'remove'; value?: string }];
  };
  condition: {
    urlFilter: string;
    tabIds: [number];
    resourceTypes: readonly string[];
    excludedRequestMethods: readonly string[];
  };
}

/** Without a list browsers leave out navigations. */
const everyType = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'media',
  'websocket',
  'other',
];
/** What scripts send: nothing else has an Authorization header that could be replaced. */
const scriptTypes = ['xmlhttprequest'];

/**
 * The rule that does what an override says, for its tab and its origin with the port and nothing else. A rule can't
 * tell whether a request has the header. Undefined while the other cookies, which are to stay, are not known yet.
 */
export function ruleOf(override: ActiveOverride): HeaderRule | undefined {
  const change = changeOf(override);
  return (
    change && {
      id: override.tabId,
      priority: 1,
      action: { type: 'modifyHeaders', requestHeaders: [change] },
      condition: {
        // "|" is the address's beginning; an origin holds neither of the signs that mean more, "*" and "^".
        urlFilter: `|${override.origin}/`,
        tabIds: [override.tabId],
        resourceTypes: typesOf(override),
        // A preflight goes out as the browser made it (Fetch, section 4.8).
        excludedRequestMethods: ['options'],
      },
    }
  );
}

/** The browser's resource types that an override reaches. */
export function typesOf({ target, action }: Override): readonly string[] {
  return target.place === 'request-header' && action === 'replace' ? scriptTypes : everyType;
}

function changeOf(override: ActiveOverride): HeaderRule['action']['requestHeaders'][0] | undefined {
  const { target, action, value, cookies } = override;
  if (target.place === 'request-header') {
    const header = target.name;
    return action === 'drop' ? { header, operation: 'remove' } : { header, operation: 'set', value };
  }
  const header = 'cookie';
  if (action === 'add') return { header, operation: 'append', value: `${target.name}=${value}` };
  if (cookies === undefined) return undefined;
  const changed = cookiesWith(override, cookies);
  return changed === '' ? { header, operation: 'remove' } : { header, operation: 'set', value: changed };
}

const nameOf = (pair: string) => /^\s*([^=]*?)\s*(?:=|$)/.exec(pair)?.[1];

/** The value of a cookie in a Cookie header; the first where there are several, as servers read it. */
export function cookieIn(header: string, name: string): string | undefined {
  const pair = header.split(';').find((one) => nameOf(one) === name);
  return pair?.slice(pair.indexOf('=') + 1).trim();
}

/** A Cookie header with the override's cookie replaced, where it stood, or dropped; every other byte stays. */
export function cookiesWith({ target, action, value }: Override, header: string): string {
  const pairs = header === '' ? [] : header.split(';');
  const others = (pair: string) => nameOf(pair) !== target.name;
  if (action === 'drop') return pairs.filter(others).join(';').trimStart();
  const first = pairs.findIndex((pair) => !others(pair));
  if (first === -1) return [...pairs, `${pairs.length > 0 ? ' ' : ''}${target.name}=${value}`].join(';');
  return pairs
    .flatMap((pair, at) => {
      if (others(pair)) return [pair];
      return at === first ? [`${/^\s*/.exec(pair)?.[0] ?? ''}${target.name}=${value}`] : [];
    })
    .join(';');
}
