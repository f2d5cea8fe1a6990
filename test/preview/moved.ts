/** A layout shift as Chromium reports it (Layout Instability API, which TypeScript does not know). */
interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  sources: readonly { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

const isKnown = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
let moved: string[] = [];

const nameOf = (node: Node | null) =>
  node instanceof Element ? `${node.localName}.${node.className}` : 'text';

function take(entries: PerformanceEntryList): void {
  const shifts = entries as LayoutShift[];
  for (const { hadRecentInput, sources } of shifts) {
    if (hadRecentInput) continue;
    for (const { node, previousRect, currentRect } of sources)
      moved.push(`${nameOf(node)}: ${previousRect.x} ${previousRect.y} to ${currentRect.x} ${currentRect.y}`);
  }
}

const observer = new PerformanceObserver((list) => take(list.getEntries()));

/** Notes from here on what moves although nobody touched anything, where the browser tells of it. */
export function watchMoves(): void {
  observer.disconnect();
  moved = [];
  if (isKnown) observer.observe({ type: 'layout-shift' });
}

/** What has moved, each as what it is and where it was and went, in CSS pixels. Nothing is noted any more. */
export function endMoves(): readonly string[] {
  take(observer.takeRecords());
  observer.disconnect();
  return moved;
}
