/** What the main pane can show. */
const detailViews = ['token', 'workbench', 'compare'] as const;
export type DetailView = (typeof detailViews)[number];

/** The view of that name; of an unknown name the token. */
export const detailViewOf = (name: string | undefined): DetailView =>
  detailViews.find((view) => view === name) ?? 'token';
