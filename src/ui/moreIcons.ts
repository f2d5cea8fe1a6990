import { addIcons } from './icons';

/** The icons that the popup's first paint shows none of. What shows them imports this file, or stands in what does. */
const moreIcons = {
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.8V8l2.3 1.5',
  over: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM5.8 5.8l4.4 4.4m0-4.4-4.4 4.4',
  warning: 'M8 2.2 14.4 13.4H1.6zM8 6.5v3.3m0 1.7v.1',
  person: 'M8 8.2a2.8 2.8 0 1 1 0-5.6 2.8 2.8 0 0 1 0 5.6zM2.8 13.6c.5-2.4 2.6-3.6 5.2-3.6s4.7 1.2 5.2 3.6',
  copy: 'M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  redacted: 'M4 2.5h5.5L12.5 5.5v8H4zM6.2 8.2h4.1M6.2 10.8h2.4M9.3 2.8v3h3',
  done: 'M3 8.6 6.4 12 13 4.6',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.4 10.4l3.1 3.1',
  shown:
    'M1.6 8C3.2 5.2 5.4 3.8 8 3.8S12.8 5.2 14.4 8c-1.6 2.8-3.8 4.2-6.4 4.2S3.2 10.8 1.6 8zM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  override: 'M2.5 5.5h9.5M9.3 2.8 12 5.5 9.3 8.2M13.5 10.5H4M6.7 7.8 4 10.5l2.7 2.7',
  up: 'M4 9.5 8 5.5 12 9.5',
  down: 'M4 6.5 8 10.5 12 6.5',
  view: 'M2.5 4h11M2.5 8h11M2.5 12h11M5 2.5v3M10.5 6.5v3M6.5 10.5v3',
  help: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM6.2 6.3a1.8 1.8 0 1 1 2.7 1.6c-.6.4-.9.7-.9 1.4m0 1.9v.1',
  undo: 'M6.2 3.2 3 6.2l3.2 3M3.2 6.2H9a3.6 3.6 0 0 1 0 7.2H6',
  redo: 'M9.8 3.2 13 6.2l-3.2 3M12.8 6.2H7a3.6 3.6 0 0 0 0 7.2h3',
  add: 'M8 3.2v9.6M3.2 8h9.6',
  unequal: 'M3 6h10M3 10h10M10.5 2.8l-5 10.4',
  compare: 'M6.8 2.8H3.4v10.4h3.4M9.2 2.8h3.4v10.4H9.2M8 1.6v12.8',
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7zM2.5 7h11',
  export: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.8 13.4h10.4',
  path: 'M3 3.5h3M3 3.5v9h4M3 8h4M9 8h4.5M9 12.5h4.5',
  fold: 'M6 3.5 10.5 8 6 12.5',
} as const;

export type MoreIconName = keyof typeof moreIcons;

addIcons(moreIcons);
