/*
 * Put into a copy of the built package, before anything else of it runs: keeps what the document or the background tells
 * its console, each error that nobody caught and each violation of the policy, where a page of the extension can read it
 * when this one is gone. Read as text by tracedPackage.ts.
 */
(() => {
  const api = globalThis.browser ?? globalThis.chrome;
  const key = `trace.${crypto.randomUUID()}`;
  const told = [];
  const textOf = (what) => {
    if (what instanceof Error) return `${what.message}\n${what.stack}`;
    try {
      return typeof what === 'object' ? JSON.stringify(what) : String(what);
    } catch {
      return String(what);
    }
  };
  const tell = (...what) => {
    told.push([location.pathname, ...what.map(textOf)].join(' '));
    void api.storage.local.set({ [key]: told });
  };
  for (const name of [
    'log',
    'info',
    'debug',
    'warn',
    'error',
    'trace',
    'dir',
    'table',
    'group',
    'timeStamp',
  ]) {
    const before = console[name];
    console[name] = (...what) => {
      tell(`console.${name}`, ...what);
      before.apply(console, what);
    };
  }
  addEventListener('error', ({ message, error }) => tell('error', message, error ?? ''));
  addEventListener('unhandledrejection', ({ reason }) => tell('rejection', reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    tell('policy', violatedDirective, blockedURI, sample),
  );
})();
