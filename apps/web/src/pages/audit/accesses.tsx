import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import { isDay } from '@srd/kernel';
import { api, dataOf, type Schemas } from '../../api/client';
import { useToday } from '../../app/session';
import { DayInput } from '../../shared/day-input';
import { drawPath, useTasks, whatIsDrawn } from '../../shared/draws';
import { moment } from '../../shared/format';
import { Person } from '../../shared/person';
import { Loaded, Nothing } from '../../shared/states';
import { headed } from '../../shared/table/columns';
import { useFilter } from '../../shared/use-filter';

type Row = Schemas['AccessRow'];

const subjects: Readonly<Record<string, string>> = {
  case: '案件',
  draw: '抽取',
  task: '任务',
  'organ-year': '机关年度',
  'integrity-file': '诚信档案',
};

/** What was looked at, as people call it and with its page; by its id where nothing else is known of it. */
function Subject({ row: { subject, case: of } }: { row: Row }) {
  const { kind, id } = subject;
  const tasks = useTasks();
  const series = kind === 'draw' || kind === 'task' ? tasks.get(id.split(':')[0] ?? '') : undefined;
  const what = subjects[kind] ?? kind;
  if (of)
    return (
      <>
        {what} <Link to={`/desk/cases/${encodeURIComponent(id)}`}>{`${of.number} ${of.name ?? ''}`.trim()}</Link>
      </>
    );
  if (series && kind === 'draw')
    return (
      <>
        {what} <Link to={drawPath(series.planId, id)}>{`${series.year}年${series.task}：抽取${whatIsDrawn(id)}`}</Link>
      </>
    );
  return (
    <>
      {what} {series ? `${series.year}年${series.task}` : id}
    </>
  );
}

/** Who opened which file on a day, and for what (全程留痕: auditors leave a trace too). */
export function Accesses() {
  const today = useToday();
  const [{ day = today }, setFilter] = useFilter(['day'], { day: (value) => isDay(value) && value <= today });
  const accesses = useQuery({
    queryKey: ['accesses', day],
    queryFn: () => dataOf(api.GET('/api/v1/accesses', { params: { query: { day } } })),
    enabled: day !== '',
  });
  return (
    <section aria-labelledby="accesses" className="wide cards-on-phones">
      <h2 id="accesses">谁看过什么</h2>
      <p>
        <DayInput label="日期" shown value={day} max={today} onChange={(chosen) => setFilter({ day: chosen })} />
      </p>
      <Loaded query={accesses} what="查阅留痕">
        {({ items }) => (
          <Table<Row>
            size="small"
            scroll={{ x: 'max-content' }}
            rowKey={({ at, subject, by }) => `${at} ${by} ${subject.kind} ${subject.id}`}
            dataSource={items}
            pagination={items.length > 20 ? { pageSize: 20 } : false}
            locale={{ emptyText: <Nothing>当日没有人查阅案卷或导出审计包，可以另选日期。</Nothing> }}
            columns={headed<Row>([
              { title: '时间', render: (_, { at }) => moment(at) },
              { title: '何人', render: (_, { by }) => <Person id={by} /> },
              { title: '做了什么', render: (_, { kind }) => (kind === 'reading' ? '查阅' : '导出审计包') },
              {
                title: '对象',
                render: (_, row) => <Subject row={row} />,
              },
              { title: '目的', render: (_, { purpose }) => purpose },
            ])}
          />
        )}
      </Loaded>
    </section>
  );
}
