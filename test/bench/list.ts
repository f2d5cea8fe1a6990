import type { Engine } from '../../demo/findBrowser';
import type { Row } from './row';

export async function listSpeed(_engine: Engine): Promise<Row[]> {
  return [];
}
