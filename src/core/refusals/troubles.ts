import type { Exchange } from '../traffic/exchange';
import { readLineages } from '../traffic/lineage';
import { claimedTimes } from '../traffic/lineageClaims';
import { birthsOf } from './births';
import { clocksOf } from './clock';
import { refreshTroubles } from './refreshTroubles';
import { timeTroubles } from './timeTroubles';
import type { Scene, Trouble } from './trouble';
import { useTroubles } from './useTroubles';

/** Sets the scene: lineages, clocks and first sightings of a log, oldest exchange first. `ownZone` is an IANA name. */
export function sceneOf(exchanges: readonly Exchange[], ownZone?: string): Scene {
  const reading = readLineages(exchanges);
  const clocks = clocksOf(exchanges);
  return { reading, clocks, births: birthsOf(reading, clocks), times: remembered(claimedTimes), ownZone };
}

/** A token is read once, however many rules ask for it. */
function remembered<T>(read: (token: string) => T): (token: string) => T {
  const known = new Map<string, T>();
  return (token) => {
    const found = known.get(token) ?? read(token);
    known.set(token, found);
    return found;
  };
}

/** All that went wrong with the tokens of a log over time, oldest first. Each trouble is told once. */
export function troublesOf(scene: Scene): Trouble[] {
  const all = [...refreshTroubles(scene), ...useTroubles(scene), ...timeTroubles(scene)];
  return all.sort((a, b) => a.atMs - b.atMs);
}
