import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import { engine } from './browser/engine';
import { followLog } from './browser/followLog';
import { showsPrivate } from './browser/privacy';
import { hostsKey, noHosts, restartKey, updateKey } from './browser/sessionKeys';
import { stored } from './browser/stored';
import { createCalled } from './core/traffic/called';
import { createPicker } from './core/traffic/change';
import { coverageOf, type FeedState } from './core/traffic/coverage';
import type { Exchange } from './core/traffic/exchange';
import { isHidden } from './core/traffic/hidden';
import { covers, coversAll, coversSince } from './core/traffic/hosts';
import { belongsTo, type Page } from './core/traffic/page';
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

/** Private windows show what is private, all others what is not. */
const isShown = ({ incognito }: Exchange) => !incognito === !showsPrivate();

/** Reads what a window's view of the log follows; its page may come later. */
export async function logViews(): Promise<(given: Given) => ReadonlySignal<View>> {
  const [log, hosts, restart, update] = await Promise.all([
    followLog(),
    stored('session', hostsKey, noHosts),
    stored('session', restartKey, {} as { atMs?: number }),
    stored('session', updateKey, {} as { version?: string }),
  ]);
  return ({ page, recording, scope, canLook }) => {
    const pickOwn = createPicker();
    const pickAll = createPicker();
    const ofPage = computed(() => {
      const { value: here } = page;
      return here ? (exchange: Exchange) => belongsTo(exchange, here) : () => false;
    });
    const calledBy = createCalled();
    return computed(() => {
      const here = page.value;
      const { reader } = log.value;
      const { origins: patterns, since } = hosts.value;
      const own = pickOwn(reader.exchanges(), ofPage.value);
      const hidden = isHidden(engine, here?.origin);
      const state: FeedState = {
        ...here,
        engine,
        hidden,
        allowed: !hidden && covers(patterns, here?.origin ?? ''),
        allAllowed: coversAll(patterns),
        captured: own.length > 0,
        calledUnseen: calledBy(own).filter((origin) => !covers(patterns, origin)),
        recording: recording.value,
        restartedMs: restart.value.atMs,
        update: update.value.version,
        dropped: reader.dropped(),
        allowedSinceMs: coversSince(since, here?.origin ?? ''),
        canLook,
      };
      return {
        exchanges: scope?.value === 'all' ? pickAll(reader.exchanges(), isShown) : own,
        coverage: coverageOf(state),
        feeds: state,
        notAllowed: [
          ...(here?.origin && !state.allowed && !hidden ? [here.origin] : []),
          ...state.calledUnseen,
        ],
      };
    });
  };
}
