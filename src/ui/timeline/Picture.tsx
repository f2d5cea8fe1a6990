import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useModel } from '../model/model';
import { AXIS_HEIGHT, Axis } from './Axis';
import { type Cursor, cursorMoves, markAt } from './cursor';
import { LANE_HEIGHT } from './draw';
import { LaneNames, Lanes } from './Lanes';
import type { Lane, Mark } from './lanes';
import { markText } from './markText';
import { NowLine } from './NowLine';
import { Tip } from './Tip';
import { useChoose } from './useChoose';
import { usePointing } from './usePointing';
import { useSize } from './useSize';
import type { TimelineView } from './useTimeline';
import { useTimeline } from './useTimeline';
import { xOf } from './view';

/** Lanes drawn above and below what is in sight. */
const SPARE_LANES = 3;

interface Props {
  lanes: readonly Lane[];
  nameOf(lane: Lane): string;
  whoOf(token: string): string;
  /** Told of what moves the view, for the buttons around the picture. */
  onView(timeline: TimelineView): void;
}

/** The picture itself: one lane per lineage, moved by pointer, wheel and keys. */
export function Picture({ lanes, nameOf, whoOf, onView }: Props) {
  const model = useModel();
  const { language, surroundings, selection } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const moving = useRef<SVGGElement>(null);
  const axis = useRef<SVGGElement>(null);
  const size = useSize(scroller, { width: 800, height: 200 });
  const scrolled = useSignal(0);
  const cursor = useSignal<Cursor | undefined>(undefined);
  const { width, height } = size.value;
  const shown = selection.text.value;
  const timeline = useTimeline(lanes, surroundings.now, size.value, (pixels) => {
    const transform = `translate(${pixels} 0)`;
    moving.current?.setAttribute('transform', transform);
    axis.current?.setAttribute('transform', transform);
  });
  onView(timeline);
  const choose = useChoose();
  const pointing = usePointing(scroller, lanes, timeline, choose);
  const first = Math.max(0, Math.floor(scrolled.value / LANE_HEIGHT) - SPARE_LANES);
  const inSight = useRef<readonly Lane[]>([]);
  const wanted = lanes.slice(first, first + Math.ceil(height / LANE_HEIGHT) + 2 * SPARE_LANES);
  if (!sameLanes(inSight.current, wanted)) inSight.current = wanted;
  const drawn = timeline.drawn.value;
  const marked = cursor.value && markAt(lanes, cursor.value);
  const told = (mark: Mark) => markText(mark, whoOf, language);

  useSignalEffect(() => {
    const at = cursor.value;
    const mark = at && markAt(lanes, at);
    if (!mark) return;
    timeline.reveal(mark.ms);
    revealLane(scroller.current, at.lane);
  });
  // What is chosen elsewhere is found here; what was chosen here is in sight, and nothing moves.
  useEffect(() => {
    const lane = lanes.findIndex(({ bars }) => bars.some(({ token }) => token === shown));
    if (lane >= 0) revealLane(scroller.current, lane);
  }, [shown]);
  const onKeyDown = (event: KeyboardEvent) => {
    const handled = keyOf(event, { lanes, cursor: cursor.peek(), timeline, width });
    if (!handled) return;
    event.preventDefault();
    if (handled.cursor) cursor.value = handled.cursor;
    if (handled.choose) choose(handled.choose);
  };
  return (
    <div class="tl-frame">
      <svg class="tl-axis" width={width} height={height + AXIS_HEIGHT} aria-hidden="true">
        <g ref={axis}>
          <Axis view={drawn} width={2 * width} height={height + AXIS_HEIGHT} />
        </g>
      </svg>
      <div
        class="tl-scroll"
        ref={scroller}
        role="application"
        aria-label={language.say('timeline_label')}
        aria-describedby="tl-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys of its own
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => {
          cursor.value = undefined;
        }}
        onScroll={(event) => {
          scrolled.value = event.currentTarget.scrollTop;
        }}
        {...pointing.handlers}
      >
        <svg
          class="tl-picture"
          width={width}
          height={Math.max(lanes.length * LANE_HEIGHT, height - 1)}
          aria-hidden="true"
        >
          <g ref={moving}>
            <Lanes lanes={inSight.current} first={first} view={drawn} width={width} selected={shown} />
            {marked && cursor.value && (
              <circle
                class="tl-cursor"
                cx={xOf(drawn, marked.ms)}
                cy={cursor.value.lane * LANE_HEIGHT + LANE_HEIGHT / 2 + 5}
                r="10"
              />
            )}
            <NowLine view={drawn} height={Math.max(lanes.length * LANE_HEIGHT, height)} />
          </g>
          <LaneNames lanes={inSight.current} first={first} nameOf={nameOf} />
        </svg>
      </div>
      <Tip pointed={pointing.pointed} text={told} />
      <p class="unseen" role="status">
        {marked &&
          [cursor.value && lanes[cursor.value.lane]]
            .map((lane) => lane && nameOf(lane))
            .concat(told(marked))
            .join('. ')}
      </p>
    </div>
  );
}

const sameLanes = (one: readonly Lane[], other: readonly Lane[]) =>
  one.length === other.length && one.every((lane, at) => lane === other[at]);

function revealLane(scroller: HTMLElement | null, lane: number): void {
  if (!scroller) return;
  const top = lane * LANE_HEIGHT;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const bottom = top + LANE_HEIGHT - scroller.clientHeight;
  if (bottom > scroller.scrollTop) scroller.scrollTop = bottom;
}

interface KeyContext {
  lanes: readonly Lane[];
  cursor: Cursor | undefined;
  timeline: TimelineView;
  width: number;
}

const ZOOM = 1.5;

/** What a key does: with Shift the arrows move the picture, without it from mark to mark. */
function keyOf(
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent,
  { lanes, cursor, timeline, width }: KeyContext,
): { cursor?: Cursor; choose?: Mark } | undefined {
  if (ctrlKey || altKey || metaKey || lanes.length === 0) return undefined;
  const x = (cursor && xOf(timeline.view.peek(), markAt(lanes, cursor)?.ms ?? 0)) ?? width / 2;
  const views: Readonly<Record<string, () => void>> = {
    '+': () => timeline.zoom(ZOOM, x),
    '=': () => timeline.zoom(ZOOM, x),
    '-': () => timeline.zoom(1 / ZOOM, x),
    '0': () => timeline.fit(),
    ...(shiftKey && {
      ArrowLeft: () => timeline.pan(-width / 4),
      ArrowRight: () => timeline.pan(width / 4),
    }),
  };
  if (Object.hasOwn(views, key)) {
    views[key]?.();
    return {};
  }
  if (key === 'Enter' && cursor) {
    const mark = markAt(lanes, cursor);
    return mark ? { choose: mark } : {};
  }
  const move = Object.hasOwn(cursorMoves, key) ? cursorMoves[key] : undefined;
  if (!move) return undefined;
  // The first arrow only shows where the keyboard is: at the latest event of the first lane.
  const latest = { lane: 0, mark: Math.max(0, (lanes[0]?.marks.length ?? 1) - 1) };
  return { cursor: cursor || !key.startsWith('Arrow') ? move(cursor ?? latest, lanes) : latest };
}
