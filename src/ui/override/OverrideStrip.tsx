import { Later } from '../Later';
import { useModel } from '../model/model';

const loadBanner = async () => (await import('./OverrideBanner')).OverrideBanner;

/** Stands at the top of every window as long as requests are changed by the user. */
export function OverrideStrip() {
  const { on, refused } = useModel().surroundings.overrides.value;
  const isNews = on.length > 0 || refused?.code === 'access-withdrawn';
  return isNews ? <Later load={loadBanner} props={{}} holds /> : null;
}
