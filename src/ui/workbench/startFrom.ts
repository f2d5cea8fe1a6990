import { readToken } from '../../core/token/read';
import { partOf } from '../../core/token/token';
import type { WorkbenchDraft } from '../surroundings';

/** The one that was asked for last: several components ask for the same with every key that is pressed. */
let last: { text: string; draft: WorkbenchDraft | undefined } | undefined;

/** A token's header and payload as they are written; undefined where it has no payload of text that could be edited. */
export function startFrom(text: string): WorkbenchDraft | undefined {
  if (last?.text !== text) last = { text, draft: read(text) };
  return last.draft;
}

function read(text: string): WorkbenchDraft | undefined {
  const token = readToken(text);
  const [header, payload] = [partOf(token, 'header')?.text, partOf(token, 'payload')?.text];
  return header === undefined || payload === undefined ? undefined : { header, payload, original: text };
}
