import { watchInspectedPage } from './browser/devtoolsFeed';
import { createPanel, tellDevtoolsOpen } from './browser/devtoolsPage';

watchInspectedPage();
void tellDevtoolsOpen();
void createPanel();
