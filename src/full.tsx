import { signal } from '@preact/signals';
import { askForHosts } from './browser/activePage';
import { openedPage, openedView, reloadPage } from './browser/fullTab';
import { sayReady } from './browser/ready';
import { patternsOf } from './core/traffic/hosts';
import { mountPanel } from './ui/Panel';
import type { Scope } from './ui/surroundings';
import { surroundingsOf } from './window';

const page = await openedPage();
const surroundings = await surroundingsOf({
  name: 'full',
  page: Promise.resolve(page),
  scope: signal<Scope>(page.peek() ? 'page' : 'all'),
  view: openedView(),
  mends: {
    allowSite: (origins) => askForHosts(origins.flatMap(patternsOf)),
    allowAll: () => askForHosts(['<all_urls>']),
    reload: () => reloadPage(page.peek()),
  },
});
mountPanel(document.body, surroundings);
sayReady();
