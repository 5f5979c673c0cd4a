import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Table } from 'antd';
import { Link } from 'react-router';
import { stageLabels } from '@srd/domain/case';
import { api, dataOf, type Schemas } from '../../api/client';
import { useFocusBack } from '../../shared/focus-back';
import { drawNamed, useTasks, type TaskNamed } from '../../shared/draws';
import { count, longDay } from '../../shared/format';
import { sectionName, useOrgans, type Organ } from '../../shared/organs';
import { Loaded } from '../../shared/states';
import { csvOf, download, type ListColumn } from '../../shared/table';
import type { Grouping } from './groupings';

type CountedItem = Schemas['CountedItemAnswer'];

/** Whose figures, of which year. */
interface Asked {
  readonly organ: string;
  readonly year: number;
  readonly below?: boolean;
}

/** What a number counts, whole: as many lines as the number says. */
export function CountedDrawer(props: {
  figure: string;
  label: string;
  asked: Asked;
  by: Grouping;
  group: string | undefined;
  groupLabel: string | undefined;
  onClose: () => void;
}) {
  const { figure, label, asked, by, group, groupLabel, onClose } = props;
  useFocusBack();
  const tasks = useTasks();
  const organs = useOrgans();
  const columns = columnsWith(tasks, organs);
  const items = useQuery({
    queryKey: ['statistics', 'items', figure, asked, by, group],
    queryFn: () => loadAll(figure, asked, by, group),
  });
  const title = groupLabel === undefined ? label : `${label}（${groupLabel}）`;
  return (
    <Drawer open title={title} size="large" onClose={onClose} closable={{ 'aria-label': '关闭' }}>
      <Loaded query={items} what="清单">
        {(rows) => (
          <>
            <div className="toolbar">
              <span className="quiet">共 {count(rows.length)} 项</span>
              <span className="grow" />
              <Button
                icon={<DownloadOutlined aria-hidden />}
                onClick={() => download(`${title}.csv`, csvOf(columns, rows))}
              >
                导出 CSV
              </Button>
            </div>
            <Table<CountedItem>
              className="cards-on-phones"
              size="middle"
              rowKey={(row) => rows.indexOf(row)}
              dataSource={[...rows]}
              pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
              columns={columns.map(({ key, title: head, show }) => ({
                className: key === 'label' ? '' : 'one-line',
                key,
                title: head,
                onCell: () => ({ 'data-head': head }) as object,
                render: (_, row) => <div>{show(row)}</div>,
              }))}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

const kinds: Readonly<Record<CountedItem['kind'], string>> = {
  case: '案件',
  measure: '措施',
  draw: '抽取',
  listing: '名单',
  institution: '机构',
};

/** What an item is called and where it is to be seen; a draw by its task and section, of which the figures know the ids. */
function named(
  { kind, id, label, case: of, organ, section }: CountedItem,
  tasks: ReadonlyMap<string, TaskNamed>,
  organs: ReadonlyMap<string, Organ>,
): { readonly name: string; readonly path?: string } {
  if (of !== null) return { name: label, path: `/desk/cases/${encodeURIComponent(of)}` };
  const draw = kind === 'draw' ? drawNamed(id, tasks) : undefined;
  if (!draw) return { name: label };
  return section === null ? draw : { ...draw, name: `${draw.name}，${sectionName(organs, organ, section)}` };
}

const columnsWith = (
  tasks: ReadonlyMap<string, TaskNamed>,
  organs: ReadonlyMap<string, Organ>,
): readonly ListColumn<CountedItem>[] => [
  {
    key: 'label',
    title: '名称',
    show: (row) => {
      const { name, path } = named(row, tasks, organs);
      return path === undefined ? name : <Link to={path}>{name}</Link>;
    },
    text: (row) => named(row, tasks, organs).name,
  },
  { key: 'kind', title: '类别', show: ({ kind }) => kinds[kind], text: ({ kind }) => kinds[kind] },
  {
    key: 'stage',
    title: '环节',
    show: ({ stage }) => (stage === null ? '—' : stageLabels[stage]),
    text: ({ stage }) => (stage === null ? null : stageLabels[stage]),
  },
  { key: 'on', title: '日期', show: ({ on }) => (on === null ? '—' : longDay(on)), text: ({ on }) => on },
];

/** All pages: the number of lines is the number that was opened. */
async function loadAll(
  figure: string,
  asked: Asked,
  by: Grouping,
  group: string | undefined,
): Promise<readonly CountedItem[]> {
  const member = by === 'organ' ? 'county' : by;
  const query = { ...asked, limit: 200, ...(group === undefined ? {} : { [member]: group }) };
  const rows: CountedItem[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: CountedItem[]; next: string | null } = await dataOf(
      api.GET('/api/v1/statistics/{figure}', {
        params: { path: { figure }, query: { ...query, ...(cursor === '' ? {} : { cursor }) } },
      }),
    );
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}
