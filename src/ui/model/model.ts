import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Span } from '../../core/token/json';
import type { PartName } from '../../core/token/token';
import type { Exchange } from '../../core/traffic/exchange';
import { type DetailView, detailViewOf } from '../detail/views';
import { createLanguage, type Language } from '../language';
import type { Surroundings } from '../surroundings';
import { type FileState, shownIn, withFile } from './file';
import { createFilter, type Filter } from './filter';
import { createKeys, type Keys } from './keys';
import { createKeysFor } from './origins';
import { createPasted, type Pasted } from './pasted';
import { createSelection, type Selection } from './selection';
import { createTokens, type TokenRow } from './tokens';
import { createVerdicts, type Verdicts } from './verdicts';

/** Characters of the shown token that the reader points at, as a span of a part's decoded text. */
export interface Pointed {
  part: PartName;
  /** Where the part begins in the token's text; absent: the first part of that name. */
  at?: number;
  span: Span;
  /** How, where a character of the raw token is pointed at and not a claim. */
  inToken?: 'hover' | 'click';
}

/** All a window shows: what surrounds it, and what follows from that. */
export interface Model {
  surroundings: Surroundings;
  language: Language;
  /** The distinct tokens of the log, newest first. */
  tokens: ReadonlySignal<readonly TokenRow[]>;
  filter: Filter;
  pasted: Pasted;
  selection: Selection;
  keys: Keys;
  verdicts: Verdicts;
  pointed: Signal<Pointed | undefined>;
  /** The requests that Clear took away, as long as they can be put back. */
  cleared: Signal<readonly Exchange[]>;
  /** What the main pane shows. */
  detail: Signal<DetailView>;
  /** Shows a view in the main pane; a window without one leads to the full tab. */
  show(view: DetailView): void;
  /** The recording that stands in place of the live log, or is being opened. */
  file: Signal<FileState>;
  /** What else ends with the window. */
  endings: (() => void)[];
  dispose(): void;
}

export function createModel(given: Surroundings, hasPane = true): Model {
  const file = signal<FileState>(undefined);
  const surroundings = withFile(given, file);
  const { settings } = surroundings;
  const detail = signal(detailViewOf(surroundings.view));
  const tokens = createTokens(surroundings.log);
  const pasted = createPasted(surroundings.draft);
  const keys = createKeys(
    surroundings.draft,
    surroundings.keyring,
    undefined,
    createKeysFor(surroundings.log),
  );
  return {
    surroundings,
    language: createLanguage(surroundings.say, undefined, () => settings.value.clock === 'utc'),
    tokens,
    filter: createFilter(tokens),
    pasted,
    selection: createSelection(surroundings.draft, pasted, tokens),
    keys,
    verdicts: createVerdicts(undefined, (text) => shownIn(file.peek())?.verdicts.get(text)),
    pointed: signal(undefined),
    cleared: signal([]),
    detail,
    file,
    show(view) {
      if (hasPane) detail.value = view;
      else surroundings.actions.openFull?.(view);
    },
    endings: [maskWhileWatched(surroundings)],
    dispose() {
      for (const end of this.endings) end();
      pasted.dispose();
      keys.dispose();
    },
  };
}

/** The style sheet masks what came from outside while the document says so. */
function maskWhileWatched({ settings }: Surroundings): () => void {
  return effect(
    () =>
      void document.documentElement.toggleAttribute('data-screen-share', settings.value.screenShare === true),
  );
}

export const ModelContext = createContext<Model | undefined>(undefined);

/** The model of the window a component stands in. */
export function useModel(): Model {
  const model = useContext(ModelContext);
  if (!model) throw new Error('a component of the window was rendered without its model');
  return model;
}

/** The words of the window a component stands in. */
export const useLanguage = (): Language => useModel().language;
