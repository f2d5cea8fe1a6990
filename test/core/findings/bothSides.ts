import { bindings } from './bothSides/bindings';
import { claims } from './bothSides/claims';
import { exposure } from './bothSides/exposure';
import { howItIsMade } from './bothSides/howItIsMade';
import { keys } from './bothSides/keys';
import type { Sides } from './bothSides/made';
import { payload } from './bothSides/payload';

export type { Sample } from './bothSides/made';

/** Both sides of every rule. */
export const bothSides: Sides = {
  ...howItIsMade,
  ...keys,
  ...claims,
  ...payload,
  ...bindings,
  ...exposure,
};
