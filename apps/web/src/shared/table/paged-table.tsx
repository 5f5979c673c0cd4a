import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Space, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { problemOf } from '../../api/problem';
import { count } from '../format';
import { Failed, Nothing } from '../states';
import { useColumns } from './column-settings';
import { headed, type ListColumn } from './columns';
import { csvOf, download } from './csv';
import { useMessages } from '../messages';

/** A page of a list as the interface gives it. */
export interface Paged<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

export interface PagedTableProps<Row> {
  /** Names the list on this device and in exported files. */
  readonly name: string;
  /** In Chinese, for screen readers and the exported file's name. */
  readonly title: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** What the list is filtered by: another filter begins at the first page. */
  readonly filter: unknown;
  readonly load: (paging: { cursor?: string; limit: number }) => Promise<Paged<Row>>;
  /** Why there may be nothing. */
  readonly empty?: ReactNode;
}

const PAGE = 50;
const MOST_EXPORTED = 20_000;

/**
 * A list over any number of pages: chosen columns, and all of it as a file. Filters stand in the page's own query area, where the keyboard
 * reaches them.
 */
export function PagedTable<Row extends object>(props: PagedTableProps<Row>) {
  return <PagesOf {...props} key={JSON.stringify(props.filter)} />;
}

function PagesOf<Row extends object>(props: PagedTableProps<Row>) {
  const { name, title, columns, rowKey, filter, load, empty = '没有符合条件的记录，请放宽或清除筛选。' } = props;
  const { shown, settings } = useColumns(name, columns);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const page = useQuery({
    queryKey: ['list', name, filter, cursor],
    queryFn: () => load({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }),
    placeholderData: keepPreviousData,
  });
  if (page.isError && page.data === undefined)
    return <Failed problem={problemOf(page.error)} again={() => void page.refetch()} />;
  const next = page.data?.next ?? null;
  return (
    <section aria-label={title} className="cards-on-phones">
      <Space className="toolbar" wrap>
        <ExportButton {...{ title, columns, load }} />
        {settings}
      </Space>
      <Table<Row>
        size="middle"
        scroll={{ x: 'max-content' }}
        rowKey={rowKey}
        loading={page.isFetching && page.data === undefined}
        dataSource={page.data?.items as Row[] | undefined}
        pagination={false}
        locale={{ emptyText: page.isPending ? ' ' : <Nothing>{empty}</Nothing> }}
        columns={headed<Row>(
          shown.map(({ key, title: head, show, width }) => ({
            key,
            title: head,
            render: (_: unknown, row: Row) => <div>{show(row)}</div>,
            ...(width === undefined ? {} : { width }),
          })),
        )}
      />
      <nav className="pager" aria-label="翻页">
        <Button
          icon={<LeftOutlined aria-hidden />}
          disabled={cursors.length === 0}
          onClick={() => setCursors(cursors.slice(0, -1))}
        >
          上一页
        </Button>
        <span aria-live="polite">第 {count(cursors.length + 1)} 页</span>
        <Button
          disabled={next === null || page.isPlaceholderData}
          onClick={() => next !== null && setCursors([...cursors, next])}
        >
          下一页 <RightOutlined aria-hidden />
        </Button>
      </nav>
    </section>
  );
}

/** All pages into one file, counting while they come. */
function ExportButton<Row>({ title, columns, load }: Pick<PagedTableProps<Row>, 'title' | 'columns' | 'load'>) {
  const message = useMessages();
  const [done, setDone] = useState<number>();
  async function all(): Promise<void> {
    const rows: Row[] = [];
    try {
      for (let cursor: string | null = ''; cursor !== null && rows.length < MOST_EXPORTED;) {
        const page: Paged<Row> = await load({ limit: 200, ...(cursor === '' ? {} : { cursor }) });
        rows.push(...page.items);
        cursor = page.next;
        setDone(rows.length);
      }
      download(`${title}.csv`, csvOf(columns, rows));
    } catch (error) {
      message.error(`导出未完成：${problemOf(error).detail}`);
    } finally {
      setDone(undefined);
    }
  }
  return (
    <Button icon={<DownloadOutlined aria-hidden />} disabled={done !== undefined} onClick={() => void all()}>
      {done === undefined ? '导出 CSV' : `已取 ${count(done)} 行…`}
    </Button>
  );
}
