import { inspectedPage, reloadInspectedPage } from './browser/devtoolsPage';
import { look } from './browser/looks';
import { revealing } from './browser/networkPanel';
import { sayReady } from './browser/ready';
import { followDevtoolsTheme } from './browser/theme';
import { mountPanel } from './ui/Panel';
import { surroundingsOf } from './window';

followDevtoolsTheme(document.documentElement);
const page = inspectedPage();
const surroundings = await surroundingsOf({
  name: 'panel',
  page,
  look: async (what) => look(what, (await page).peek().tabId),
  reveal: revealing(),
  mends: { reload: reloadInspectedPage },
});
mountPanel(document.body, surroundings);
sayReady();
