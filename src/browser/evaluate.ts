import browser from 'webextension-polyfill';
import type { storageExpression } from './storageExpression';

/** What the inspected page is asked. Nothing a page wrote ever becomes code: these are constants. */
type Expression = 'location.origin' | 'performance.timeOrigin' | typeof storageExpression;

/**
 * Asks the inspected page; undefined where it cannot be asked. Scripts of the page may have changed what is evaluated,
 * so the answer is a stranger's. Chromium resolves to the bare value, Firefox to [value, error].
 */
export async function evaluate(expression: Expression): Promise<unknown> {
  const answer: unknown = await browser.devtools.inspectedWindow.eval(expression).catch(() => undefined);
  return Array.isArray(answer) ? answer[0] : answer;
}
