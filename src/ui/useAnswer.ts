import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Typing rests this long before an answer that costs work is asked for, in milliseconds. */
const REST_MS = 200;

/**
 * The answer to a question that takes a while, asked anew when one of `given` changes; undefined until it has come.
 * An answer to what was given before is never shown.
 */
export function useAnswer<T>(ask: () => Promise<T>, given: readonly unknown[]): T | undefined {
  const answered = useSignal<{ given: readonly unknown[]; answer: T } | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(async () => {
      const answer = await ask();
      if (wanted) answered.value = { given, answer };
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, given);
  const last = answered.value;
  return last && same(last.given, given) ? last.answer : undefined;
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => Object.is(each, other[at]));
}
