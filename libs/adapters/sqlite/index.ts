/** The embedded stores: event log and read models, each in a SQLite file of its own, on Node's built-in SQLite. */
export { openSqliteEventLog, readSqliteEventLog } from './event-log';
export type { EventLogReader, SqliteEventLog } from './event-log';
export { FileInUse } from './file-lock';
export { openSqliteMirror } from './mirror';
export { backupTo } from './maintenance';
export type { Integrity } from './maintenance';
export { openSqliteViews } from './views';
export { readSqliteViews } from './views-reader';
export type { TableAsRead, ViewsReader } from './views-reader';
export { openSqliteTree } from './tree-store';
