import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import {
  type ActiveOverride,
  hostsOf,
  noOverrides,
  type Override,
  type OverrideRefusal,
  type OverrideState,
} from '../core/override';
import { faultOf } from '../core/overrideFaults';
import { ruleOf } from '../core/overrideRule';
import { forgetCookies, lastCookies } from './cookieNotes';
import { overrideKey } from './overrideKeys';
import { forgetNotes, watchOverridden } from './overrideWatch';
import { privateMark } from './privacy';

/** How long after the browser was asked for access its consent still switches the override on. Milliseconds. */
const CONSENT_WITHIN_MS = 120_000;

export interface Overrides {
  start(override: Override): Promise<void>;
  stop(tabId: number): Promise<void>;
}

/**
 * Keeps the overrides: session rules of declarativeNetRequest, which the browser itself forgets when it ends. To be
 * called at the top level of the background, which may be started anew while one is on.
 */
export function watchOverrides(onChange: () => void): Overrides {
  const watch = watchOverridden((tabId, cookies) => void inTurn((state) => learned(state, tabId, cookies)));
  let state = readOverrides().catch(() => noOverrides);

  /** One change after the other; one that fails changes nothing. */
  const inTurn = (next: (state: OverrideState) => Promise<OverrideState>): Promise<void> => {
    const before = state;
    state = before.then(next).catch(() => before);
    return Promise.all([before, state]).then(async ([was, is]) => {
      if (was === is) return;
      await browser.storage.session.set({ [overrideKey]: { by: '', value: is } });
      watch.follow(is.on);
      if (was.on.length !== is.on.length) onChange();
    });
  };

  const stop = (tabId: number) => inTurn((known) => without(known, tabId));
  const start = (override: Override) => inTurn((known) => withOverride(known, override));

  void state.then(({ on }) => watch.follow(on));
  browser.runtime.onInstalled.addListener(() => void inTurn(withoutAny));
  browser.tabs.onRemoved.addListener((tabId) => {
    void stop(tabId);
    void forgetCookies(tabId);
  });
  browser.permissions.onRemoved.addListener(() => void inTurn(whileAllowed));
  browser.permissions.onAdded.addListener(async () => {
    const { refused } = await state;
    if (refused?.code === 'no-host-access' && Date.now() - refused.atMs < CONSENT_WITHIN_MS)
      await start(refused.override);
  });
  return { start, stop };
}

/** What is on now, and what was last refused. */
export async function readOverrides(): Promise<OverrideState> {
  const stored = (await browser.storage.session.get(overrideKey))[overrideKey];
  return (stored as { value: OverrideState } | undefined)?.value ?? noOverrides;
}

/** A new version of ours starts without rules. Never at each start: private windows have a background of their own. */
async function withoutAny(): Promise<OverrideState> {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  await change(rules.map(({ id }) => id));
  return noOverrides;
}

async function withOverride(state: OverrideState, override: Override): Promise<OverrideState> {
  const tab = await browser.tabs.get(override.tabId).catch(() => undefined);
  const code = faultOf(override) ?? (tab ? await missing(override) : 'no-such-tab');
  const cookies = await lastCookies(override.tabId, override.origin);
  const active: ActiveOverride = { ...override, cookies, ...privateMark(tab) };
  const refusal = code ?? (await applied(active));
  if (refusal) return { ...state, refused: { code: refusal, override, atMs: Date.now() } };
  return { on: [...others(state, override.tabId), active] };
}

/** Whether an override lacks access. Without it a rule would be taken, and do nothing. */
async function missing(override: Override): Promise<OverrideRefusal | undefined> {
  const allowed = await browser.permissions.contains({ origins: hostsOf(override) });
  return allowed ? undefined : 'no-host-access';
}

/** Sets the rule of an override in place of the tab's former one. */
async function applied(override: ActiveOverride): Promise<OverrideRefusal | undefined> {
  const rule = ruleOf(override);
  try {
    await change([override.tabId], rule && (rule as unknown as DeclarativeNetRequest.Rule));
    return undefined;
  } catch {
    return 'browser-refused';
  }
}

const change = (removeRuleIds: number[], rule?: DeclarativeNetRequest.Rule) =>
  browser.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules: rule ? [rule] : [] });

const others = ({ on }: OverrideState, tabId: number) => on.filter((one) => one.tabId !== tabId);

/** A tab's override is over, and what was refused for it is no longer of interest. */
async function without(state: OverrideState, tabId: number): Promise<OverrideState> {
  const refused = state.refused?.override.tabId === tabId ? undefined : state.refused;
  const rest = others(state, tabId);
  if (rest.length === state.on.length && refused === state.refused) return state;
  await change([tabId]);
  if (state.on.some((one) => one.tabId === tabId && one.incognito)) await forgetNotes();
  return { on: rest, refused };
}

/** Overrides whose hosts the user has taken away are over. */
async function whileAllowed(state: OverrideState): Promise<OverrideState> {
  let left = state;
  for (const override of state.on) {
    if (await browser.permissions.contains({ origins: hostsOf(override) })) continue;
    left = await without(left, override.tabId);
    left = { ...left, refused: { code: 'access-withdrawn', override, atMs: Date.now() } };
  }
  return left;
}

/** The page's other cookies have become known, or have changed. */
async function learned(state: OverrideState, tabId: number, cookies: string): Promise<OverrideState> {
  const known = state.on.find((one) => one.tabId === tabId);
  if (!known || known.cookies === cookies) return state;
  const active = { ...known, cookies };
  await applied(active);
  return { ...state, on: [...others(state, tabId), active] };
}
