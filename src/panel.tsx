import { inspectedPage, reloadInspectedPage } from './browser/devtoolsPage';
import { followDevtoolsTheme } from './browser/theme';
import { mountPanel } from './ui/Panel';
import { surroundingsOf } from './window';

followDevtoolsTheme(document.documentElement);
const surroundings = await surroundingsOf({
  name: 'panel',
  page: await inspectedPage(),
  mends: { reload: reloadInspectedPage },
});
mountPanel(document.body, surroundings);
document.documentElement.dataset.ready = 'true';
