import { useModel } from '../model/model';
import { type View, xOf } from './view';

/** Where now is. */
export function NowLine({ view, height }: { view: View; height: number }) {
  const { now } = useModel().surroundings;
  const x = Math.round(xOf(view, now.value));
  return <path class="tl-now" d={`M${x}.5 0V${height}`} />;
}
