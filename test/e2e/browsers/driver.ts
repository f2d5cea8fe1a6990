import type { Engine } from '../../../demo/findBrowser';
import type { Profile } from './profile';

/** An element by CSS selector, or as assistive technology names it. The first match in document order counts. */
export type Target = string | { role: string; name?: string };

/** What assistive technology is told of one object. Roles are those of WAI-ARIA. */
export interface Accessible {
  role: string;
  name: string;
}

/**
 * A document in the browser. Expressions are JavaScript text, evaluated past the document's CSP; a promise is
 * awaited and the value travels as JSON. To leave a global behind write `window.x = ...` (`self.x` in the background):
 * in Firefox globalThis is a sandbox that lives for one call. Everything throws where the document is gone (a popup
 * that closed).
 */
export interface View {
  run<T = unknown>(expression: string): Promise<T>;
  /** Whether an element matches. */
  has(target: Target): Promise<boolean>;
  /** The rendered text of an element (the value, for a text box); throws where none matches. */
  text(target: Target): Promise<string>;
  /** A real mouse click in the element's middle, scrolled into view first. */
  click(target: Target): Promise<void>;
  /** Clicks a text box, selects what it holds and enters `text` in its place, as trusted input. */
  fill(target: Target, text: string): Promise<void>;
  /** A trusted key press (KeyboardEvent.key: "Enter", "ArrowDown", "a") on what has the focus. */
  press(key: string): Promise<void>;
  /** Gives the document the keyboard, as the browser's own keys do; what is focused in it stays so. */
  focus(): Promise<void>;
  /** The document as the browser's own accessibility tree has it, in its order, with the texts as leaves. */
  accessible(): Promise<Accessible[]>;
  /** Writes a PNG of what the document shows. */
  shoot(file: string): Promise<void>;
}

export interface Tab extends View {
  /** Makes what the page sees as its window this big, in CSS pixels. */
  size(width: number, height: number): Promise<void>;
  /** Navigates and waits for the load event. */
  visit(url: string): Promise<void>;
  /** Brings it to the front. */
  activate(): Promise<void>;
  close(): Promise<void>;
}

/** DevTools of any tab, beside those that `openPanel` opens. */
export interface Devtools {
  /** Moves them to a side of the page, or to a window of their own. */
  dock(side: 'bottom' | 'right' | 'window'): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension; see `packages` in demo/build.ts. */
  extension: string;
  /** Default true. */
  headless?: boolean;
  /** Dark browser theme, DevTools included. Default false. */
  dark?: boolean;
  /** Inner size of the window. */
  size?: { width: number; height: number };
  /** Device pixels to a CSS pixel. Default 1. */
  scale?: number;
  /** Firefox: whether the extension may run in private windows. Chromium is told on chrome://extensions. */
  privateWindows?: boolean;
  /** Firefox preferences for this run; Chromium has none and ignores them. */
  prefs?: Record<string, string | number | boolean>;
  /** A profile that outlives the browser, to be removed by who made it. Default: one of its own. */
  profile?: Profile;
}

/** One running browser with the extension in it: by itself a fresh profile, removed by close(). */
export interface Driver {
  readonly engine: Engine;
  /** The browser's own words, as "Firefox 142.0". */
  readonly version: string;
  /** Origin of the extension's pages, without a slash at the end. */
  readonly origin: string;
  /** The first tab, and the one whose popup and DevTools are opened. */
  readonly tab: Tab;
  /** The real toolbar popup, while it is open. */
  readonly popup: View;
  /** The real DevTools panel of `tab`, while DevTools are open. */
  readonly panel: View;
  openTab(url: string): Promise<Tab>;
  /** Opens a page in a window of its own. */
  openWindow(url: string): Promise<Tab>;
  /** Brings a tab to the front, opens its DevTools and waits until the extension has added its panel to them. */
  openDevtools(tab: Tab): Promise<Devtools>;
  /** A page of the extension (path within the package, as "src/popup.html") in a tab of its own. */
  extensionPage(path: string): Promise<Tab>;
  /** Waits for a page of the extension (path without its query) that it opens in a tab by itself, and is ready. */
  openedByItself(path: string): Promise<Tab>;
  /**
   * Right-clicks an element of the active tab and chooses the extension's item. Chromium's menu is out of every
   * driver's reach: there the event is dispatched with what the browser would say of the element.
   */
  chooseMenuItem(tab: Tab, target: Target): Promise<void>;
  /** Opens the real popup on the active tab and waits until it has marked itself ready. */
  openPopup(): Promise<void>;
  closePopup(): Promise<void>;
  /** Opens DevTools on `tab`, shows the extension's panel and waits until it has marked itself ready. */
  openPanel(): Promise<void>;
  /** What the browser's own Network panel is filtered by, while it is the one in front. Chromium only. */
  networkFilter(): Promise<string | undefined>;
  /** Makes the open panel this big, in CSS pixels, wherever DevTools are docked. */
  sizePanel(width: number, height: number): Promise<void>;
  closeDevtools(): Promise<void>;
  /**
   * Crashes the process that the open panel hangs on, and closes what is left: Chromium's DevTools have one of their own.
   * Firefox's live in the browser itself; there it is the extension's, with all its pages and the background.
   */
  crashDevtools(): Promise<void>;
  /** Evaluates in the background (Chromium's service worker, Firefox's event page), waking it where it sleeps. */
  background<T = unknown>(expression: string): Promise<T>;
  backgroundAlive(): Promise<boolean>;
  /** Kills the background at once, as a crash would, and waits until that one is gone; an event may wake the next. */
  killBackground(): Promise<void>;
  /** Has the garbage of the extension's pages collected, so that what memory they hold is what they need. */
  collectGarbage(): Promise<void>;
  /** What the toolbar button shows for the active tab. Reading it wakes nothing. */
  badge(): Promise<{ text: string; title: string }>;
  /** Gives the extension a host permission, as the user's consent to its prompt would. Pattern: "<all_urls>". */
  grant(pattern: string): Promise<void>;
  /** Takes a host permission away, as the browser's extension settings would. */
  withdraw(pattern: string): Promise<void>;
  /** Loads the extension's files anew, as after a build. Its windows close; DevTools must be closed before. */
  reinstall(): Promise<void>;
  /** Settles when the browser has ended, by close() or by its user. */
  readonly gone: Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}
