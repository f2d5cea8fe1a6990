import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ListSettings } from '../../core/settings';
import type { Arrange } from '../model/filter';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { conditionOf } from '../query/match';
import { parseQuery, type Query, type Term } from '../query/parse';
import { createSubjects, type Subjects } from '../query/subjects';
import { type ChipName, chips, createCounts } from './chips';
import { grouped } from './grouped';
import { groupingOf } from './groupings';
import type { Line } from './lines';
import { columnsNamed, type PanelColumn, panelColumnNames } from './panelColumns';
import { areLasting, createSifting } from './sifting';
import { createSorting } from './sorting';

/** How a window's list of tokens is narrowed, ordered and laid out. */
export interface Listing {
  query: ReadonlySignal<Query>;
  subjects: Subjects;
  chip: Signal<ChipName>;
  counts: ReadonlySignal<Readonly<Record<ChipName, number>>>;
  columns: ReadonlySignal<readonly PanelColumn[]>;
  settings: ReadonlySignal<ListSettings>;
  change(part: Partial<ListSettings>): void;
  lines: ReadonlySignal<readonly Line[]>;
  /** Tokens that were picked together, the first one first; none where one is chosen alone. */
  picked: Signal<ReadonlySet<string>>;
  /** Opens or closes a group. */
  toggle(group: string): void;
}

/** Takes over how a model's list is arranged. */
export function createListing(model: Model): Listing {
  const { filter, surroundings, language } = model;
  const { settings } = surroundings;
  const own = computed<ListSettings>(() => settings.value.list ?? {});
  const query = computed(() => parseQuery(filter.query.value));
  const subjects = createSubjects(model);
  const chip = signal<ChipName>('all');
  const closed = signal<ReadonlySet<string>>(new Set());

  const terms = computed(() => [...query.value.terms, ...chips[chip.value].terms]);
  const condition = computed(() => {
    const holds = conditionOf(terms.value);
    return (row: TokenRow) => holds(subjects.of(row));
  });
  const narrowed = createNarrowing(terms, condition);
  const columns = computed(() => columnsNamed(own.value.columns ?? panelColumnNames));
  const order = computed(() => orderOf(columns.value, own.value.sort));
  const sorting = computed(() => order.value && createSorting(order.value));

  filter.arrange.value = (rows) => {
    const kept = narrowed(rows);
    return sorting.value?.(kept) ?? kept;
  };
  const grouping = computed(() => groupingOf(own.value.group, language));
  return {
    query,
    subjects,
    chip,
    counts: createCounts(model),
    columns,
    settings: own,
    change(part) {
      settings.value = { ...settings.value, list: { ...own.value, ...part } };
    },
    lines: computed(() =>
      grouping.value ? grouped(filter.rows.value, grouping.value, closed.value) : filter.rows.value,
    ),
    picked: signal<ReadonlySet<string>>(new Set()),
    toggle(group) {
      const next = new Set(closed.value);
      if (!next.delete(group)) next.add(group);
      closed.value = next;
    },
  };
}

/** Leaves out the rows that do not fit. Where there are many, those that are seen first come first. */
function createNarrowing(
  terms: ReadonlySignal<readonly Term[]>,
  condition: ReadonlySignal<(row: TokenRow) => boolean>,
): Arrange {
  const sifting = computed(() => (areLasting(terms.value) ? createSifting(condition.value) : undefined));
  const turns = signal(0);
  let waiting = false;
  const goOn = () => {
    waiting = false;
    if (sifting.peek()?.goOn()) turns.value += 1;
  };
  return (rows) => {
    if (terms.value.length === 0) return rows;
    if (!sifting.value) return rows.filter(condition.value);
    void turns.value;
    if (!waiting) setTimeout(goOn);
    waiting = true;
    return sifting.value.follow(rows);
  };
}

function orderOf(columns: readonly PanelColumn[], sort: ListSettings['sort']) {
  const by = columns.find(({ name }) => name === sort?.column)?.sortBy;
  return sort && by ? { by, down: sort.down } : undefined;
}

export const ListingContext = createContext<Listing | undefined>(undefined);

/** The listing of the window a component stands in. */
export function useListing(): Listing {
  const listing = useContext(ListingContext);
  if (!listing) throw new Error('a component of the list was rendered without its listing');
  return listing;
}
