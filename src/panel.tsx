import { inspectedPage, reloadInspectedPage } from './browser/devtoolsPage';
import { sayReady } from './browser/ready';
import { followDevtoolsTheme } from './browser/theme';
import { mountPanel } from './ui/Panel';
import { surroundingsOf } from './window';

followDevtoolsTheme(document.documentElement);
const surroundings = await surroundingsOf({
  name: 'panel',
  page: inspectedPage(),
  mends: { reload: reloadInspectedPage },
});
mountPanel(document.body, surroundings);
sayReady();
