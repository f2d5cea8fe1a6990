import browser from 'webextension-polyfill';
import type { storageExpression } from './storageExpression';

/** What the inspected page is asked. Nothing a page wrote ever becomes code: these are constants. */
type Expression = 'location.origin' | 'performance.timeOrigin' | typeof storageExpression;

/** Right after a navigation Chromium has nobody to ask yet: how often it is asked again, and after how long. */
const ATTEMPTS = 50;
const PAUSE_MS = 100;

/** Asks the page that has just come; undefined where it cannot be asked. */
export async function evaluateInNewPage(expression: Expression): Promise<unknown> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    const answer = await evaluate(expression);
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  return evaluate(expression);
}

/**
 * Asks the inspected page; undefined where it cannot be asked. Scripts of the page may have changed what is evaluated,
 * so the answer is a stranger's. Chromium resolves to the bare value, Firefox to [value, error].
 */
export async function evaluate(expression: Expression): Promise<unknown> {
  const answer: unknown = await browser.devtools.inspectedWindow.eval(expression).catch(() => undefined);
  return Array.isArray(answer) ? answer[0] : answer;
}
