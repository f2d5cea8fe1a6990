import type { Token } from '../../core/token/token';
import { useModel } from '../model/model';
import { characterAt } from './characterAt';
import { isSame, pointedBy } from './pointing';

/** Handlers by which the characters of the raw token point at claims: hovering for the moment, a click for longer. */
export function usePointing(token: Token) {
  const { pointed } = useModel();
  const point = (event: MouseEvent, inToken: 'hover' | 'click') => {
    const offset = characterAt(event);
    const found = offset === undefined ? undefined : pointedBy(token, offset);
    if (inToken === 'hover' && isSame(found, pointed.value)) return;
    pointed.value = found && { ...found, inToken };
  };
  return {
    onPointerMove: (event: PointerEvent) => {
      if (pointed.value?.inToken !== 'click') point(event, 'hover');
    },
    onPointerLeave: () => {
      if (pointed.value?.inToken === 'hover') pointed.value = undefined;
    },
    onClick: (event: MouseEvent) => point(event, 'click'),
  };
}
