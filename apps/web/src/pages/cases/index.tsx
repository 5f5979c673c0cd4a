import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { stageLabels } from '@srd/domain/case';
import { api, dataOf, type Schemas } from '../../api/client';
import { useToday } from '../../app/session';
import { daysFrom, dayOfInstant, shortDay, untilDue } from '../../shared/format';
import { useTasks } from '../../shared/draws';
import { sectionName, useOrgans } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { PagedTable, type ListColumn } from '../../shared/table';
import { useFilter } from '../../shared/use-filter';

type Card = Schemas['CaseCard'];

export default function Cases() {
  const today = useToday();
  const organs = useOrgans();
  const [{ stage, organ, task }, setFilter] = useFilter(['stage', 'organ', 'task']);
  const tasks = useTasks();
  const of = task === undefined ? undefined : tasks.get(task);
  const columns: readonly ListColumn<Card>[] = [
    {
      key: 'number',
      title: '案号',
      fixed: true,
      show: ({ id, number }) => (
        <Link className="case-number" to={`/desk/cases/${encodeURIComponent(id)}`}>
          {number}
        </Link>
      ),
      text: ({ number }) => number,
    },
    {
      key: 'name',
      title: '机构',
      show: ({ name }) => name ?? '（尚未抽取）',
      text: ({ name }) => name,
    },
    {
      key: 'year',
      title: '年度',
      show: ({ openedAt }) => `${dayOfInstant(openedAt).slice(0, 4)} 年`,
      text: ({ openedAt }) => Number(dayOfInstant(openedAt).slice(0, 4)),
    },
    { key: 'stage', title: '环节', show: ({ stageLabel }) => stageLabel, text: ({ stageLabel }) => stageLabel },
    {
      key: 'days',
      title: '已停留',
      show: ({ stageSince }) => `${daysFrom(dayOfInstant(stageSince), today)} 天`,
      text: ({ stageSince }) => daysFrom(dayOfInstant(stageSince), today),
    },
    {
      key: 'section',
      title: '科室',
      show: (card) => sectionName(organs, card.organ, card.section),
      text: (card) => sectionName(organs, card.organ, card.section),
    },
    {
      key: 'due',
      title: '下一期限',
      show: ({ deadlines: [next] }) =>
        next ? (
          <span className={daysFrom(today, next.on) < 0 ? 'late-day' : undefined}>
            {shortDay(next.on, today)}，{untilDue(next.on, today)}
          </span>
        ) : (
          '—'
        ),
      text: ({ deadlines: [next] }) => next?.on ?? null,
    },
  ];
  return (
    <>
      <PageHead
        title="案件列表"
        about={of ? `${of.plan}：${of.task}` : '本机关可以查阅的全部案件；点案号看案卷。'}
        actions={task !== undefined && <Button onClick={() => setFilter({ task: undefined })}>查看全部案件</Button>}
      />
      <PagedTable<Card>
        name="cases"
        title="案件列表"
        columns={columns}
        rowKey={({ id }) => id}
        filter={{ stage, organ, task }}
        load={(paging) =>
          dataOf(
            api.GET('/api/v1/cases', {
              params: {
                query: {
                  ...paging,
                  ...(stage && { stage: stage as never }),
                  ...(organ && { organ }),
                  ...(task && { task }),
                },
              },
            }),
          )
        }
        tools={
          <Select
            allowClear
            aria-label="环节"
            placeholder="全部环节"
            value={stage}
            options={Object.entries(stageLabels).map(([value, label]) => ({ value, label }))}
            onChange={(value?: string) => setFilter({ stage: value })}
            popupMatchSelectWidth={false}
            style={{ minWidth: 120 }}
          />
        }
      />
    </>
  );
}
