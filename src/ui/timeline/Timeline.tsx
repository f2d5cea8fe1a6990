import '../css/timeline.css';
import '../css/refusal.css';
import { useMemo, useRef } from 'preact/hooks';
import { hostOf } from '../model/address';
import { useModel } from '../model/model';
import { whereText } from '../model/where';
import { seenBy } from '../refusal/scene';
import { TroubleList } from '../refusal/TroubleList';
import { saveFile } from '../transfer/saveFile';
import { createTickText } from './Axis';
import { coloursOf, pngOf, svgOf } from './exportImage';
import { Legend } from './Legend';
import { type Lane, lanesOf } from './lanes';
import { Picture } from './Picture';
import { TimelineTools } from './TimelineTools';
import type { TimelineView } from './useTimeline';

const mediaTypes = { svg: 'image/svg+xml', png: 'image/png' } as const;

/** One lane per lineage, what each shape means, and what went wrong over time. */
export function Timeline() {
  const model = useModel();
  const { language, tokens, surroundings } = model;
  const { scene, troubles } = seenBy(model).value;
  const lanes = useMemo(() => lanesOf(scene), [scene]);
  const timeline = useRef<TimelineView | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);
  const nameOf = (lane: Lane) => laneName(lane, model);
  const whos = useMemo(
    () => new Map(tokens.value.map(({ text, summary }) => [text, summary.who ?? ''])),
    [tokens.value],
  );
  const saveAs = async (kind: 'svg' | 'png') => {
    const view = timeline.current?.view.peek();
    if (!view || !root.current) return;
    const svg = svgOf({
      lanes,
      view,
      width: root.current.querySelector('.tl-scroll')?.clientWidth ?? 1000,
      nowMs: surroundings.now.peek(),
      colours: coloursOf(root.current),
      nameOf,
      tickText: createTickText(language),
    });
    const file = kind === 'svg' ? svg : await pngOf(svg);
    if (file) saveFile(`claimscope-timeline.${kind}`, file, mediaTypes[kind]);
  };
  if (lanes.length === 0) return <p class="empty soft">{language.say('timeline_empty')}</p>;
  return (
    <div class="timeline" ref={root}>
      <div class="tl-bar-row">
        <Legend />
        <TimelineTools
          zoom={(factor) => timeline.current?.zoom(factor, (root.current?.clientWidth ?? 0) / 2)}
          fit={() => timeline.current?.fit()}
          saveAs={saveAs}
        />
      </div>
      <div class="tl-body">
        <Picture
          lanes={lanes}
          nameOf={nameOf}
          whoOf={(token) => whos.get(token) ?? ''}
          onView={(view) => {
            timeline.current = view;
          }}
        />
        {troubles.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
          <section class="tl-troubles" tabIndex={0} aria-label={language.say('trouble_title')}>
            <TroubleList troubles={troubles} />
          </section>
        )}
      </div>
      <p class="unseen" id="tl-keys">
        {language.say('timeline_keys')}
      </p>
    </div>
  );
}

/** Where the tokens of a lane travel, and how many they are. */
function laneName({ origin, lineage, marks }: Lane, { language }: ReturnType<typeof useModel>): string {
  const host = hostOf(origin);
  if (!lineage) return `${host} · ${language.count('lane_tokenless', marks.length)}`;
  const { carrier, tokens, role } = lineage;
  const where = whereText({ carrier, before: '', token: '', after: '' }, language.say);
  const kind = role === 'access' ? '' : ` · ${language.code('role', role)}`;
  return `${host} · ${where}${kind} · ${language.count('tokens_count', tokens.length)}`;
}
