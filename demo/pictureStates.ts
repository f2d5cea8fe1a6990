import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../test/e2e/browsers/launch';
import { openState, PICTURE_ZONE, servePreview } from '../test/preview/page';
import {
  folder,
  isSame,
  openingSize,
  pictureName,
  readTaken,
  shotsOf,
  takePicture,
  takerOf,
  writeTaken,
} from '../test/preview/pictures';
import { states } from '../test/preview/states';
import { packages } from './build';

const windows = ['popup', 'panel'] as const;
const names = Object.keys(states);

/** Takes the pictures of each state, or of some, and writes down which browser took them. Those of former states go. */
export async function takeStates(some: readonly string[] = []): Promise<void> {
  process.env.TZ = PICTURE_ZONE;
  const server = await servePreview();
  const driver = await launch('chromium', { extension: packages.chromium });
  try {
    await openState(driver.tab, server.url, { window: 'popup', state: 'empty' });
    const taker = await takerOf(driver.tab, driver.version);
    const former = readTaken();
    const isPart = some.length > 0 && isSame(taker, former);
    const sums = isPart ? former.sums : {};
    for (const state of isPart ? some : names) {
      for (const window of windows) {
        await driver.tab.size(...openingSize);
        await openState(driver.tab, server.url, { window, state });
        for (const shot of shotsOf(state, window))
          sums[pictureName(state, shot)] = await takePicture(driver.tab, state, shot);
      }
      console.log(state);
    }
    writeTaken({ ...taker, sums: ofStates(sums) });
  } finally {
    await driver.close();
    await server.close();
  }
  removeOthers();
  writeFileSync(join(folder, '../README.md'), gallery());
}

const isOfState = (picture: string) => names.includes(picture.replace(/-[a-z]+$/, ''));

const ofStates = (sums: Record<string, string>) =>
  Object.fromEntries(Object.entries(sums).filter(([picture]) => isOfState(picture)));

function removeOthers(): void {
  for (const file of readdirSync(folder))
    if (file.endsWith('.png') && !isOfState(file.slice(0, -4))) rmSync(join(folder, file));
}

/** The index of the pictures. */
export function gallery(): string {
  const rows = names.map((state) => {
    const pictures = ['light', 'dark', 'narrow'].map((shot) => {
      const file = `states/${state}-${shot}.png`;
      return `<a href="${file}"><img src="${file}" height="220" alt="${state}, ${shot}"></a>`;
    });
    return `### ${state}\n\n${pictures.join('\n')}\n`;
  });
  return `${introduction}\n${rows.join('\n')}`;
}

const introduction = `# Pictures

\`npm run pictures\` takes them all. Those in this folder are of the real popup and the real panel, for the README. Those below
are of every state of the preview page (\`test/preview/states.ts\`): the panel in light and dark, and narrow the popup, or the
panel where the popup has no such thing.

They are also what \`npm test\` compares the windows with, in the browser and with the fonts that took them
(\`states/taken.json\`); with any other it says that nothing was compared. After a change that is meant to be seen, take them
anew and look at what changed: \`npm run pictures\` takes all, \`npm run pictures -- many one\` those of these states.
`;
