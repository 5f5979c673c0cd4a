export { CommandForm } from './command-form';
export type { CommandFormProps } from './command-form';
export { CommandDrawer } from './command-drawer';
export type { Knowledge, Option } from './fields';
export { useCommandNames } from './names';
export { chosenFile, FileHash, FileHashes } from './file-hash';
