import browser, { type Runtime } from 'webextension-polyfill';
import { isOverride } from '../core/isOverride';
import { isSeen, type Seen } from '../core/key/seen';
import type { Override } from '../core/override';
import { type Fact, isFact } from '../core/traffic/fact';
import { isPage, type Page } from '../core/traffic/page';
import { type FullTabOpening, isFullTabOpening } from './fullTab';
import { isOurs } from './sender';

/**
 * What our pages may ask of the background: commands in, state out. State is read from storage, never from here.
 * Moments are those of the user's click, in milliseconds since the epoch: what the page sends while the command is on
 * its way counts as after it.
 */
export interface Commands {
  /** Resolves when the batch is in the log; if it rejects, the same batch can be sent again. */
  record(batch: { source: string; facts: Fact[] }): Promise<void>;
  /** Forgets what was sent by a page, or without one by any, up to a moment. */
  forget(what: { page?: Page | undefined; untilMs: number }): Promise<void>;
  /** Puts back what was just forgotten. */
  restore(what: { facts: Fact[] }): Promise<void>;
  /** Tells that DevTools saw a tab's page give way to another, which began at a moment. */
  leftPage(what: { tabId: number; atMs: number }): Promise<void>;
  /** Remembers keys that an answer held. */
  noteKeys(seen: Seen): Promise<void>;
  /** Switches recording of a tab on or off, from a moment on. */
  setRecording(choice: { tabId: number; on: boolean; fromMs: number }): Promise<void>;
  /** Opens our full tab with what a window works on. */
  openFullTab(opening: FullTabOpening): Promise<void>;
  /** Changes a tab's requests to one origin from now on, or tells in the overrides' state why not. */
  override(override: Override): Promise<void>;
  /** Ends what changes a tab's requests, and forgets why it was refused. */
  stopOverride(what: { tabId: number }): Promise<void>;
}

type Name = keyof Commands;
export type Argument<N extends Name> = Parameters<Commands[N]>[0];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What a well-formed argument looks like. */
const shapes: { [N in Name]: (value: unknown) => value is Argument<N> } = {
  record: (value): value is Argument<'record'> =>
    isObject(value) &&
    typeof value.source === 'string' &&
    Array.isArray(value.facts) &&
    value.facts.every(isFact),
  forget: (value): value is Argument<'forget'> =>
    isObject(value) && (value.page === undefined || isPage(value.page)) && Number.isFinite(value.untilMs),
  restore: (value): value is Argument<'restore'> =>
    isObject(value) && Array.isArray(value.facts) && value.facts.every(isFact),
  leftPage: (value): value is Argument<'leftPage'> =>
    isObject(value) && Number.isInteger(value.tabId) && Number.isFinite(value.atMs),
  noteKeys: isSeen,
  setRecording: (value): value is Argument<'setRecording'> =>
    isObject(value) &&
    Number.isInteger(value.tabId) &&
    typeof value.on === 'boolean' &&
    Number.isFinite(value.fromMs),
  openFullTab: isFullTabOpening,
  override: isOverride,
  stopOverride: (value): value is Argument<'stopOverride'> =>
    isObject(value) && Number.isInteger(value.tabId),
};

/** Answers commands from our own pages; anything else is dropped unanswered. */
export function answerCommands(commands: Commands): void {
  const answer = <N extends Name>(name: N, argument: unknown): Promise<void> | undefined =>
    shapes[name](argument) ? commands[name](argument as never) : undefined;
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isOurs(sender) || !isObject(message)) return undefined;
    const { command: name, argument } = message;
    return typeof name === 'string' && Object.hasOwn(shapes, name)
      ? answer(name as Name, argument)
      : undefined;
  });
}
