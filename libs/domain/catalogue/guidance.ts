import type { Day, Id } from '@srd/kernel';
import type { Sector, InspectionMethod } from '@srd/domain/organ';
import type { ChecklistLine } from './events';
import { itemOf, itemsInForce, type CatalogueState } from './state';

/** 随机抽查事项指导清单: what an institution prepares for (A二(五); R29). */
export type GuidanceEntry = {
  readonly item: Id;
  readonly version: number;
  readonly name: string;
  readonly basis: readonly string[];
  readonly content: readonly string[];
  readonly methods: readonly InspectionMethod[];
  readonly checklist: readonly ChecklistLine[];
};

const cited = ({ law, article }: { readonly law: string; readonly article: string }): string => `${law}${article}`;

/** The guidance list of a sector on a day: items in force alone, in the words of their published versions (R25, R29). */
export function guidanceList(state: CatalogueState, sector: Sector, day: Day): readonly GuidanceEntry[] {
  return itemsInForce(state, sector, day).map(({ item, version, name, basis, content, methods, checklist = [] }) => ({
    item,
    version,
    name,
    basis: basis.map(cited),
    content,
    methods,
    checklist,
  }));
}

/** An item's version as a case pins it: its name, its articles, its checklist (R70, trap 15); undefined where there is none. */
export function pinnedItem(
  state: CatalogueState,
  item: Id,
  version: number,
):
  | {
      readonly id: Id;
      readonly revision: number;
      readonly name: string;
      readonly basis: readonly string[];
      readonly checklist: readonly ChecklistLine[];
    }
  | undefined {
  const text = itemOf(state, item)?.versions[version - 1];
  if (!text) return undefined;
  const { name, basis, checklist = [] } = text;
  return { id: item, revision: version, name, basis: basis.map(cited), checklist };
}
