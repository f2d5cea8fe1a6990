import { activePage, askForHosts, reloadActivePage } from './browser/activePage';
import { sayReady } from './browser/ready';
import { patternsOf } from './core/traffic/hosts';
import { fetchToken, mountPopup } from './ui/Popup';
import { surroundingsOf } from './window';

fetchToken();
const surroundings = await surroundingsOf({
  name: 'popup',
  page: activePage(),
  // Firefox leaves the popup open when a tab opens.
  leave: () => close(),
  mends: {
    allowSite: (origins) => askForHosts(origins.flatMap(patternsOf)),
    allowAll: () => askForHosts(['<all_urls>']),
    reload: reloadActivePage,
  },
});
await mountPopup(document.body, surroundings);
sayReady();
