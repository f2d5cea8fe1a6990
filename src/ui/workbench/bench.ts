import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Key } from '../../core/key/key';
import { beginHistory, change, type History, redo, undo } from '../../core/sign/edit/history';
import { setMember } from '../../core/sign/edit/members';
import { emptyStart, guideStart } from '../../core/sign/edit/presets';
import type { Signing } from '../../core/sign/jws/sign';
import { issue } from '../../core/sign/sdJwt/issue';
import { memberOf, readJson } from '../../core/token/json';
import type { Model } from '../model/model';
import type { WorkbenchDraft } from '../surroundings';
import { type KeyChoice, keyChoices, likelyKey } from './keyChoices';
import { startFrom } from './startFrom';

/** What was made, of which texts, and with what. */
export interface Made {
  of: WorkbenchDraft;
  hidden: ReadonlySet<string>;
  signing: Signing;
  key?: KeyChoice | undefined;
}

/** The workbench of a window: what is edited, with what it is signed, and what came of it. */
export interface Bench {
  history: ReadonlySignal<History<WorkbenchDraft>>;
  edit: ReadonlySignal<WorkbenchDraft>;
  /** The algorithm that the header names; undefined where it names none. */
  alg: ReadonlySignal<string | undefined>;
  keys: ReadonlySignal<readonly KeyChoice[]>;
  key: ReadonlySignal<KeyChoice | undefined>;
  /** What was made of exactly what is there now; undefined once a byte of it has changed. */
  made: ReadonlySignal<Made | undefined>;
  /** Claims that become selectively disclosable, as JSON texts of their paths. */
  hidden: Signal<ReadonlySet<string>>;
  change(patch: Partial<WorkbenchDraft>, kind?: string): void;
  /** Changes the header's alg and no other byte of it. */
  setAlg(alg: string): void;
  chooseKey(id: string): void;
  begin(start: 'guide' | 'empty' | { token: string }): void;
  undo(): void;
  redo(): void;
  sign(): Promise<void>;
}

const benches = new WeakMap<Model, Bench>();

/** The one workbench of a window: going to another view and back loses nothing. */
export function benchOf(model: Model): Bench {
  const known = benches.get(model);
  if (known) return known;
  const bench = createBench(model);
  benches.set(model, bench);
  return bench;
}

function createBench(model: Model): Bench {
  const { draft, now } = model.surroundings;
  const history = signal(beginHistory(firstDraft(model)));
  const chosen = signal<string | undefined>(undefined);
  const last = signal<Made | undefined>(undefined);
  const hidden = signal<ReadonlySet<string>>(new Set());
  const edit = computed(() => history.value.present);
  const alg = computed(() => algIn(edit.value.header));
  const keys = computed(() => keyChoices(model));
  const key = computed(
    () => keys.value.find(({ id }) => id === chosen.value) ?? likelyKey(keys.value, alg.value),
  );
  const made = computed(() => {
    const { of, key: signer, hidden: concealed } = last.value ?? {};
    const isOfNow = of === edit.value && signer?.key === key.value?.key && concealed === hidden.value;
    return isOfNow ? last.value : undefined;
  });
  const put = (next: History<WorkbenchDraft>) => {
    history.value = next;
    draft.value = { ...draft.value, workbench: next.present };
  };
  const bench: Bench = {
    history,
    edit,
    alg,
    keys,
    key,
    made,
    hidden,
    change(patch, kind) {
      const present = edit.value;
      const same = Object.entries(patch).every(
        ([name, text]) => present[name as keyof WorkbenchDraft] === text,
      );
      if (!same) put(change(history.value, { ...present, ...patch }, now.value, kind));
    },
    setAlg(name) {
      const edited = setMember(edit.value.header, 'alg', JSON.stringify(name));
      if (edited.ok) bench.change({ header: edited.text });
    },
    chooseKey(id) {
      chosen.value = id;
    },
    begin(start) {
      hidden.value = new Set();
      put(change(history.value, draftFor(start, now.value / 1000), now.value));
    },
    undo: () => put(undo(history.value)),
    redo: () => put(redo(history.value)),
    async sign() {
      const [of, choice, concealed] = [edit.value, key.value, hidden.value];
      const signing = await signAll(of, choice?.key, concealed);
      last.value = { of, hidden: concealed, signing, key: choice };
    },
  };
  return bench;
}

function draftFor(start: Parameters<Bench['begin']>[0], nowSeconds: number): WorkbenchDraft {
  if (start === 'guide') return guideStart(nowSeconds);
  return start === 'empty' ? emptyStart(nowSeconds) : (startFrom(start.token) ?? emptyStart(nowSeconds));
}

function firstDraft({ surroundings, selection }: Model): WorkbenchDraft {
  const nowSeconds = surroundings.now.peek() / 1000;
  const shown = selection.text.peek();
  return (
    surroundings.draft.peek().workbench ??
    (shown === undefined ? undefined : startFrom(shown)) ??
    guideStart(nowSeconds)
  );
}

/** Signs what is there; without a signature only where the header was made to say so. */
function signAll(of: WorkbenchDraft, key: Key | undefined, hidden: ReadonlySet<string>): Promise<Signing> {
  const unsecured = algIn(of.header)?.toLowerCase() === 'none';
  const paths = [...hidden].map((text) => JSON.parse(text) as (string | number)[]);
  return issue({ header: of.header, payload: of.payload, key, unsecured }, paths);
}

export function algIn(header: string): string | undefined {
  const alg = memberOf(readJson(header).root, 'alg');
  return alg?.type === 'string' ? alg.value : undefined;
}
