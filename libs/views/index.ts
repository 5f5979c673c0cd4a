/** Read models as pure row functions, one file per register or screen. */
import type { View } from '@srd/kernel';
import { cases } from './cases';
import { circulars } from './circulars';
import { draws } from './draws';
import { institutions } from './institutions';
import { integrityFiles } from './integrity-files';
import { listings } from './listings';
import { organs } from './organs';
import { accounts, inspectorRows } from './people';
import { plans } from './plans';
import { practitionerRows } from './practitioners';
import { standings } from './standings';
import { visitCodes } from './visit-codes';

export { figuresCsv } from './figures-csv';
export { cases } from './cases';
export type { CaseRow } from './cases';
export { circulars, circularStatuses } from './circulars';
export type { CircularRow } from './circulars';
export type { PublishedVersion } from './publications';
export { drawKinds, drawPhases, draws } from './draws';
export type { DrawRow } from './draws';
export { institutions } from './institutions';
export type { InstitutionRow } from './institutions';
export { integrityFiles } from './integrity-files';
export type { IntegrityRow } from './integrity-files';
export { listings } from './listings';
export type { ListingsRow } from './listings';
export { organs } from './organs';
export type { OrganRow } from './organs';
export { accounts, inspectorRows } from './people';
export type { AccountRow, InspectorRow } from './people';
export { plans } from './plans';
export type { PlanRow, PlanTaskRow } from './plans';
export { practitionerRows } from './practitioners';
export type { PractitionerRow } from './practitioners';
export { publicStates, standingPhases, standings } from './standings';
export type { StandingRow } from './standings';
export { visitCodes } from './visit-codes';
export type { VisitCodeRow } from './visit-codes';

/** All of them, for the projector. */
export const views: readonly View<never>[] = [
  accounts,
  cases,
  circulars,
  draws,
  inspectorRows,
  institutions,
  integrityFiles,
  listings,
  organs,
  plans,
  practitionerRows,
  standings,
  visitCodes,
] as unknown as readonly View<never>[];
