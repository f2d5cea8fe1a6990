import { useSignal } from '@preact/signals';
import { type Part, partOf, type Token } from '../../core/token/token';
import { useLanguage } from '../model/model';
import { FoldedPart } from './FoldedPart';
import { isEncrypted, payloadOf } from './payload';
import { useShown } from './shown';

/** So many parts are listed, and so many more each time the rest is asked for. */
const AT_ONCE = 12;

/** The parts beside header and payload: signatures, what an encrypted token consists of, headers of other signers. */
export function MoreParts() {
  const { token } = useShown();
  const language = useLanguage();
  const drawn = useSignal(AT_ONCE);
  const parts = partsBeside(token);
  const hidden = parts.length - drawn.value;
  if (parts.length === 0) return null;
  return (
    <section class="more-parts" aria-label={language.say('more_parts_title')}>
      {parts.slice(0, drawn.value).map((part) => (
        <FoldedPart key={`${part.name} ${part.span.start}`} part={part} open={isEncrypted(token)} />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            drawn.value += AT_ONCE;
          }}
        >
          {language.count('more_parts', hidden)}
        </button>
      )}
    </section>
  );
}

/** All but those that have a place of their own. */
function partsBeside(token: Token): readonly Part[] {
  const elsewhere: readonly (Part | undefined)[] = [partOf(token, 'header'), payloadOf(token)];
  return token.parts.filter(
    (part) => !elsewhere.includes(part) && part.name !== 'payload' && part.name !== 'disclosure',
  );
}
