import type { Language } from '../language';
import { hostOf } from '../model/address';
import type { MessageKey } from '../say';
import type { Grouping } from './grouped';

/** The ways to group the list, by the name that settings keep. One row per token is the list without groups. */
export const groupNames = ['token', 'origin', 'tab'] as const;
export type GroupName = (typeof groupNames)[number];

export const groupTitles: Readonly<Record<GroupName, MessageKey>> = {
  token: 'group_token',
  origin: 'group_origin',
  tab: 'group_tab',
};

const groupings: Readonly<Record<string, (language: Language) => Grouping>> = {
  origin: () => ({ keyOf: ({ exchange }) => hostOf(exchange.url), label: (host) => host }),
  tab: ({ say }) => ({
    keyOf: ({ exchange }) => String(exchange.tabId),
    label: (tab) => (tab === '-1' ? say('group_no_tab') : say('group_tab_named', [tab])),
  }),
};

/** The grouping of that name; none for a list of tokens. */
export const groupingOf = (name: string | undefined, language: Language): Grouping | undefined =>
  groupings[name ?? '']?.(language);
