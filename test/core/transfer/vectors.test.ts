import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createImporter, type Imported } from '../../../src/core/transfer/importing';
import { vectors, vectorsAbsent } from '../../vectors';

interface Occurrence {
  entry: number;
  where: string;
  token: string;
}

/** What a HAR says in two places that is one carrier: a cookie's header and list, an address and its query. */
const sameCarrier: Readonly<Record<string, string>> = {
  'request.cookies.session': 'request.headers.cookie',
  'response.cookies.session': 'response.headers.set-cookie',
  'response.redirectURL': 'response.headers.location',
  'request.queryString.access_token': 'request.url',
  'request.postData.params.assertion': 'request.postData.text',
};

/** The carriers that the vectors name, as they are written there. */
function carriersIn({ exchanges }: Imported): string[] {
  const places: Readonly<Record<string, string>> = {
    'request-header': 'request.headers.',
    'response-header': 'response.headers.',
    'request-cookie': 'request.headers.cookie',
    'set-cookie': 'response.headers.set-cookie',
    'url-query': 'request.url',
    'request-body': 'request.postData.text',
    'response-body': 'response.content',
    'websocket-sent': '_webSocketMessages[0].data',
  };
  return exchanges.flatMap(({ id, captures }) =>
    captures
      .filter(({ opaque }) => opaque === undefined)
      .map(({ carrier: { place, name }, token }) => {
        const where = `${places[place]}${place.endsWith('-header') ? name : ''}`;
        return `${Number(id.split(':')[1]) - 1} ${where} ${token}`;
      }),
  );
}

const wanted = (occurrences: readonly Occurrence[]) =>
  occurrences.map(({ entry, where, token }) => {
    const place = (sameCarrier[where] ?? where).replace('(base64)', '');
    return `${entry} ${place} ${token}`;
  });

const sorted = (lines: readonly string[]) => [...new Set(lines)].sort();
const importer = (bytes: Uint8Array, chunk = 10_000) => {
  const reading = createImporter();
  for (let at = 0; at < bytes.length; at += chunk) reading.push(bytes.subarray(at, at + chunk));
  return reading.end();
};

const suite = vectors('har');
describe.skipIf(!suite)(suite ? 'the shared vectors' : vectorsAbsent, () => {
  const cases = (suite ?? []).map((each) => each as typeof each & { file?: string });
  const files = cases.filter(({ file }) => file !== undefined);
  it('has cases to read', () => expect(files.length).toBeGreaterThan(5));

  it.each(files.map((each) => [each.id, each] as const))('%s: every token in its carrier', (_, each) => {
    const found = importer(readFileSync(new URL(`../../../../shared/vectors/${each.file}`, import.meta.url)));
    expect(found.faults).toEqual([]);
    expect(found.entries).toBe(each.expect.entries);
    expect(sorted(carriersIn(found))).toEqual(sorted(wanted(each.expect.occurrences as Occurrence[])));
    expect(found.notes.map(({ code }) => code)).toEqual(each.id.includes('sanitized') ? ['sanitised'] : []);
  });

  const texts = cases.filter(({ input }) => input !== undefined);
  it.each(texts.map((each) => [each.id, each] as const))('%s is read without harm', (_, each) => {
    const found = importer(new TextEncoder().encode(each.input));
    if (each.expect.parses === true) expect(found.faults).toEqual([]);
    if (each.expect.parses === false) expect(found.faults).not.toEqual([]);
    if (each.expect.unique_tokens)
      expect(found.exchanges.flatMap(({ captures }) => captures.filter(({ opaque }) => !opaque))).toEqual([]);
  });
});
