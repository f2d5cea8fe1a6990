import type { Engine } from '../../demo/findBrowser';
import { fetchCost } from './fetches';
import { listSpeed } from './list';
import { popupReady } from './popup';
import { readingSpeed } from './reading';
import type { Row } from './row';
import { timelineSpeed } from './timeline';
import { logCost, scanSpeed } from './traffic';
import { verifyManySpeed, verifySpeed } from './verify';
import { weigh } from './weight';

export interface Part {
  measure(engine: Engine): Promise<readonly Row[]>;
  /** True for what is the same in every browser. */
  once?: boolean;
}

/** What `npm run bench` measures, by the names that it takes. */
export const parts: Readonly<Record<string, Part>> = {
  weight: { measure: weigh, once: true },
  popup: { measure: async (engine) => [await popupReady(engine)] },
  verify: { measure: verifySpeed },
  many: { measure: verifyManySpeed },
  reading: { measure: readingSpeed },
  scan: { measure: scanSpeed },
  log: { measure: logCost },
  fetches: { measure: fetchCost },
  list: { measure: listSpeed },
  timeline: { measure: timelineSpeed },
};
