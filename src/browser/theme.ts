import browser from 'webextension-polyfill';

/** Chromium tells of a theme change through a setter of its own, Firefox through an event. */
interface ThemedPanels {
  themeName: string;
  onThemeChanged?: { addListener(listener: (name: string) => void): void };
  setThemeChangeHandler?: (listener: (name: string) => void) => void;
}

/** Lets the panel follow the theme of DevTools rather than the system's. */
export function followDevtoolsTheme(root: HTMLElement): void {
  const panels = browser.devtools.panels as unknown as ThemedPanels;
  const apply = (name: string) => {
    root.style.colorScheme = name === 'dark' ? 'dark' : 'light';
  };
  apply(panels.themeName);
  panels.onThemeChanged?.addListener(apply);
  panels.setThemeChangeHandler?.(apply);
}
