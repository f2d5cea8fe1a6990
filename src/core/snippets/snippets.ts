import type { JsonNode } from '../token/json';
import { memberOf } from '../token/json';
import { flaskApp, flaskTests } from './flask';
import { golang } from './go';
import { jose, jsonwebtoken } from './javascript';
import { pyjwt } from './python';
import { curl, httpie, requestAgain } from './request';
import { rubyJwt } from './ruby';
import { hasClaim, type Situation } from './situation';
import type { Library, Snippet, SnippetNote } from './snippet';

const libraries: readonly Library[] = [pyjwt, jose, jsonwebtoken, golang, rubyJwt];

/** Every piece of code that works for a situation: only what its library can do. `text` is the token's. */
export function snippetsFor(situation: Situation, text: string): Snippet[] {
  return [
    ...libraryCode(pyjwt, situation),
    ...flaskCode(situation),
    ...libraries.slice(1).flatMap((library) => libraryCode(library, situation)),
    ...requestCode(situation, text),
  ];
}

/** A header that asks for more than libraries do (RFC 7515 section 4.1.11, RFC 7797) leaves them out. */
function canBeChecked({ alg, header, claims }: Situation, algorithms: RegExp): boolean {
  const special = ['crit', 'b64', 'zip'].some((name) => memberOf(header?.node, name) !== undefined);
  return alg !== undefined && algorithms.test(alg) && claims !== undefined && !special;
}

function canBeMade({ claims, header }: Situation, library: Partial<Library>): boolean {
  const { createsNumbersOnly, stumblesOver } = library;
  if (!claims || !header || !isWhole(claims.node) || !isWhole(header.node)) return false;
  if (stumblesOver?.(header, claims)) return false;
  const times = ['exp', 'nbf', 'iat'].map((name) => memberOf(claims.node, name));
  return !createsNumbersOnly || times.every((node) => node === undefined || node.type === 'number');
}

/** Whether all of a value was kept when it was read. */
function isWhole(node: JsonNode): boolean {
  if (node.type !== 'object' && node.type !== 'array') return true;
  const inner = node.type === 'object' ? node.members.map(({ value }) => value) : node.items;
  return node.elided !== true && inner.every(isWhole);
}

function libraryCode(library: Library, situation: Situation): Snippet[] {
  if (!situation.claims) return [];
  const { language, file } = library;
  const piece = (task: Snippet['task'], code: string, notes: readonly SnippetNote[] = []): Snippet => ({
    language,
    task,
    file,
    code,
    notes,
  });
  const checked = canBeChecked(situation, library.algorithms);
  return [
    piece('decode', library.decode(situation)),
    ...(checked ? [piece('verify', library.verify(situation), audienceNote(situation))] : []),
    ...(checked && canBeMade(situation, library)
      ? [piece('create', library.create(situation), roundingNote(library, situation))]
      : []),
  ];
}

/** Libraries other than PyJWT do not look at an audience that nobody asked for. */
const audienceNote = (situation: Situation): readonly SnippetNote[] =>
  hasClaim(situation, 'aud') && situation.audiences.length === 0 ? ['audience-unchecked'] : [];

function roundingNote({ rounds }: Library, { claims }: Situation): readonly SnippetNote[] {
  if (!rounds || !claims) return [];
  return hasLongNumber(claims.node) ? ['rounds'] : [];
}

/** A number that JavaScript would write differently. */
function hasLongNumber(node: JsonNode): boolean {
  if (node.type === 'number') return !Number.isSafeInteger(node.value) && Number.isInteger(node.value);
  if (node.type === 'array') return node.items.some((item) => hasLongNumber(item));
  return node.type === 'object' && node.members.some(({ value }) => hasLongNumber(value));
}

function flaskCode(situation: Situation): Snippet[] {
  if (!canBeChecked(situation, pyjwt.algorithms)) return [];
  const app: Snippet = {
    language: 'flask',
    task: 'protect',
    file: 'app.py',
    code: flaskApp(situation),
    notes: audienceNote(situation),
  };
  if (!canBeMade(situation, pyjwt)) return [app];
  const tests: Snippet = {
    language: 'pytest',
    task: 'test',
    file: 'test_app.py',
    code: flaskTests(situation),
    notes: ['flask-file'],
  };
  return [app, tests];
}

function requestCode({ seen }: Situation, text: string): Snippet[] {
  if (!seen || !/^https?:/.test(seen.exchange.url)) return [];
  const again = requestAgain(seen.exchange, text);
  const notes: readonly SnippetNote[] = /^(GET|HEAD|OPTIONS|DELETE)$/.test(again.method)
    ? []
    : ['body-unknown'];
  const commands = [
    ['curl', curl(again)],
    ['httpie', httpie(again)],
  ] as const;
  return commands.flatMap(([language, code]) =>
    code === undefined ? [] : [{ language, task: 'send' as const, file: '', code, notes }],
  );
}
