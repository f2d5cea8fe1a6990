import { ecdsaForgeries } from './forgery/ecdsa';
import { edwardsForgeries, smallOrderForgeries } from './forgery/edwards';
import type { Forgery } from './forgery/forgery';
import { confusionForgeries, encodingForgeries, headerForgeries, restrictedForgeries } from './forgery/jose';
import { cubeRootForgery, keyForgeries, pssForgeries, rsaForgeries } from './forgery/rsa';

/** Own variants of the families that published vectors have. Not one may verify. */
export function forgeries(): readonly Forgery[] {
  return [
    ...ecdsaForgeries(),
    ...rsaForgeries(),
    cubeRootForgery(),
    ...pssForgeries(),
    ...keyForgeries(),
    ...edwardsForgeries(),
    ...smallOrderForgeries(),
    ...confusionForgeries(),
    ...headerForgeries(),
    ...encodingForgeries(),
    ...restrictedForgeries(),
  ];
}
