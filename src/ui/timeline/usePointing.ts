import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { AXIS_HEIGHT } from './Axis';
import { LANE_HEIGHT, markNear } from './draw';
import type { Lane, Mark } from './lanes';
import type { TimelineView } from './useTimeline';

/** A mark, and where the pointer is in the picture's frame. */
export interface Pointed {
  mark: Mark;
  x: number;
  y: number;
}

/** A pointer that moves less far than this between down and up has clicked. CSS pixels. */
const CLICK_PIXELS = 4;
const WHEEL_ZOOM = 0.002;

/** Dragging and the wheel move the picture; a click chooses what is there. */
export function usePointing(
  scroller: RefObject<HTMLDivElement | null>,
  lanes: readonly Lane[],
  timeline: TimelineView,
  choose: (mark: Mark) => void,
) {
  const pointed = useSignal<Pointed | undefined>(undefined);
  const drag = useRef<{ x: number; moved: number } | undefined>(undefined);
  const place = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = scroller.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: clientX - left, y: clientY - top };
  };
  const markAt = (event: MouseEvent): Pointed | undefined => {
    const { x, y } = place(event);
    const lane = lanes[Math.floor((y + (scroller.current?.scrollTop ?? 0)) / LANE_HEIGHT)];
    const mark = lane && markNear(lane, timeline.view.peek(), x);
    return mark && { mark, x, y: y + AXIS_HEIGHT };
  };
  // A wheel listener that may prevent scrolling has to say so when it is added.
  useEffect(() => {
    const { current } = scroller;
    const onWheel = (event: WheelEvent) => {
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) timeline.zoom(Math.exp(-event.deltaY * WHEEL_ZOOM), place(event).x);
      else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) timeline.pan(sideways);
      else return;
      event.preventDefault();
    };
    current?.addEventListener('wheel', onWheel, { passive: false });
    return () => current?.removeEventListener('wheel', onWheel);
  });
  const handlers = {
    onPointerDown(event: PointerEvent) {
      if (event.button === 0) drag.current = { x: event.clientX, moved: 0 };
    },
    onPointerMove(event: PointerEvent) {
      const { current } = drag;
      if (!current) {
        pointed.value = markAt(event);
        return;
      }
      const pixels = current.x - event.clientX;
      current.x = event.clientX;
      current.moved += Math.abs(pixels);
      if (current.moved < CLICK_PIXELS) return;
      scroller.current?.setPointerCapture(event.pointerId);
      pointed.value = undefined;
      timeline.pan(pixels);
    },
    onPointerUp(event: PointerEvent) {
      const { current } = drag;
      drag.current = undefined;
      const found = current && current.moved < CLICK_PIXELS && markAt(event);
      if (found) choose(found.mark);
    },
    onPointerCancel() {
      drag.current = undefined;
    },
    onPointerLeave() {
      pointed.value = undefined;
    },
  };
  return { pointed: pointed as ReadonlySignal<Pointed | undefined>, handlers };
}
