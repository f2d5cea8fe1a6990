import { readToken } from '../../core/token/read';
import { partOf } from '../../core/token/token';
import type { WorkbenchDraft } from '../surroundings';

/** A token's header and payload as they are written; undefined where it has no payload of text that could be edited. */
export function startFrom(text: string): WorkbenchDraft | undefined {
  const token = readToken(text);
  const [header, payload] = [partOf(token, 'header')?.text, partOf(token, 'payload')?.text];
  return header === undefined || payload === undefined ? undefined : { header, payload, original: text };
}
