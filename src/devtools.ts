void (globalThis as any).chrome.devtools.panels.create('Claimscope','/icons/32.png','/src/panel.html');
