import { build, preview } from 'vite';
import type { Tab } from '../e2e/browsers/driver';
import { until } from '../e2e/browsers/until';

/** A zone in which local time and UTC are told apart; to be set before the browser starts. */
export const PICTURE_ZONE = 'Europe/Berlin';

/** Builds the preview page and serves it. */
export async function servePreview(): Promise<{ url: string; close(): Promise<void> }> {
  const config = { configFile: 'test/preview/vite.config.ts', logLevel: 'error' } as const;
  await build(config);
  const server = await preview({ ...config, preview: { port: 0 } });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

type Asked = Record<'window' | 'state', string> & Partial<Record<'lang' | 'dir', string>>;

/** Opens the preview page with a window in a state, and waits until all of it is there. */
export async function openState(tab: Tab, url: string, asked: Asked): Promise<void> {
  await tab.visit(`${url}?${new URLSearchParams(asked)}`);
  await untilShown(tab, asked);
}

/** Shows a window in a state on the page that is open, in place of what is shown. */
export async function showState(tab: Tab, asked: Asked): Promise<void> {
  await tab.run(`window.preview.show(${JSON.stringify(asked)}).then(() => true)`);
  await untilShown(tab, asked);
}

async function untilShown(tab: Tab, { window, state }: Asked): Promise<void> {
  const box = 'html[data-ready] :is(.key textarea, .comparison .title)';
  await until(`the ${window} in the state ${state}`, () =>
    tab.run(`document.querySelector('${box}') !== null`),
  );
}
