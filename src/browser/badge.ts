import browser from 'webextension-polyfill';
import type { Flags } from '../core/traffic/flags';

/** What the toolbar button shows for a tab. */
export interface BadgeLook {
  text: string;
  color: string;
  title: string;
  /** Which of the icons. */
  icon: 'claimscope' | 'paused';
}

/** The icon's files by their size. */
const iconFiles: Readonly<Record<BadgeLook['icon'], Record<string, string>>> = {
  claimscope: { 16: '/icons/16.png', 32: '/icons/32.png' },
  paused: { 16: '/icons/paused-16.png', 32: '/icons/paused-32.png' },
};

/** What is told of a tab; `overridden` while its requests are changed by the user, `paused` while none is recorded. */
export type TabFlags = Flags & {
  overridden?: boolean;
  paused?: boolean;
  /** The same of other tabs, where the user wants to be told. */
  elsewhere?: Flags;
};

/** Text and shape tell the states apart, not the colour alone. The first that applies gives the badge its text. */
const states: { count(flags: TabFlags): number; text: string; color: string; message: string }[] = [
  {
    count: ({ overridden }) => Number(overridden === true),
    text: '⇄',
    color: '#2257d0',
    message: 'badge_override',
  },
  { count: ({ expired }) => expired, text: '✕', color: '#b3261e', message: 'badge_expired' },
  { count: ({ expiring }) => expiring, text: '!', color: '#8a5300', message: 'badge_expiring' },
  {
    count: ({ elsewhere }) => elsewhere?.expired ?? 0,
    text: '·✕',
    color: '#b3261e',
    message: 'badge_expired_elsewhere',
  },
  {
    count: ({ elsewhere }) => elsewhere?.expiring ?? 0,
    text: '·!',
    color: '#8a5300',
    message: 'badge_expiring_elsewhere',
  },
];

export function badgeLook(flags: TabFlags): BadgeLook {
  const applying = states.filter(({ count }) => count(flags) > 0);
  const sentences = applying.map(({ count, message }) =>
    browser.i18n.getMessage(message, String(count(flags))),
  );
  const { text = '', color = '#5b6270' } = applying[0] ?? {};
  const pause = flags.paused ? [browser.i18n.getMessage('coverage_paused')] : [];
  return {
    text,
    color,
    title: [browser.i18n.getMessage('extensionName'), ...pause, ...sentences].join('\n'),
    icon: flags.paused ? 'paused' : 'claimscope',
  };
}

/** Shows a look on a tab's toolbar button. A tab that is gone by now is no fault. */
export async function showBadge(tabId: number, { text, color, title, icon }: BadgeLook): Promise<void> {
  const { action } = browser;
  const steps = [
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color }),
    action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    action.setTitle({ tabId, title }),
    action.setIcon({ tabId, path: iconFiles[icon] }),
  ];
  await Promise.all(steps).catch(() => {});
}
