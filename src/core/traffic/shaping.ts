import { type Capture, places } from './exchange';
import type { Answered, Fact } from './fact';
import { type AnsweredShape, type CarrierShape, SECOND_MS, type Shape } from './shapes';

/** What is the same for all facts of this one's kind. */
export function shapeOf(fact: Fact): Shape {
  const carriers = fact.captures.map(carrierShape);
  if (fact.kind === 'answered') return answeredShape(fact, carriers);
  const { source, feed, tabId, method, initiator, type, authorization, incognito } = fact;
  const more = known({ authorization, incognito });
  return [source, feed, tabId, method, initiator ?? null, type ?? null, carriers, ...more];
}

function answeredShape(fact: Answered, carriers: CarrierShape[]): AnsweredShape {
  const { source, status, error, atMs, serverDateMs, challenges, refusal } = fact;
  const ahead = serverDateMs == null ? undefined : serverDateMs / SECOND_MS - Math.floor(atMs / SECOND_MS);
  return [source, status ?? null, error ?? null, carriers, ...known({ ahead, challenges, refusal })];
}

function carrierShape({ carrier, before, after, opaque }: Capture): CarrierShape {
  const place = places.indexOf(carrier.place);
  return opaque ? [place, carrier.name, before, after, opaque] : [place, carrier.name, before, after];
}

/** The members that have a value, in a list; an empty list when none has. */
function known<T extends object>(members: T): [] | [{ [Name in keyof T]?: NonNullable<T[Name]> }] {
  const entries = Object.entries(members).filter(([, value]) => value != null);
  if (entries.length === 0) return [];
  return [Object.fromEntries(entries) as { [Name in keyof T]?: NonNullable<T[Name]> }];
}
