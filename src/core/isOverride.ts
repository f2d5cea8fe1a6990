import { type Override, type OverrideTarget, overrideActions } from './override';

const isText = (value: unknown) => typeof value === 'string';

function isTarget(value: unknown): boolean {
  const { place, name } = (value ?? {}) as Partial<OverrideTarget>;
  return place === 'request-header' ? name === 'authorization' : place === 'request-cookie' && isText(name);
}

/** Whether a value that came as a message is an override. */
export function isOverride(value: unknown): value is Override {
  if (typeof value !== 'object' || value === null) return false;
  const { tabId, origin, initiators, target, action, value: text } = value as Partial<Override>;
  return (
    Number.isInteger(tabId) &&
    isText(origin) &&
    Array.isArray(initiators) &&
    initiators.every(isText) &&
    isTarget(target) &&
    overrideActions.some((known) => known === action) &&
    isText(text)
  );
}
