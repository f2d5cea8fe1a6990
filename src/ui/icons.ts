import type { MoreIconName } from './moreIcons';

/** Our own icons: paths on a 16 x 16 field, drawn with one stroke. These are all that the popup's first paint shows. */
const firstIcons = {
  verified: 'M8 1.8 13.4 4v4c0 3.2-2.3 5.3-5.4 6.4C4.9 13.3 2.6 11.2 2.6 8V4zM5.6 8l1.8 1.8 3.2-3.5',
  wrong: 'M8 1.8 13.4 4v4c0 3.2-2.3 5.3-5.4 6.4C4.9 13.3 2.6 11.2 2.6 8V4zM6.2 6.2l3.6 3.6m0-3.6L6.2 9.8',
  key: 'M5.5 13.5a3 3 0 1 1 0-6 3 3 0 0 1 0 6zM7.7 8.3l5.5-5.5m-2.2 2.2 2 2',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.4v3.6m0-6v.1',
  clear: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM3.8 3.8l8.4 8.4',
  close: 'M4 4l8 8m0-8-8 8',
  settings:
    'M8 5.9a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2zM8 1.8v2M8 12.2v2M1.8 8h2m8.4 0h2M3.6 3.6 5 5m6 6 1.4 1.4M12.4 3.6 11 5m-6 6-1.4 1.4',
  hidden: 'M1.6 8C3.2 5.2 5.4 3.8 8 3.8S12.8 5.2 14.4 8c-1.6 2.8-3.8 4.2-6.4 4.2S3.2 10.8 1.6 8zM3 13 13 3',
  full: 'M6.5 3H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V9.5M9.5 2.8h3.7v3.7M13 3 7.5 8.5',
  edit: 'M10.6 3.2l2.2 2.2-7.2 7.2-2.8.6.6-2.8zM9.2 4.6l2.2 2.2',
} as const;

export type IconName = keyof typeof firstIcons | MoreIconName;

const paths: Partial<Record<IconName, string>> = { ...firstIcons };

/** The path of an icon; those of moreIcons.ts are there once that is loaded. */
export const pathOfIcon = (name: IconName): string | undefined => paths[name];

export const addIcons = (more: Readonly<Record<MoreIconName, string>>): void =>
  void Object.assign(paths, more);
