import { signal } from '@preact/signals';
import { activePage, askForHosts, reloadActivePage } from './browser/activePage';
import { sayReady } from './browser/ready';
import { patternOf } from './core/traffic/hosts';
import { mountPopup } from './ui/Popup';
import { surroundingsOf } from './window';

const page = await activePage();
const surroundings = await surroundingsOf({
  name: 'popup',
  page: signal(page),
  mends: {
    allowSite: () => askForHosts(page?.origin === undefined ? ['<all_urls>'] : [patternOf(page.origin)]),
    allowAll: () => askForHosts(['<all_urls>']),
    reload: reloadActivePage,
  },
});
await mountPopup(document.body, surroundings);
sayReady();
