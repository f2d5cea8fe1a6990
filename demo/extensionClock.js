// Stands in front of the extension's own scripts where its clock is set (clockedPackage.ts), which gives `clock`: its
// windows stand still at `windowMs`, its background and what it hears of requests and pages go on `offsetMs` beside the
// machine. Both in milliseconds.
{
  const { windowMs, offsetMs } = globalThis.clock;
  const machineNow = Date.now;
  const standsStill = 'document' in globalThis && !location.pathname.endsWith('/devtools.html');
  Date.now = standsStill ? () => windowMs : () => machineNow() + offsetMs;

  const hearMoved = (event, moved) => {
    const add = event.addListener.bind(event);
    event.addListener = (listener, ...rest) => add((told) => listener(moved(told)), ...rest);
  };

  for (const event of [
    'onBeforeRequest',
    'onSendHeaders',
    'onHeadersReceived',
    'onBeforeRedirect',
    'onCompleted',
    'onErrorOccurred',
  ])
    if (chrome.webRequest)
      hearMoved(chrome.webRequest[event], (details) => ({
        ...details,
        timeStamp: details.timeStamp + offsetMs,
      }));

  if (chrome.devtools) {
    const { network, inspectedWindow } = chrome.devtools;
    const movedEntry = (entry) => {
      entry.startedDateTime = new Date(Date.parse(entry.startedDateTime) + offsetMs).toISOString();
      return entry;
    };
    hearMoved(network.onRequestFinished, movedEntry);
    const getHAR = network.getHAR.bind(network);
    network.getHAR = async () => {
      const har = await getHAR();
      return { ...har, entries: (har.entries ?? []).map(movedEntry) };
    };
    const evaluate = inspectedWindow.eval.bind(inspectedWindow);
    inspectedWindow.eval = async (expression) => {
      const answer = await evaluate(expression);
      return expression === 'performance.timeOrigin' ? answer + offsetMs : answer;
    };
  }
}
