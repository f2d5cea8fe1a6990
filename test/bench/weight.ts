import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../sources';
import { built } from './built';
import type { Row } from './row';

/** Bytes after gzip, level 9, as a store or server would send them. */
const gzipped = (code: string) => gzipSync(code, { level: 9 }).length;

/** Every script that a page of a built package loads before its first paint: its own, and all they import statically. */
export function criticalScripts(folder: string, page: string): Map<string, string> {
  const scripts = new Map<string, string>();
  const visit = (path: string) => {
    if (scripts.has(path)) return;
    const code = readFileSync(join(root, folder, path), 'utf8');
    scripts.set(path, code);
    for (const [, name = ''] of code.matchAll(
      /(?:^|[;}\s])import\s*(?:[\w*{][^'"()]*?from\s*)?["'](\.[^"']+)["']/g,
    )) {
      visit(posix.join(posix.dirname(path), name));
    }
  };
  const html = readFileSync(join(root, folder, page), 'utf8');
  for (const [, source = ''] of html.matchAll(/<script[^>]*src="\/?([^"]+)"/g)) visit(source);
  return scripts;
}

const preactAlone =
  "import { render, h, Fragment } from 'preact'; import * as hooks from 'preact/hooks'; globalThis.used = [render, h, Fragment, hooks];";

export async function weigh(): Promise<Row[]> {
  const scripts = criticalScripts('dist/chrome', 'src/popup.html');
  const own = [...scripts.values()].reduce((sum, code) => sum + gzipped(code), 0);
  const chunks = await built('virtual:preact-alone', preactAlone);
  const alone = chunks.reduce((sum, { code }) => sum + gzipped(code), 0);
  return [
    {
      what: `Popup's critical JavaScript (${scripts.size} chunks), gzip`,
      against: 'preact + hooks built alone',
      where: 'build',
      figures: `${own} / ${alone} bytes`,
      ratio: own / alone,
      aim: '<= 5',
    },
  ];
}
