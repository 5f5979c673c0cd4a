import type { Day, Fact, Id } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import type { CatalogueEvent, ItemText } from './events';
import { refuse } from './refusals';

export type ItemVersion = ItemText & { readonly version: number; readonly reason: string | null };

export type Item = {
  readonly item: Id;
  /** Oldest first. */
  readonly versions: readonly ItemVersion[];
  /** Which version was published when, oldest first. */
  readonly publications: readonly { readonly version: number; readonly publishedOn: Day }[];
  readonly withdrawal: { readonly reason: string; readonly withdrawnOn: Day } | null;
};

export type CatalogueState = { readonly organ: Id | null; readonly items: { readonly [item: Id]: Item } };

export const initial: CatalogueState = { organ: null, items: {} };

/** The item, withdrawn ones too. */
export function itemOf(state: CatalogueState, item: Id): Item | undefined {
  return Object.hasOwn(state.items, item) ? state.items[item] : undefined;
}

/** The newest version, published or not. */
export function newestVersion(item: Item): ItemVersion {
  return item.versions.at(-1) ?? refuse('ITEM_UNKNOWN');
}

function standing(state: CatalogueState, id: Id): Item {
  const item = itemOf(state, id);
  if (!item || item.withdrawal) return refuse('OUT_OF_TURN', '清单中没有该事项，或已停用');
  return item;
}

/** The catalogue after one more fact. */
export function evolve(state: CatalogueState, fact: Fact<CatalogueEvent>): CatalogueState {
  const put = (...items: readonly Item[]): CatalogueState => ({
    ...state,
    items: { ...state.items, ...Object.fromEntries(items.map((item) => [item.item, item])) },
  });
  switch (fact.type) {
    case 'ItemEntered': {
      const { organ, item, ...text } = fact.data;
      if ((state.organ ?? organ) !== organ) refuse('OUT_OF_TURN', '该事项清单属于另一机关');
      if (itemOf(state, item)) refuse('OUT_OF_TURN', '该事项编号已在清单中');
      const entered = { item, versions: [{ ...text, version: 1, reason: null }], publications: [], withdrawal: null };
      return { ...put(entered), organ };
    }
    case 'ItemRevised': {
      const { version, text, reason } = fact.data;
      const item = standing(state, fact.data.item);
      if (version !== item.versions.length + 1) refuse('OUT_OF_TURN', '事项的版本号不连续');
      return put({ ...item, versions: [...item.versions, { ...text, version, reason }] });
    }
    case 'ItemsPublished': {
      const { items, occurredOn: publishedOn } = fact.data;
      return put(
        ...items.map(({ item: id, version }) => {
          const item = standing(state, id);
          if (version !== item.versions.length) refuse('OUT_OF_TURN', '公布的不是事项的现行版本');
          return { ...item, publications: [...item.publications, { version, publishedOn }] };
        }),
      );
    }
    case 'ItemWithdrawn': {
      const { reason, occurredOn: withdrawnOn } = fact.data;
      return put({ ...standing(state, fact.data.item), withdrawal: { reason, withdrawnOn } });
    }
    default:
      return refuse('OUT_OF_TURN');
  }
}

/** The version that was published and in force on the day; undefined when the item mustn't be inspected then (R24, R25). */
export function inForceOn(item: Item, day: Day): ItemVersion | undefined {
  if (item.withdrawal && item.withdrawal.withdrawnOn <= day) return undefined;
  const published = item.publications.findLast(({ publishedOn }) => publishedOn <= day);
  return published && item.versions[published.version - 1];
}

/** Items of a sector that may be inspected on the day, in their published versions, sorted by item id; empty means none has a basis (R24, R25, C11). */
export function itemsInForce(
  state: CatalogueState,
  sector: Sector,
  day: Day,
): readonly (ItemVersion & { readonly item: Id })[] {
  return Object.values(state.items)
    .flatMap((item) => {
      const version = inForceOn(item, day);
      return version?.sector === sector ? [{ item: item.item, ...version }] : [];
    })
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}

/** One of the two published lists as it stood on the day (R103). */
export function publishedList(
  state: CatalogueState,
  list: 'own' | 'joint',
  day: Day,
): readonly (ItemVersion & { readonly item: Id })[] {
  return Object.values(state.items)
    .flatMap((item) => {
      const version = inForceOn(item, day);
      return version?.joint === (list === 'joint') ? [{ item: item.item, ...version }] : [];
    })
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}
