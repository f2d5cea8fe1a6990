import { mountPanel } from '../../src/ui/Panel';
import { mountPopup } from '../../src/ui/Popup';
import { states } from './states';
import { fakeSurroundings } from './surroundings';

const asked = new URLSearchParams(location.search);
const mount = asked.get('window') === 'panel' ? mountPanel : mountPopup;
const state = states[asked.get('state') ?? 'many'] ?? (() => ({}));

document.documentElement.style.colorScheme = asked.get('theme') ?? 'light dark';
document.documentElement.dir = asked.get('dir') ?? 'ltr';
await mount(document.body, fakeSurroundings(await state()));
document.documentElement.dataset.ready = 'true';
