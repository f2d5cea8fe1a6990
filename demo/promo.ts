import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { launch } from '../test/e2e/browsers/launch';
import { decodePng, encodePalette } from '../test/preview/png';
import { packages } from './build';

/** What the Chrome Web Store calls a small promo tile, in pixels. */
const size = [440, 280] as const;
const file = 'docs/store/promo.png';

/** The guide's token, in the three colours of its parts. */
const token = {
  '#e3b5f7': 'eyJhbGciOiJIUzI1NiJ9.',
  '#a5cbff': 'eyJ1c2VyX2lkIjoxMjMsInVzZXJuYW1lIjoiam9obl9kb2UifQ.',
  '#f7c08f': 'iQiQKRHmdhaVfsXdODlUoStC',
};

const spans = Object.entries(token).map(([color, text]) => `<span style="color:${color}">${text}</span>`);

const tile = (emblem: string) => `
  <style>
    body { margin: 0; padding: 36px; box-sizing: border-box; width: 440px; height: 280px; overflow: hidden;
      background: linear-gradient(135deg, #16306e, #10213f); color: #fff; font-family: system-ui, sans-serif; }
    header { display: flex; gap: 16px; align-items: center; }
    svg { width: 64px; height: 64px; }
    h1 { margin: 0; font-size: 38px; letter-spacing: -0.02em; }
    p { margin: 22px 0 0; font-size: 17px; line-height: 1.4; }
    code { display: block; margin-top: 20px; font: 14px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; word-break: break-all; }
  </style>
  <header>${emblem}<h1>Claimscope</h1></header>
  <p>See the JSON Web Tokens of your page:<br>what is inside, valid or not, why the 401.</p>
  <code>${spans.join('')}</code>`;

/** The tile by which the Chrome Web Store shows an extension in its lists: the icon, the name, what it does. */
export async function takePromo(): Promise<void> {
  mkdirSync('.cache', { recursive: true });
  const driver = await launch('chromium', { extension: packages.chromium });
  try {
    await driver.tab.visit('about:blank');
    await driver.tab.size(...size);
    const html = tile(readFileSync('icons/claimscope.svg', 'utf8'));
    await driver.tab.run(`(() => { document.documentElement.innerHTML = ${JSON.stringify(html)}; })()`);
    await driver.tab.shoot('.cache/promo.png');
    writeFileSync(file, encodePalette(decodePng(readFileSync('.cache/promo.png'))));
    console.log(file);
  } finally {
    await driver.close();
  }
}
