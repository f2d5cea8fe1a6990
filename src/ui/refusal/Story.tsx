import '../css/refusal.css';
import { lifeAt } from '../../core/refusals/life';
import type { Lineage, LineageToken } from '../../core/traffic/lineage';
import { senderOf } from '../../core/traffic/lineageSuccession';
import { Term } from '../explain/Term';
import { hostOf, pathOf } from '../model/address';
import { useModel } from '../model/model';
import { whereText } from '../model/where';
import { timelineOpener } from '../timeline/drawer';
import { Visible } from '../Visible';
import { seenBy } from './scene';
import { TroubleList } from './TroubleList';

/** Where a captured token stands in its lineage: how it came, what it replaced, what replaced it, what went wrong. */
export function Story({ text }: { text: string }) {
  const model = useModel();
  const { say } = model.language;
  const { scene, troubles } = seenBy(model).value;
  const found = placesOf(scene.reading.lineages, text);
  if (found.length === 0) return null;
  const openTimeline = timelineOpener(model);
  const own = troubles.filter(({ tokens }) => tokens.includes(text));
  return (
    <section class="story" aria-label={say('story_title')}>
      <h3>
        <Term asked={{ term: 'lineage' }}>{say('story_title')}</Term>
      </h3>
      {found.map(({ lineage, entry }) => (
        <Chapter key={lineage.id} lineage={lineage} entry={entry} />
      ))}
      <TroubleList troubles={own} />
      {openTimeline && (
        <button type="button" class="link" onClick={openTimeline}>
          {say('story_timeline')}
        </button>
      )}
    </section>
  );
}

interface Place {
  lineage: Lineage;
  entry: LineageToken;
}

const placesOf = (lineages: readonly Lineage[], text: string): Place[] =>
  lineages.flatMap((lineage) => {
    const entry = lineage.tokens.find(({ token }) => token === text);
    return entry ? [{ lineage, entry }] : [];
  });

function Chapter({ lineage, entry }: Place) {
  const { language } = useModel();
  const { begin, issued, firstSeenMs, uses, replacedMs, loggedOutMs, boughtWith } = entry;
  const by = issued ? `${issued.method} ${pathOf(issued.url)}` : '';
  const senders = new Set(uses.map(senderOf)).size;
  const capture = { carrier: lineage.carrier, before: '', token: '', after: '' };
  return (
    <ul class="soft">
      <li>
        <Visible text={language.code('story', begin, [by, language.clock(firstSeenMs)])} />
      </li>
      <li>
        <Visible
          text={language.say('story_where', [hostOf(lineage.origin), whereText(capture, language.say)])}
        />
      </li>
      {boughtWith !== undefined && <li>{language.say('story_bought')}</li>}
      {senders > 0 && <li>{language.count('story_tabs', senders)}</li>}
      <LifeLine text={entry.token} />
      {replacedMs !== undefined && <li>{language.say('story_replaced', [language.clock(replacedMs)])}</li>}
      {loggedOutMs !== undefined && (
        <li>{language.say('story_logged_out', [language.clock(loggedOutMs)])}</li>
      )}
      <Neighbours entry={entry} lineage={lineage} />
    </ul>
  );
}

/** What is left, where the token itself does not say when it began. */
function LifeLine({ text }: { text: string }) {
  const model = useModel();
  const { now, settings } = model.surroundings;
  const { scene } = seenBy(model).value;
  const { state, fraction, seenSeconds } = lifeAt(
    scene.times(text),
    scene.births.get(text),
    now.value,
    settings.value.nearExpirySeconds,
  );
  if (state === 'no-expiry' && seenSeconds !== undefined)
    return <li>{model.language.say('story_life', [model.language.duration(seenSeconds)])}</li>;
  if (fraction === undefined || state === 'expired') return null;
  return <li>{model.language.say('story_left', [`${Math.round(fraction * 100)} %`])}</li>;
}

function Neighbours({ entry, lineage }: Place) {
  const { selection, language } = useModel();
  const older = lineage.tokens.find(({ replacedBy }) => replacedBy === entry.token)?.token;
  const steps = [
    { token: older, label: language.say('story_older') },
    { token: entry.replacedBy, label: language.say('story_newer') },
  ];
  return steps.map(({ token, label }) =>
    token === undefined ? null : (
      <li key={label}>
        <button type="button" class="link" onClick={() => selection.choose(token)}>
          {label}
        </button>
      </li>
    ),
  );
}
