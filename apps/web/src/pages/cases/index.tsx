import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { stageLabels } from '@srd/domain/case';
import { yearOf } from '@srd/domain/report';
import { api, dataOf, type Schemas } from '../../api/client';
import { useToday } from '../../app/session';
import { daysFrom, dayOfInstant, shortDay } from '../../shared/format';
import { useTasks } from '../../shared/draws';
import { sectionName, useOrgans } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { SearchField } from '../../shared/search-field';
import { PagedTable, type ListColumn } from '../../shared/table';
import { useUntilDue } from '../../shared/use-until-due';
import { oneOf, useFilter } from '../../shared/use-filter';

type Card = Schemas['CaseCard'];

export default function Cases() {
  const today = useToday();
  const untilDue = useUntilDue();
  const organs = useOrgans();
  const tasks = useTasks();
  const [{ stage, organ, task, year, q }, setFilter] = useFilter(['stage', 'organ', 'task', 'year', 'q'], {
    stage: Object.keys(stageLabels),
    organ: oneOf(organs),
    task: oneOf(tasks),
    year: (value) => /^20\d{2}$/.test(value),
  });
  const years = [...new Set([Number(today.slice(0, 4)), ...[...tasks.values()].map((each) => each.year)])];
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
      show: ({ plan }) => `${yearOf(plan)} 年`,
      text: ({ plan }) => yearOf(plan),
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
            {shortDay(next.on, today)}，{untilDue(next)}
          </span>
        ) : (
          '—'
        ),
      text: ({ deadlines: [next] }) => next?.on ?? null,
    },
  ];
  const select = (
    name: 'year' | 'stage',
    label: string,
    value: string | undefined,
    choices: readonly (readonly [string, string])[],
  ) => (
    <Select
      allowClear
      aria-label={label.slice('全部'.length)}
      placeholder={label}
      value={value}
      options={choices.map(([each, words]) => ({ value: each, label: words }))}
      onChange={(chosen?: string) => setFilter({ [name]: chosen })}
      popupMatchSelectWidth={false}
    />
  );
  return (
    <>
      <PageHead
        title="案件列表"
        about={of ? `${of.plan}：${of.task}` : '本机关可以查阅的全部案件；点案号看案卷。'}
        actions={task !== undefined && <Button onClick={() => setFilter({ task: undefined })}>查看全部案件</Button>}
      />
      <search className="query">
        <SearchField
          key={q ?? ''}
          className="cases-words"
          aria-label="按机构或案号查找"
          placeholder="机构或案号"
          defaultValue={q}
          maxLength={100}
          onSearch={(text) => setFilter({ q: text.trim() })}
        />
        {select(
          'year',
          '全部年度',
          year,
          years.toSorted((a, b) => b - a).map((each) => [String(each), `${each} 年`]),
        )}
        {select('stage', '全部环节', stage, Object.entries(stageLabels))}
        {(stage ?? organ ?? year ?? q) !== undefined && (
          <Button
            type="link"
            onClick={() => setFilter({ stage: undefined, organ: undefined, year: undefined, q: undefined })}
          >
            清除筛选
          </Button>
        )}
      </search>
      <PagedTable<Card>
        name="cases"
        title="案件列表"
        columns={columns}
        rowKey={({ id }) => id}
        filter={{ stage, organ, task, year, q }}
        load={(paging) =>
          dataOf(
            api.GET('/api/v1/cases', {
              params: {
                query: {
                  ...paging,
                  ...(stage && { stage: stage as never }),
                  ...(organ && { organ }),
                  ...(task && { task }),
                  ...(year && { year: Number(year) }),
                  ...(q && { q }),
                },
              },
            }),
          )
        }
      />
    </>
  );
}
