import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { overrideActions } from '../../core/override';
import { type OverrideChoice, overrideChoices } from '../../core/overrideChoices';
import type { Language } from '../language';
import { hostOf } from '../model/address';
import { useModel } from '../model/model';
import type { Surroundings } from '../surroundings';
import { useDerived } from '../useDerived';
import { Choice } from './Choice';
import { RefusedOverride } from './RefusedOverride';
import {
  carrierOf,
  carriersOf,
  formsOf,
  HEADER,
  OTHER_COOKIE,
  overrideOf,
  type Tried,
  untried,
} from './tried';

const keyOf = ({ tabId, origin }: OverrideChoice) => `${tabId} ${origin}`;

/** What to change in which requests. */
export function TryItForm({ text }: { text: string }) {
  const { surroundings, language } = useModel();
  const { say } = language;
  const { log, page, overrides, actions } = surroundings;
  const choices = useDerived(() => overrideChoices(log.value.exchanges, page.value), []).value;
  const chosen = useSignal<string | undefined>(undefined);
  const tried = useSignal<Tried>(untried);
  const nameId = useId();
  const choice = choices.find((each) => keyOf(each) === chosen.value) ?? choices[0];
  if (!choice) return <p class="soft">{say('override_none')}</p>;
  const override = overrideOf(text, tried.value, choice);
  const carrier = carrierOf(tried.value, choice);
  const put = (more: Partial<Tried>) => {
    tried.value = { ...tried.value, ...more };
  };
  const { refused } = overrides.value;
  return (
    <form
      class="try-it"
      onSubmit={(event) => {
        event.preventDefault();
        actions.override(override);
      }}
    >
      <Choice
        label={say('override_action')}
        value={tried.value.action}
        options={overrideActions.map((action) => [action, language.code('override_action', action)])}
        onChange={(action) => put({ action: action as Tried['action'] })}
      />
      <Choice
        label={say('override_carrier')}
        value={carrier}
        options={carriersOf(choice).map((each) => [each, carrierName(each, language)])}
        onChange={(each) => put({ carrier: each })}
      />
      {carrier === OTHER_COOKIE && (
        <>
          <label for={nameId}>{say('override_cookie_name')}</label>
          <input
            id={nameId}
            autocomplete="off"
            spellcheck={false}
            value={tried.value.cookie}
            onInput={(event) => put({ cookie: event.currentTarget.value })}
          />
        </>
      )}
      {carrier === HEADER && tried.value.action !== 'drop' && (
        <Choice
          label={say('override_form')}
          value={String(tried.value.form)}
          options={formsOf(choice).map(({ before, after }, at) => [
            String(at),
            before + after === '' ? say('override_form_raw') : `${before}…${after}`,
          ])}
          onChange={(at) => put({ form: Number(at) })}
        />
      )}
      <Choice
        label={say('override_to')}
        value={keyOf(choice)}
        options={choices.map((each) => [keyOf(each), choiceName(each, surroundings)])}
        onChange={(key) => {
          chosen.value = key;
        }}
      />
      <p class="soft">{language.code(`override_how_${placeWord(override)}`, override.action)}</p>
      {refused?.override.tabId === choice.tabId && <RefusedOverride refused={refused} />}
      <button type="submit" class="chip">
        {say('override_start')}
      </button>
    </form>
  );
}

const placeWord = ({ target }: { target: { place: string } }) =>
  target.place === 'request-header' ? 'header' : 'cookie';

function carrierName(carrier: string, { say }: Language): string {
  if (carrier === HEADER) return HEADER;
  return carrier === OTHER_COOKIE ? say('override_cookie_another') : say('override_cookie', [carrier]);
}

/** Tabs have no names for us; they are known by the page that stands in them. */
function choiceName({ tabId, origin, initiators }: OverrideChoice, { page, say }: Surroundings): string {
  const tab =
    page.value?.tabId === tabId
      ? say('override_tab_here')
      : say('override_tab_else', [hostOf(initiators[0] ?? origin)]);
  return `${hostOf(origin)} · ${tab}`;
}
