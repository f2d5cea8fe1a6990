import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** Typing rests this long before an answer that costs work is asked for, in milliseconds. */
const REST_MS = 200;

/**
 * The answer to a question that takes a while, asked at once, and anew when one of `given` changes; undefined until it
 * has come.
 * An answer to what was given before is never shown: `unwanted` tells who is asked to stop.
 */
export function useAnswer<T>(
  ask: (unwanted: AbortSignal) => Promise<T>,
  given: readonly unknown[],
): T | undefined {
  const isFirst = useRef(true);
  const answered = useSignal<{ given: readonly unknown[]; answer: T } | undefined>(undefined);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(
      async () => {
        const answer = await ask(asking.signal);
        if (!asking.signal.aborted) answered.value = { given, answer };
      },
      isFirst.current ? 0 : REST_MS,
    );
    isFirst.current = false;
    return () => {
      asking.abort();
      clearTimeout(timer);
    };
  }, given);
  const last = answered.value;
  return last && same(last.given, given) ? last.answer : undefined;
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => Object.is(each, other[at]));
}
