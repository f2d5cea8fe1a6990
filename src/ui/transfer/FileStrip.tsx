import { Later } from '../Later';
import { useModel } from '../model/model';

const loadBanner = async () => (await import('./FileBanner')).FileBanner;

/** Stands at the top of the window as long as a file is opened or shown. */
export function FileStrip() {
  const { file } = useModel();
  return file.value ? <Later load={loadBanner} props={{}} /> : null;
}
