import { Component, type ComponentType, createElement } from 'preact';

/** A component that is drawn anew only when one of its props is another one. */
export function memo<P extends object>(Inner: ComponentType<P>): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const names = Object.keys(next) as (keyof P)[];
      return names.some((name) => !Object.is(next[name], this.props[name]));
    }
    override render() {
      return createElement(Inner as ComponentType<object>, this.props);
    }
  };
}
