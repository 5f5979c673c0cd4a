export { useCalendar } from './calendar';
export { laneLabels, laneOf, lanes, leftText, nextSteps } from './ledger';
export type { Lane, Line } from './ledger';
export { followUpsQuery } from './query';
export { followUpPath, ladderLabels } from './words';
export { workingDaysFrom } from './working-days';
