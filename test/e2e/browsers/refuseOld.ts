import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Throws one sentence where a browser ("Firefox 128.0") is older than the built extension's manifest asks for. */
export function refuseOld(browser: string, extension: string): void {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const oldest =
    manifest.minimum_chrome_version ?? manifest.browser_specific_settings.gecko.strict_min_version;
  const [name = '', version = ''] = browser.split(' ');
  if (Number.parseInt(version, 10) < Number.parseInt(oldest, 10))
    throw new Error(`${name} ${version} is too old: the extension needs ${oldest} or newer.`);
}
