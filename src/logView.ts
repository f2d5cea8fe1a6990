import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import { engine } from './browser/engine';
import { followLog } from './browser/followLog';
import { hostsKey, noHosts } from './browser/hosts';
import { restartKey } from './browser/restarts';
import { stored } from './browser/stored';
import { updateKey } from './browser/updates';
import { createCalled } from './core/traffic/called';
import { createPageFilter } from './core/traffic/change';
import { coverageOf, type FeedState } from './core/traffic/coverage';
import { covers, coversSince } from './core/traffic/hosts';
import type { Page } from './core/traffic/latest';
import type { LogView, Scope } from './ui/surroundings';

/** The page of a window, and what is known of the DevTools that look at it. */
export type PageInView = Page & Pick<FeedState, 'devtoolsSinceMs' | 'pageSinceMs' | 'longBodies'>;

interface Given {
  page: ReadonlySignal<PageInView | undefined>;
  recording: ReadonlySignal<boolean>;
  scope: Signal<Scope> | undefined;
  canLook: boolean;
}

/** The log as a window shows it, and the origins of its page that could be allowed. */
export interface View extends LogView {
  notAllowed: readonly string[];
}

/** Reads what a window's view of the log follows; its page may come later. */
export async function logViews(): Promise<(given: Given) => ReadonlySignal<View>> {
  const [log, hosts, restart, update] = await Promise.all([
    followLog(),
    stored('session', hostsKey, noHosts),
    stored('session', restartKey, {} as { atMs?: number }),
    stored('session', updateKey, {} as { version?: string }),
  ]);
  return ({ page, recording, scope, canLook }) => {
    const ofPage = createPageFilter();
    const calledBy = createCalled();
    return computed(() => {
      const here = page.value;
      const { reader } = log.value;
      const { origins: patterns, since } = hosts.value;
      const own = here ? ofPage(reader.exchanges(), here) : [];
      const state: FeedState = {
        ...here,
        engine,
        allowed: covers(patterns, here?.origin ?? ''),
        calledUnseen: calledBy(own).filter((origin) => !covers(patterns, origin)),
        recording: recording.value,
        restartedMs: restart.value.atMs,
        update: update.value.version,
        dropped: reader.dropped(),
        allowedSinceMs: coversSince(since, here?.origin ?? ''),
        canLook,
      };
      return {
        exchanges: scope?.value === 'all' ? reader.exchanges() : own,
        coverage: coverageOf(state),
        feeds: state,
        notAllowed: [...(here?.origin && !state.allowed ? [here.origin] : []), ...state.calledUnseen],
      };
    });
  };
}
