import { AXIS_HEIGHT, zoneOffsetMs } from './Axis';
import { drawLane, LABEL_Y, LANE_HEIGHT } from './draw';
import { type Lane, type MarkKind, markKinds } from './lanes';
import { type Ticks, ticksOf, type View, xOf } from './view';

/** Colours of the picture by role, as the window has them now: light or dark. */
export interface Colours {
  surface: string;
  line: string;
  text: string;
  soft: string;
  bar: string;
  accent: string;
  bad: string;
  warn: string;
}

/** Reads the colours where they are in use, since a file of its own knows no custom properties. */
export function coloursOf(element: Element): Colours {
  const probe = document.createElement('i');
  element.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    surface: read('surface'),
    line: read('line'),
    text: read('text'),
    soft: read('text-soft'),
    bar: read('line-strong'),
    accent: read('accent'),
    bad: read('bad'),
    warn: read('warn'),
  };
  probe.remove();
  return colours;
}

export interface Picture {
  lanes: readonly Lane[];
  view: View;
  width: number;
  nowMs: number;
  colours: Colours;
  nameOf(lane: Lane): string;
  tickText(ms: number, ticks: Ticks): string;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\p{Cc}/gu, '');

/** The part of time that is shown, with all lanes, as an SVG file that stands by itself. It holds no token. */
export function svgOf({ lanes, view, width, nowMs, colours, nameOf, tickText }: Picture): string {
  const height = AXIS_HEIGHT + Math.max(1, lanes.length) * LANE_HEIGHT;
  const ticks = ticksOf(view, width, zoneOffsetMs(view.fromMs));
  const axis = ticks.moments.map((ms) => {
    const x = Math.round(xOf(view, ms));
    const text = escaped(tickText(ms, ticks));
    return `<path d="M${x}.5 15V${height}" stroke="${colours.line}"/><text x="${x + 4}" y="13" fill="${colours.soft}">${text}</text>`;
  });
  const rows = lanes.map((lane, at) => {
    const { bars, rests, marks } = drawLane(lane, view, 0, width);
    const shapes = markKinds.map((kind) => `<path d="${marks[kind]}" ${looks[kind](colours)}/>`).join('');
    const name = `<text x="8" y="${LABEL_Y}" fill="${colours.text}">${escaped(nameOf(lane))}</text>`;
    const line = `<path d="M0 .5H${width}" stroke="${colours.line}"/>`;
    const rest = `<path d="${rests}" stroke="${colours.bar}" stroke-width="2"/>`;
    const bar = `<path d="${bars}" fill="${colours.bar}" fill-opacity=".55"/>`;
    return `<g transform="translate(0 ${AXIS_HEIGHT + at * LANE_HEIGHT})">${line}${rest}${bar}${shapes}${name}</g>`;
  });
  const now = Math.round(xOf(view, nowMs));
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="11" fill="none">`;
  const line = `<path d="M${now}.5 0V${height}" stroke="${colours.accent}" stroke-dasharray="3 2"/>`;
  return `${head}<rect width="${width}" height="${height}" fill="${colours.surface}"/>${axis.join('')}${rows.join('')}${line}</svg>`;
}

/** As timeline.css has it. */
const looks: Readonly<Record<MarkKind, (colours: Colours) => string>> = {
  login: ({ accent }) => `fill="${accent}"`,
  refresh: ({ accent }) => `fill="${accent}"`,
  found: ({ accent, surface }) => `fill="${surface}" stroke="${accent}" stroke-width="1.5"`,
  used: ({ soft }) => `stroke="${soft}"`,
  refused: ({ bad }) => `stroke="${bad}" stroke-width="2"`,
  expired: ({ warn }) => `stroke="${warn}" stroke-width="2"`,
  logout: ({ soft, surface }) => `fill="${surface}" stroke="${soft}" stroke-width="1.5"`,
};

/** The picture of an SVG file in pixels, twice as fine as it is big. Undefined where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob | undefined> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(2, MOST_PIXELS / image.naturalHeight);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/png'));
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Browsers draw no canvas that is higher. */
const MOST_PIXELS = 16_000;
