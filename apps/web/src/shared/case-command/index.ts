export { allowedCommands, caseQuery } from './detail';
export type { CaseDetail } from './detail';
export { CaseCommandDrawer } from './drawer';
export { CaseCommandForm } from './form';
