export { allowedCommands, caseQuery } from './detail';
export type { CaseDetail } from './detail';
export { CaseCommandDrawer, CaseCommandForm } from './later';
