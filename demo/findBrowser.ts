import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The two engines the extension is built for. */
export type Engine = 'chromium' | 'firefox';

export interface InstalledBrowser {
  engine: Engine;
  /** What people call it: Chrome, Chromium, Edge, Brave, Firefox. */
  name: string;
  path: string;
}

interface Candidate {
  engine: Engine;
  name: string;
  /** Names looked for on the PATH. */
  commands: readonly string[];
  /** Places where its installer puts it. */
  places: Partial<Record<NodeJS.Platform, readonly string[]>>;
}

const programFiles = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
  const folder = process.env[name];
  return folder === undefined ? [] : [folder];
});
const inProgramFiles = (...path: string[]) => programFiles.map((folder) => join(folder, ...path));

/** In order of preference within each engine. */
const candidates: readonly Candidate[] = [
  {
    engine: 'chromium',
    name: 'Chrome',
    commands: ['google-chrome-stable', 'google-chrome'],
    places: {
      darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      win32: inProgramFiles('Google', 'Chrome', 'Application', 'chrome.exe'),
      linux: ['/opt/google/chrome/chrome'],
    },
  },
  {
    engine: 'chromium',
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    places: {
      darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
      win32: inProgramFiles('Chromium', 'Application', 'chrome.exe'),
    },
  },
  {
    engine: 'chromium',
    name: 'Edge',
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    places: {
      darwin: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
      win32: inProgramFiles('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    },
  },
  {
    engine: 'chromium',
    name: 'Brave',
    commands: ['brave-browser-stable', 'brave-browser', 'brave'],
    places: {
      darwin: ['/Applications/Brave Browser.app/Contents/MacOS/Brave Browser'],
      win32: inProgramFiles('BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'),
    },
  },
  {
    engine: 'firefox',
    name: 'Firefox',
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    places: {
      darwin: [
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      ],
      win32: inProgramFiles('Mozilla Firefox', 'firefox.exe'),
    },
  },
];

/** Environment variables that name a browser's program and go before everything else. */
export const overrides: Record<Engine, string> = {
  chromium: 'CLAIMSCOPE_CHROMIUM',
  firefox: 'CLAIMSCOPE_FIREFOX',
};

/** The browser of this engine to use, or undefined where none is installed. */
export function findBrowser(engine: Engine): InstalledBrowser | undefined {
  const named = process.env[overrides[engine]];
  if (named !== undefined && named !== '') return { engine, name: named, path: named };
  for (const candidate of candidates.filter((one) => one.engine === engine)) {
    const path = pathsOf(candidate).find(runs);
    if (path !== undefined) return { engine, name: candidate.name, path };
  }
  return undefined;
}

function pathsOf({ commands, places }: Candidate): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return process.platform === 'win32'
    ? [...(places.win32 ?? [])]
    : [...onPath, ...(places[process.platform] ?? [])];
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
