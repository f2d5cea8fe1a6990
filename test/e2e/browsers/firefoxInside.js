/*
 * Runs in Firefox's parent process. WebDriver BiDi has no command for a toolbar popup, a DevTools panel or an event
 * page, so this leans on Firefox's own modules; everything that may break with a new Firefox stands in this file.
 * Read as text by firefox.ts and called with the extension's id; it leaves the global `harness`.
 */
// biome-ignore lint/correctness/noUnusedVariables: firefox.ts calls it
function makeHarness(id) {
  const { extension } = WebExtensionPolicy.getByID(id);
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const button = () => ExtensionParent.apiManager.global.browserActionFor(extension);
  let toolbox;
  let panelTool;
  /** Toolboxes beside it. */
  const others = [];
  const panelToolOf = (box) =>
    box
      .getAdditionalTools()
      .map((tool) => tool.id)
      .find((tool) => tool.startsWith('webext-devtools-panel-'));

  /** The <browser> elements of the extension's documents, looked up at each use: Firefox replaces them. */
  const browsers = {
    popup: () =>
      [...document.querySelectorAll('.webextension-popup-browser')].find(
        (one) => one.closest('panel')?.state === 'open',
      ),
    panel: () =>
      toolbox?.doc
        ?.getElementById(`toolbox-panel-iframe-${panelTool}`)
        ?.contentDocument?.getElementById('webext-panels-browser'),
    tab: () => gBrowser.selectedBrowser,
    background: () => [...extension.views].find((view) => view.viewType === 'background')?.xulBrowser,
  };
  const browserOf = (name) => {
    const found = browsers[name]();
    if (!found) throw new Error(`the ${name} is not open`);
    return found;
  };
  const shows = (browser, page) =>
    browser?.browsingContext?.currentWindowGlobal?.documentURI?.spec.endsWith(page) ?? false;

  /** Sent to a content process: evaluates in a sandbox over the page, which its CSP does not reach. */
  const evaluate = async (code) => {
    const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    return Cu.evalInSandbox(`(async () => JSON.stringify(await (${code})))()`, sandbox);
  };

  /** Sent to a content process: a trusted click. From the parent process it would not find a popup. */
  const click = (x, y) => {
    for (const type of ['mousemove', 'mousedown', 'mouseup'])
      content.synthesizeMouseEvent(
        type,
        x,
        y,
        { button: 0, buttons: type === 'mousedown' ? 1 : 0, clickCount: 1 },
        { isDOMEventSynthesized: true, isWidgetEventSynthesized: false, isAsyncEnabled: false },
      );
  };

  /** Sent to a content process: the document's accessibility tree, in its order; null while there is none yet. */
  const accessibleTree = () => {
    const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
    // The tree goes when nobody holds the service.
    globalThis.accessibilityKept = service;
    const { STATE_INVISIBLE, EXT_STATE_STALE } = Ci.nsIAccessibleStates;
    const found = [];
    const walk = (node) => {
      const state = {};
      const extra = {};
      node.getState(state, extra);
      if (state.value & STATE_INVISIBLE || extra.value & EXT_STATE_STALE) return;
      const role = node.computedARIARole || service.getStringRole(node.role);
      found.push({ role, name: node.name ?? '' });
      for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
    };
    const root = service.getAccessibleFor(content.document);
    if (!root?.firstChild) return null;
    walk(root);
    return found;
  };

  /** Calls a function in the process of a document. Time-boxed: a document that goes away never answers. */
  const within = (name, task, ...values) =>
    new Promise((done, failed) => {
      const { messageManager } = browserOf(name);
      const channel = `claimscope:${Math.random()}`;
      const finish = (settle, value) => {
        clearTimeout(timer);
        messageManager.removeMessageListener(channel, heard);
        settle(value);
      };
      const heard = ({ data }) =>
        data.error === undefined ? finish(done, data.value ?? null) : finish(failed, new Error(data.error));
      const timer = setTimeout(() => finish(failed, new Error(`no answer from the ${name}`)), 20000);
      messageManager.addMessageListener(channel, heard);
      const run = async (work, args, answer) => {
        try {
          answer({ value: await work(...args) });
        } catch (error) {
          answer({ error: String(error?.message ?? error) });
        }
      };
      const send = `(answer) => sendAsyncMessage(${JSON.stringify(channel)}, answer)`;
      const source = `(${run})(${task}, ${JSON.stringify(values)}, ${send})`;
      messageManager.loadFrameScript(`data:,${encodeURIComponent(source)}`, false);
    });

  const typist = (name) => {
    const window = browserOf(name).ownerDocument.defaultView.browsingContext.topChromeWindow;
    const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!processor.beginInputTransactionForTests(window)) throw new Error('the keyboard is taken');
    return processor;
  };

  globalThis.harness = {
    run: (name, code) => within(name, evaluate, code),

    clickAt(name, x, y) {
      browserOf(name).focus();
      return within(name, click, x, y);
    },

    insert(name, text) {
      typist(name).commitCompositionWith(text);
    },

    press(name, key) {
      const processor = typist(name);
      const press = new KeyboardEvent('', { key });
      processor.keydown(press);
      processor.keyup(press);
    },

    focus(name) {
      browserOf(name).focus();
    },

    accessible: (name) => within(name, accessibleTree),

    async png(name) {
      const browser = browserOf(name);
      const { width, height } = browser.getBoundingClientRect();
      const area = new DOMRect(0, 0, width, height);
      const scale = window.devicePixelRatio;
      const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(area, scale, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1];
    },

    /** As a click on the toolbar button does: grants activeTab too. */
    openPopup: () => {
      button().triggerAction(window);
    },
    popupShown: () => {
      const browser = browsers.popup();
      return (
        Boolean(browser) &&
        !browser.closest('panel').hasAttribute('animating') &&
        shows(browser, '/popup.html')
      );
    },
    closePopup: () => {
      browsers.popup()?.closest('panel').hidePopup();
    },

    menuShown: () => document.getElementById('contentAreaContextMenu').state === 'open',
    /** The extension's one item in the menu of the page. */
    chooseMenuItem() {
      const menu = document.getElementById('contentAreaContextMenu');
      const item = menu.querySelector(`[id^="${CSS.escape(extension.uuid)}"], [id*="-menuitem-"]`);
      if (!item) throw new Error('the menu has no item of the extension');
      menu.activateItem(item);
    },

    async openToolbox() {
      toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'webconsole' });
    },
    /** False until devtools.panels.create has run. */
    async selectPanel() {
      panelTool = panelToolOf(toolbox);
      if (panelTool === undefined) return false;
      await toolbox.selectTool(panelTool);
      return true;
    },
    panelShown: () => shows(browsers.panel(), '/panel.html'),
    /** In a window of its own: a docked toolbox cannot be wider than the browser. */
    async sizePanel(width, height) {
      if (toolbox.hostType !== 'window') await toolbox.switchHost('window');
      const { topWindow } = toolbox;
      const own = browsers.panel().getBoundingClientRect();
      topWindow.resizeBy(width - own.width, height - own.height);
      await new Promise((laidOut) => topWindow.setTimeout(laidOut, 100));
    },
    async closeToolbox() {
      await toolbox?.destroy();
      toolbox = undefined;
    },

    panelProcess: () => browsers.panel().browsingContext.currentWindowGlobal.domProcess.osPid,
    hasEnded: (pid) =>
      ChromeUtils.requestProcInfo().then(({ children }) => !children.some((one) => one.pid === pid)),

    /** On the tab in front; gives its number. */
    async openOtherToolbox() {
      const { gBrowser: front } = Services.wm.getMostRecentWindow('navigator:browser');
      return others.push(await gDevTools.showToolboxForTab(front.selectedTab, { toolId: 'webconsole' })) - 1;
    },
    hasPanel: (number) => panelToolOf(others[number]) !== undefined,
    dock: (number, side) => others[number].switchHost(side).then(() => null),
    closeOtherToolbox: (number) => others[number].destroy().then(() => null),

    backgroundAlive: () => Boolean(browsers.background()),
    wakeBackground: () => extension.wakeupBackground?.().then(() => null),
    killBackground: () => extension.terminateBackground({ ignoreDevToolsAttached: true })?.then(() => null),

    /** In every process, as about:memory does when asked to; the others do so in their own time. */
    collectGarbage: () =>
      new Promise((done) => {
        Services.obs.notifyObservers(null, 'child-mmu-request');
        Cc['@mozilla.org/memory-reporter-manager;1']
          .getService(Ci.nsIMemoryReporterManager)
          .minimizeMemoryUsage(() => done(null));
      }),

    badge() {
      const { action } = button();
      const target = gBrowser.selectedTab;
      return {
        text: action.getProperty(target, 'badgeText') ?? '',
        title: action.getProperty(target, 'title') ?? '',
      };
    },

    /** As the permissions page of about:addons does. */
    setOrigin: (change, origin) =>
      ExtensionPermissions[change](id, { permissions: [], origins: [origin] }, extension).then(() => null),
  };
}
