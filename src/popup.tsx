import { activePage, askForHosts, reloadActivePage } from './browser/activePage';
import { itemsAhead, tabAhead } from './browser/ahead';
import { sayReady } from './browser/ready';
import { shared } from './browser/sessionItems';
import { patternsOf } from './core/traffic/hosts';
import { fetchToken, mountPopup } from './ui/Popup';
import { surroundingsOf } from './window';

void shared(itemsAhead());
fetchToken();
const surroundings = await surroundingsOf({
  name: 'popup',
  page: activePage(tabAhead),
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
