import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { Settling } from './Settling';

type Load<P> = () => Promise<ComponentType<P>>;

interface Props<P> {
  /** Fetches the component. Always the same function, or it is fetched again. */
  load: Load<P>;
  props: P;
  /** What stands below it waits to be shown, so that it is not pushed down. */
  holds?: boolean;
  /** Called once the component stands in the document. */
  onShown?: (() => void) | undefined;
}

interface Fetched<P> {
  Component: ComponentType<P>;
}

/** The components whose code is there, by what fetches them. */
const known = new WeakMap<object, Fetched<never>>();

const knownOf = <P,>(load: Load<P>) => known.get(load) as Fetched<P> | undefined;

/** Fetches a component ahead: Later renders at once what is there already. */
export async function fetchComponent<P>(load: Load<P>): Promise<Fetched<P>> {
  const fetched = knownOf(load) ?? { Component: await load() };
  known.set(load, fetched as Fetched<never>);
  return fetched;
}

/** Renders a component that the first paint can do without, once its code is there. */
export function Later<P extends object>({ load, props, holds = false, onShown }: Props<P>) {
  const loaded = useSignal(knownOf(load));
  useEffect(() => {
    if (loaded.peek()) return undefined;
    let wanted = true;
    void fetchComponent(load).then((fetched) => {
      if (wanted) loaded.value = fetched;
    });
    return () => {
      wanted = false;
    };
  }, [load, loaded]);
  const Component = loaded.value?.Component;
  useLayoutEffect(() => {
    if (Component) onShown?.();
  }, [Component, onShown]);
  if (!Component) return holds ? <Settling /> : null;
  return <Component {...props} />;
}
