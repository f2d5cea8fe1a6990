import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { processSdJwt, type SdJwt } from '../../core/token/sdJwt';
import type { Token } from '../../core/token/token';
import { inWorker, isLong } from './reader';

const processed = new WeakMap<Token, Promise<SdJwt>>();

function process(token: Token): Promise<SdJwt> {
  const known = processed.get(token);
  if (known) return known;
  const result = isLong(token.text)
    ? inWorker({ name: 'processSdJwt', args: [token.text] })
    : processSdJwt(token);
  processed.set(token, result);
  return result;
}

/** What the disclosures of an SD-JWT come to (RFC 9901 section 7); undefined while that is not known. */
export function useSdJwt(token: Token): SdJwt | undefined {
  const known = useSignal<{ of: Token; sdJwt: SdJwt } | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void process(token).then((sdJwt) => {
      if (wanted) known.value = { of: token, sdJwt };
    });
    return () => {
      wanted = false;
    };
  }, [token, known]);
  return known.value?.of === token ? known.value.sdJwt : undefined;
}
