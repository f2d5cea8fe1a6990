import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

interface Props<P> {
  /** Fetches the component. Always the same function, or it is fetched again. */
  load: () => Promise<ComponentType<P>>;
  props: P;
  /** Called once the component stands in the document. */
  onShown?: (() => void) | undefined;
}

/** Renders a component that the first paint can do without, once its code is there. */
export function Later<P extends object>({ load, props, onShown }: Props<P>) {
  const loaded = useSignal<{ Component: ComponentType<P> } | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void load().then((Component) => {
      if (wanted) loaded.value = { Component };
    });
    return () => {
      wanted = false;
    };
  }, [load, loaded]);
  const Component = loaded.value?.Component;
  useEffect(() => {
    if (Component) onShown?.();
  }, [Component, onShown]);
  return Component ? <Component {...props} /> : null;
}
