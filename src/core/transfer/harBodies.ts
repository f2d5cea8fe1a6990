import { type Loose, textIn } from './loose';

const media = /^(?:image|audio|video|font)\//i;

/** The text of a response's content (HAR 1.2 section "content"); pictures and the like are none. */
export function decodedText(content: Loose, mimeType: string | undefined): string | undefined {
  const text = textIn(content, 'text');
  if (text === undefined || textIn(content, 'encoding') !== 'base64') return text;
  return mimeType && media.test(mimeType) ? undefined : bytesOf(text);
}

/** What base64 holds, read as UTF-8; undefined where it is none. */
export function bytesOf(base64: string): string | undefined {
  try {
    const characters = atob(
      base64
        .replace(/[\s=]+$/, '')
        .replaceAll('-', '+')
        .replaceAll('_', '/'),
    );
    return new TextDecoder().decode(Uint8Array.from(characters, (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
