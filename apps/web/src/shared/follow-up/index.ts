export { laneLabels, laneOf, lanes, nextSteps } from './ledger';
export type { Lane, Line } from './ledger';
export { followUpsQuery } from './query';
export { followUpPath, ladderLabels, partLabels, whenOf } from './words';
export { barText, candidatesQuery, revisitsQuery } from './revisits';
export type { DatedRevisit, RevisitCandidate } from './revisits';
export { workingDaysFrom } from './working-days';
