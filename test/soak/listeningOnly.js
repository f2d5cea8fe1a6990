// A background that listens to what ours listens to, as often, and does nothing.
{
  const { alarms, commands, contextMenus, permissions, runtime, storage, tabs, webRequest, windows } =
    globalThis.browser ?? chrome;
  const all = { urls: ['<all_urls>'] };
  const events = [
    [webRequest.onBeforeRequest, all, ['requestBody']],
    [webRequest.onBeforeRequest, { ...all, types: ['main_frame'] }],
    [webRequest.onSendHeaders, all, ['requestHeaders']],
    [webRequest.onHeadersReceived, all, ['responseHeaders']],
    [webRequest.onBeforeRedirect, all, ['responseHeaders']],
    [webRequest.onCompleted, all, ['responseHeaders']],
    [webRequest.onErrorOccurred, all],
    ...Array(4).fill([permissions.onAdded]),
    ...Array(2).fill([permissions.onRemoved]),
    ...Array(3).fill([runtime.onInstalled]),
    ...Array(2).fill([runtime.onMessage]),
    ...Array(3).fill([tabs.onRemoved]),
    ...Array(2).fill([tabs.onUpdated]),
    ...Array(2).fill([storage.session.onChanged]),
    [storage.local.onChanged],
    [storage.onChanged],
    [tabs.onActivated],
    [windows.onRemoved],
    [alarms.onAlarm],
    [commands.onCommand],
    [contextMenus.onClicked],
    [runtime.onUpdateAvailable],
  ];
  for (const [event, ...wants] of events) event.addListener(() => {}, ...wants);
}
