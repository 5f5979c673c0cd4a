/** 随机抽查事项清单 and 部门联合抽查事项清单 of one organ (stream `catalogue-<organ>`). */
import { checked, type Decider } from '@srd/kernel';
import type { CatalogueEvent } from './events';
import { decide, type CatalogueCommand } from './rules';
import { evolve, initial, type CatalogueState } from './state';

export { itemKinds } from './events';
export type { CatalogueEvent, ChecklistLine, ItemText, LegalBasis } from './events';
export { guidanceList, pinnedItem } from './guidance';
export type { GuidanceEntry } from './guidance';
export { catalogueRefusals } from './refusals';
export type { CatalogueCommand, GivenItem } from './rules';
export { seedItems } from './seed-items';
export { inForceOn, itemOf, itemsInForce, newestVersion, publishedList } from './state';
export type { CatalogueState, Item, ItemVersion } from './state';

export const catalogue: Decider<CatalogueState, CatalogueCommand, CatalogueEvent> = checked({
  initial,
  evolve,
  decide,
});
