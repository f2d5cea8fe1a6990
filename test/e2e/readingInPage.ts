import { properties } from '../core/token/properties';

/** What the readers break of their promises in the page that loaded this: by title, empty where they keep it. */
export function brokenPromises(runs: number): Record<string, string> {
  return Object.fromEntries(
    properties.map(([title, check]) => {
      try {
        check(runs);
        return [title, ''];
      } catch (error) {
        return [title, String(error)];
      }
    }),
  );
}

Object.assign(globalThis, { brokenPromises });
