import type { Exchange } from '../../../src/core/traffic/exchange';

/** A HAR file of exchanges whose bodies are OAuth's and the guide's. It knows of no tabs. */
export function harOf(exchanges: readonly Exchange[]): string {
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: exchanges.map(entryOf) },
  });
}

function entryOf({
  method,
  url,
  startedMs,
  endedMs = startedMs,
  status,
  serverDateMs,
  captures,
  refusal,
}: Exchange) {
  const sent = captures.filter(({ carrier }) => carrier.place === 'request-header');
  const refresh = captures.find(({ carrier }) => carrier.place === 'request-body')?.token;
  const answer = captures.filter(({ carrier }) => carrier.place === 'response-body');
  const members = answer.map(({ carrier, token }) => [carrier.name.slice(2), token]);
  const text = members.length > 0 ? JSON.stringify(Object.fromEntries(members)) : (refusal ?? '{}');
  const form = `grant_type=refresh_token&refresh_token=${refresh}&client_id=app`;
  return {
    startedDateTime: new Date(startedMs).toISOString(),
    time: endedMs - startedMs,
    request: {
      method,
      url,
      headers: sent.map(({ before, token }) => ({ name: 'Authorization', value: before + token })),
      ...(refresh && { postData: { mimeType: 'application/x-www-form-urlencoded', text: form } }),
    },
    response: {
      status,
      headers: [{ name: 'Date', value: new Date(serverDateMs ?? 0).toUTCString() }],
      content: { mimeType: 'application/json', size: text.length, text },
    },
  };
}
