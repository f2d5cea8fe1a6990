import { mkdirSync } from 'node:fs';
import { launch } from '../test/e2e/browsers/launch';
import { build, packages } from './build';
import { hasDisplay } from './display';
import { type Engine, findBrowser } from './findBrowser';
import { startFlask } from './flask';
import { ensure } from './install';
import { signIn, travel } from './journey';
import { secret, startSite } from './site';
import { tableText } from './table';

const usage = `npm start [-- [chromium | firefox] [--flask] [--headless]]

  chromium, firefox  the browser to use; else Chrome or its kin, else Firefox
  --flask            serve the demo with real Flask and PyJWT
  --headless         show no window, as where there is no display`;

/** Kept out of the repository. */
const pictureFolder = '.cache/start';

interface Wish {
  engine: Engine;
  flask: boolean;
  headless: boolean;
}

/** `npm start`: the demo in a real browser with the extension loaded. Gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const wish = wishOf(args);
  if (wish === undefined) {
    console.error(usage);
    return 2;
  }
  await ensure([wish.engine, ...(wish.flask ? (['flask'] as const) : [])]);
  await build(wish.engine);
  const site = await (wish.flask ? startFlask() : startSite());
  try {
    await (wish.headless ? showHeadless : showWindow)(wish.engine, site);
  } finally {
    await site.close();
  }
  return 0;
}

function wishOf(args: readonly string[]): Wish | undefined {
  const engines = args.filter((arg): arg is Engine => arg === 'chromium' || arg === 'firefox');
  const known = ['--flask', '--headless', ...engines];
  if (engines.length > 1 || args.some((arg) => !known.includes(arg))) return undefined;
  const preferred = findBrowser('chromium') === undefined && findBrowser('firefox') ? 'firefox' : 'chromium';
  return {
    engine: engines[0] ?? preferred,
    flask: args.includes('--flask'),
    headless: args.includes('--headless') || !hasDisplay(),
  };
}

type Show = (engine: Engine, site: Awaited<ReturnType<typeof startSite>>) => Promise<void>;

const showWindow: Show = async (engine, site) => {
  const driver = await launch(engine, { extension: packages[engine], headless: false });
  await signIn(driver, site);
  console.log(`${driver.version} shows the demo at ${site.url} with the panel open.`);
  console.log(`Its secret is ${secret}. Close the browser or press Ctrl-C to end.`);
  await driver.gone;
  await driver.close();
};

const showHeadless: Show = async (engine, site) => {
  const driver = await launch(engine, { extension: packages[engine] });
  try {
    console.log(`${driver.version} goes through the demo at ${site.url} without a window ...`);
    mkdirSync(pictureFolder, { recursive: true });
    const { table, pictures } = await travel(
      driver,
      site,
      (name) => `${pictureFolder}/${engine}-${name}.png`,
    );
    console.log(`\nThe panel's list of captured tokens, with the secret ${secret} entered:\n`);
    console.log(tableText(table));
    console.log(`\nPictures of panel and popup: ${pictures.join(', ')}`);
  } finally {
    await driver.close();
  }
};
