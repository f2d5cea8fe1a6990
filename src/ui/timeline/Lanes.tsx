import { drawLane, LABEL_Y, LANE_HEIGHT, outlineOf } from './draw';
import type { Lane } from './lanes';
import { markKinds } from './lanes';
import { memo } from './memo';
import type { View } from './view';

interface Props {
  lanes: readonly Lane[];
  /** Index of the first one among all. */
  first: number;
  view: View;
  width: number;
  selected: string | undefined;
}

/** The lanes that are in sight, with as much again on either side, so that panning only moves the picture. */
export const Lanes = memo(function Lanes({ lanes, first, view, width, selected }: Props) {
  return (
    <>
      {lanes.map((lane, at) => (
        <g key={lane.id} transform={`translate(0 ${(first + at) * LANE_HEIGHT})`}>
          <LanePicture lane={lane} view={view} width={width} selected={selected} />
        </g>
      ))}
    </>
  );
});

function LanePicture({ lane, view, width, selected }: { lane: Lane } & Omit<Props, 'lanes' | 'first'>) {
  const { bars, rests, marks } = drawLane(lane, view, -width, 2 * width);
  const chosen = lane.bars.find(({ token }) => token === selected);
  return (
    <>
      <path class="tl-rest" d={rests} />
      <path class="tl-bar" d={bars} />
      {markKinds.map((kind) =>
        marks[kind] === '' ? null : <path key={kind} class={`tl-${kind}`} d={marks[kind]} />,
      )}
      {chosen && <rect class="tl-chosen" rx="3" {...outlineOf(chosen, view)} />}
    </>
  );
}

/** The names of the lanes, which stay where they are while the picture moves. */
export function LaneNames({
  lanes,
  first,
  nameOf,
}: Pick<Props, 'lanes' | 'first'> & { nameOf(lane: Lane): string }) {
  return (
    <>
      {lanes.map((lane, at) => (
        <g key={lane.id} transform={`translate(0 ${(first + at) * LANE_HEIGHT})`}>
          <path class="tl-line" d="M0 .5H100000" />
          <text class="tl-name" x="8" y={LABEL_Y}>
            {nameOf(lane)}
          </text>
        </g>
      ))}
    </>
  );
}
