import browser from 'webextension-polyfill';
import type { Fact } from '../core/traffic/fact';
import { isPaused, type Pause } from '../core/traffic/pauses';
import { forgotten, sentInPause, switched } from '../core/traffic/pausing';
import { pausesKey } from './sessionKeys';

let pauses: Promise<readonly Pause[]> | undefined;

async function readPauses(): Promise<readonly Pause[]> {
  const stored = (await browser.storage.session.get(pausesKey))[pausesKey];
  return (stored as { value: { list: Pause[] } } | undefined)?.value.list ?? [];
}

/** The facts that are to be recorded. An answer whose request was left out is left out by the log. */
export async function recordable(facts: readonly Fact[]): Promise<Fact[]> {
  pauses ??= readPauses();
  const known = await pauses;
  return facts.filter((fact) => fact.kind === 'answered' || !sentInPause(known, fact));
}

/** Whether what a tab sent at a moment is to be recorded. */
export async function isRecorded(sent: { tabId: number; atMs: number }): Promise<boolean> {
  pauses ??= readPauses();
  return !sentInPause(await pauses, sent);
}

/** Whether recording of a tab is switched off. */
export async function isSwitchedOff(tabId: number): Promise<boolean> {
  pauses ??= readPauses();
  return isPaused(await pauses, tabId);
}

/** Changes the pauses; the windows hear of it once it holds. */
async function change(next: (known: readonly Pause[]) => Pause[]): Promise<void> {
  pauses = (pauses ?? readPauses()).then(next);
  await browser.storage.session.set({ [pausesKey]: { by: '', value: { list: await pauses } } });
}

/** Switches recording of a tab on or off. For the background alone, as is the next. */
export const switchRecording = (tabId: number, on: boolean, fromMs: number) =>
  change((known) => switched(known, tabId, on, fromMs));

/** Leaves out what a tab (or, without one, any tab) sent up to a moment, whenever DevTools tells of it. */
export const leaveOutPast = (tabId: number | undefined, untilMs: number) =>
  change((known) => forgotten(known, tabId, untilMs));
