import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Checkbox, Select, Table } from 'antd';
import { lazy, Suspense } from 'react';
import { stageCodes, stageLabels } from '@srd/domain/case';
import { api, dataOf, type Schemas } from '../../api/client';
import { useMe, useToday } from '../../app/session';
import { count, longDay, percent } from '../../shared/format';
import { sectorLabels } from '../../shared/labels';
import { sectionName, useOrgans, type Organ } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { Loaded, Nothing } from '../../shared/states';
import { oneOf, useFilter } from '../../shared/use-filter';
import { useUpdates } from '../../shared/use-updates';
import { groupings, type Grouping } from './groupings';
import './statistics.css';

/** The cases behind a figure come when it is opened. */
const CountedDrawer = lazy(async () => ({ default: (await import('./counted-drawer')).CountedDrawer }));

type Figures = Schemas['FiguresAnswer'];
type FigureValue = Schemas['FigureAnswer'];

/** The figures that stand on top, and those that each group has a column for. */
const HEADLINES = ['completion', 'closure', 'punctuality', 'cases', 'due', 'overdue'];
const SHARES = ['completion', 'closure'];
const COLUMNS = ['cases', 'inspected', 'published', 'completion', 'ended', 'closure', 'due', 'in-time', 'overdue'];

const NAMES = ['year', 'organ', 'below', 'by'] as const;

export default function StatisticsPage() {
  const me = useMe();
  const today = useToday();
  const organs = useOrgans();
  const thisYear = Number(today.slice(0, 4));
  const years = [thisYear, thisYear - 1, thisYear - 2];
  const [filter, setFilter] = useFilter(NAMES, {
    year: years.map(String),
    organ: oneOf(organs),
    below: ['yes'],
    by: Object.keys(groupings),
  });
  const organ = filter.organ ?? me.organ.id;
  const year = Number(filter.year ?? thisYear);
  const below = filter.below === 'yes';
  const by = (filter.by ?? 'stage') as Grouping;
  const asked = { organ, year, ...(below ? { below } : {}) };
  const statistics = useQuery({
    queryKey: ['statistics', organ, year, below, by],
    queryFn: () => dataOf(api.GET('/api/v1/statistics', { params: { query: { ...asked, by } } })),
    placeholderData: keepPreviousData,
    enabled: filter.organ === undefined || organs.has(organ),
  });
  // Figures of another grouping stand until this one's have come.
  const { figures: counted = [], groups = [] } = (!statistics.isPlaceholderData && statistics.data) || {};
  const [opened, setOpened] = useFilter(['figure', 'group'], {
    figure: oneOf(new Set(counted.map(({ figure }) => figure))),
    group: oneOf(new Set(groups.map(({ key }) => key))),
  });
  const { above } = useUpdates(['statistics'], { organs: statistics.data?.organs ?? [organ] });
  const open = (figure: string, group?: string) => setOpened({ figure, group });
  return (
    <>
      <PageHead title="统计" about="每个数字都可点开，看它所计的案件。" />
      <search className="query">
        <Select
          aria-label="年度"
          value={year}
          options={years.map((value) => ({ value, label: `${value} 年` }))}
          onChange={(value) => setFilter({ year: String(value) })}
        />
        {organs.size > 1 && (
          <Select
            aria-label="机关"
            value={organ}
            popupMatchSelectWidth={false}
            options={[...organs.values()].map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => setFilter({ organ: value })}
          />
        )}
        {organs.size > 1 && (
          <Checkbox checked={below} onChange={({ target }) => setFilter({ below: target.checked ? 'yes' : undefined })}>
            含下级机关
          </Checkbox>
        )}
        <span className="grow" />
        <Select
          aria-label="分列方式"
          value={by}
          options={Object.entries(groupings).map(([value, label]) => ({ value, label: `按${label}` }))}
          onChange={(value) => setFilter({ by: value })}
        />
      </search>
      {above}
      <Loaded query={statistics} what="统计">
        {({ figures, groups, asOf }) => (
          <>
            <p className="quiet">
              截至 {longDay(asOf)}，{organs.get(organ)?.name ?? organ}
              {below ? '及下级机关' : ''} {year} 年度
            </p>
            <ul className="headlines">
              {HEADLINES.flatMap((id) => figures.find(({ figure }) => figure === id) ?? []).map((figure) => (
                <li key={figure.figure}>
                  <span>{figure.label}</span>
                  <strong>
                    <Figure figure={figure} onOpen={open} />
                  </strong>
                  <small>{figure.of ? <Share figure={figure} onOpen={open} /> : `依据：${figure.basis}`}</small>
                </li>
              ))}
            </ul>
            <h2 className="section-head">按{groupings[by]}分列</h2>
            <Groups {...{ groups, by, organ, organs }} onOpen={open} />
            <h2 className="section-head">全部统计数</h2>
            <ul className="all-figures">
              {figures.map((figure) => (
                <li key={figure.figure}>
                  <span>{figure.label}</span>
                  <Figure figure={figure} onOpen={open} />
                </li>
              ))}
            </ul>
            {figures
              .filter(({ figure }) => figure === opened.figure)
              .map(({ figure, label }) => (
                <Suspense key={figure}>
                  <CountedDrawer
                    figure={figure}
                    label={label}
                    asked={asked}
                    by={by}
                    group={opened.group}
                    groupLabel={opened.group === undefined ? undefined : groupName(opened.group, by, organ, organs)}
                    onClose={() => setOpened({ figure: undefined, group: undefined })}
                  />
                </Suspense>
              ))}
          </>
        )}
      </Loaded>
    </>
  );
}

