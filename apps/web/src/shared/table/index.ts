export type { ListColumn } from './columns';
export { csvOf, download } from './csv';
export { useColumns } from './column-settings';
export { PagedTable } from './paged-table';
export type { Paged } from './paged-table';
