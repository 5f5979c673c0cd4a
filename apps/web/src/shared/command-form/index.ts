export { CommandDrawer, CommandForm } from './later';
export type { CommandFormProps } from './command-form';
export type { Knowledge, Option } from './fields';
export { useCommandNames } from './names';