type Open = (figure: string, group?: string) => void;

/** A number that opens what it counts; a share says of which two numbers it is made. */
function Figure({ figure, group, onOpen }: { figure: FigureValue; group?: string; onOpen: Open }) {
  const { value, unit, of, label } = figure;
  if (value === null) return <span>—</span>;
  if (of)
    return (
      <span title={`${of.counts[0]} ÷ ${of.counts[1]}`}>
        {unit === '%' ? percent(value) : (value / 10_000).toFixed(2)}
      </span>
    );
  if (value === 0) return <span>0</span>;
  return (
    <button
      type="button"
      className="figure"
      aria-label={`${count(value)} ${unit}，${label}，打开清单`}
      onClick={() => onOpen(figure.figure, group)}
    >
      {count(value)}
    </button>
  );
}

function Share({ figure, onOpen }: { figure: FigureValue; onOpen: Open }) {
  const { of } = figure;
  const [dividend, divisor] = of?.counts ?? [];
  if (!of || dividend === undefined || divisor === undefined) return null;
  return (
    <>
      <button
        type="button"
        className="figure"
        aria-label={`${dividend}，${figure.label}的分子，打开清单`}
        onClick={() => onOpen(of.numerator)}
      >
        {count(dividend)}
      </button>
      {' ÷ '}
      <button
        type="button"
        className="figure"
        aria-label={`${divisor}，${figure.label}的分母，打开清单`}
        onClick={() => onOpen(of.denominator)}
      >
        {count(divisor)}
      </button>
    </>
  );
}

function Groups(props: {
  groups: Figures['groups'];
  by: Grouping;
  organ: string;
  organs: ReadonlyMap<string, Organ>;
  onOpen: Open;
}) {
  const { groups, by, organ, organs, onOpen } = props;
  const counted = groups.filter(({ figures }) =>
    figures.some(({ figure, value }) => figure === 'cases' && (value ?? 0) > 0),
  );
  const rows = by === 'stage' ? counted.toSorted((a, b) => placeOf(a.key) - placeOf(b.key)) : counted;
  if (rows.length === 0) return <Nothing>本年度还没有案件。任务分配之后才有，也可以换一个年度。</Nothing>;
  const [first] = rows;
  return (
    <Table
      size="middle"
      rowKey="key"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={[
        { key: 'group', title: groupings[by], render: (_, { key }) => groupName(key, by, organ, organs) },
        // A month's shares would set what was published in it against what was inspected in it: other cases.
        ...COLUMNS.filter((id) => by !== 'month' || !SHARES.includes(id))
          .flatMap((id) => first?.figures.find(({ figure }) => figure === id) ?? [])
          .map(({ figure: id, label }) => ({
            key: id,
            title: label,
            align: 'right' as const,
            render: (_: unknown, { key, figures }: (typeof rows)[number]) => {
              const figure = figures.find((each) => each.figure === id);
              return figure && <Figure figure={figure} group={key} onOpen={onOpen} />;
            },
          })),
      ]}
    />
  );
}

const placeOf = (stage: string): number => (stageCodes as readonly string[]).indexOf(stage);

function groupName(key: string, by: Grouping, organ: string, organs: ReadonlyMap<string, Organ>): string {
  if (key === 'none') return '未定';
  if (by === 'stage') return stageLabels[key as keyof typeof stageLabels];
  if (by === 'organ') return organs.get(key)?.name ?? key;
  if (by === 'section') return sectionName(organs, organ, key);
  if (by === 'sector') return sectorLabels[key as keyof typeof sectorLabels];
  const [year, month] = key.split('-');
  return `${year}年${Number(month)}月`;
}
