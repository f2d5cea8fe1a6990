import browser from 'webextension-polyfill';
import type { Argument, Commands } from './commands';

/** Sends a command to the background, which wakes up for it. */
export function command<N extends keyof Commands>(name: N, argument: Argument<N>): Promise<void> {
  return browser.runtime.sendMessage({ command: name, argument });
}
