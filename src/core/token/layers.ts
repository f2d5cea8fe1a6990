import { looksCompact } from './joseHeader';
import { readForm } from './readForm';
import { partOf, type Token } from './token';

/** Each layer is a quarter smaller than the one around it, so a token of 14 MB has no more. */
const mostLayers = 40;

/**
 * The token and those nested in it (RFC 7519 section 5.2), outermost first, as far as they can be opened without a key.
 * Also finds one whose header does not announce it with cty, and one that was quoted as a JSON text.
 */
export function layersOf(token: Token): readonly Token[] {
  const layers = [token];
  for (let inner = innerOf(token); inner && layers.length < mostLayers; inner = innerOf(inner))
    layers.push(inner);
  return layers;
}

function innerOf(token: Token): Token | undefined {
  return tokenIn(partOf(token, 'payload')?.text);
}

/** The token that a payload, or a plaintext that was decrypted elsewhere, consists of. */
export function tokenIn(text: string | undefined): Token | undefined {
  const plain = text?.replace(/^\s*"?|"?\s*$/g, '');
  return plain !== undefined && looksCompact(plain) ? readForm(plain) : undefined;
}
