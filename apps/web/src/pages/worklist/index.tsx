import { useQuery } from '@tanstack/react-query';
import { CalendarOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { permits, type Role } from '@srd/domain/account';
import { useMe, useToday } from '../../app/session';
import { useCommandNames } from '../../shared/command-form/names';
import { followUpsQuery, laneLabels, laneOf, lanes, ladderLabels, type Lane, type Line } from '../../shared/follow-up';
import { count } from '../../shared/format';
import { LinkButton } from '../../shared/link-button';
import { sectionName, sectionsIn, useOrgans, type Organ } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { SavedViews } from '../../shared/saved-views';
import { SearchField } from '../../shared/search-field';
import { Loaded, Nothing } from '../../shared/states';
import { useColumns } from '../../shared/table/column-settings';
import { csvOf, download } from '../../shared/table/csv';
import { useUntilDue } from '../../shared/use-until-due';
import { useUpdates } from '../../shared/use-updates';
import { oneOf, useFilter } from '../../shared/use-filter';
import { columnsOf } from './columns';
import { LaneTable } from './lane-table';
import './worklist.css';

/** Comes when somebody urges. */
const Urging = lazy(async () => ({ default: (await import('./urging')).Urging }));

const NAMES = ['lane', 'ladder', 'state', 'organ', 'section', 'q', 'urge'] as const;
type Filter = { readonly [N in (typeof NAMES)[number]]?: string };

/** 整改台账: what is open after a result, by the day on which the next step is due (B三(三); R84). */
export default function Worklist() {
  const organs = useOrgans();
  const [filter, setFilter] = useFilter(NAMES, {
    lane: lanes,
    ladder: Object.keys(ladderLabels),
    organ: oneOf(organs),
    section: oneOf(sectionsIn(organs)),
    urge: ['overdue'],
  });
  const lines = useQuery({ ...followUpsQuery, refetchOnWindowFocus: true });
  const { above, updated } = useUpdates(['follow-ups'], lines.data?.map((line) => line.case) ?? []);
  return (
    <>
      <PageHead
        title="整改台账"
        about="尚未了结的处置，按期限先后排列；工作日按已录入的国务院节假日安排计算。"
        actions={
          <>
            <LinkButton to="/desk/rectification/calendar" icon={<CalendarOutlined aria-hidden />}>
              期限日历
            </LinkButton>
            <SavedViews name="worklist" />
          </>
        }
      />
      {above}
      <Loaded query={lines} what="整改台账">
        {(all) => <Lines {...{ all, updated, filter, setFilter }} />}
      </Loaded>
    </>
  );
}

type Change = (changes: { readonly [N in keyof Filter]?: string | undefined }) => void;

function Lines(props: { all: readonly Line[]; updated: ReadonlySet<string>; filter: Filter; setFilter: Change }) {
  const { all, updated, filter, setFilter } = props;
  const me = useMe();
  const today = useToday();
  const organs = useOrgans();
  const name = useCommandNames();
  const held = me.roles.map(({ role }) => role as Role);
  const columns = columnsOf({ today, until: useUntilDue(), organs, held, name });
  const { shown, settings } = useColumns('worklist', columns);
  const matching = all.filter((line) => matches(line, filter));
  const byLane = new Map(lanes.map((lane) => [lane, matching.filter((line) => laneOf(line, today) === lane)]));
  const chosen = (filter.lane as Lane | undefined) ?? undefined;
  const open = lanes.filter((lane) => (chosen === undefined || lane === chosen) && byLane.get(lane)!.length > 0);
  const urging = filter.urge !== undefined && permits('UrgeRectification', held);
  if (all.length === 0) return <Nothing>没有尚未了结的处置：已公示的结果都已办结，或者还没有作出处置。</Nothing>;
  return (
    <>
      <LaneCounts {...{ byLane, chosen }} onChoose={(lane) => setFilter({ lane })} />
      <Query {...{ all, filter, setFilter, organs }} shown={matching.length} />
      <div className="worklist-tools">
        {permits('UrgeRectification', held) && (
          <Button
            type="primary"
            disabled={all.every(({ overdue, organ }) => !overdue || organ !== me.organ.id)}
            onClick={() => setFilter({ urge: 'overdue' })}
          >
            批量催办逾期
          </Button>
        )}
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => download('整改台账.csv', csvOf(columns, matching))}
        >
          导出 CSV
        </Button>
        {settings}
      </div>
      {open.length === 0 && <Nothing>没有符合条件的处置，请放宽或清除筛选。</Nothing>}
      {open.map((lane) => (
        <LaneTable
          key={lane}
          lane={lane}
          title={laneLabels[lane]}
          columns={shown}
          lines={byLane.get(lane)!}
          updated={updated}
        />
      ))}
      {urging && (
        <Suspense fallback={null}>
          <Urging all={all} onClose={() => setFilter({ urge: undefined })} />
        </Suspense>
      )}
    </>
  );
}

function matches(line: Line, { ladder, state, organ, section, q }: Filter): boolean {
  const text = q?.toLowerCase();
  return (
    (ladder === undefined || line.ladder === ladder) &&
    (state === undefined || line.state === state) &&
    (organ === undefined || line.organ === organ) &&
    (section === undefined || line.section === section) &&
    (text === undefined || [line.name ?? '', line.number, line.text].some((each) => each.toLowerCase().includes(text)))
  );
}

/** How many there are of each, and a click shows those alone. */
function LaneCounts(props: {
  byLane: ReadonlyMap<Lane, readonly Line[]>;
  chosen: Lane | undefined;
  onChoose: (lane: Lane | undefined) => void;
}) {
  const { byLane, chosen, onChoose } = props;
  return (
    <ul className="lane-counts" aria-label="按期限">
      {lanes.map((lane) => (
        <li key={lane}>
          <button
            type="button"
            className={`lane-count lane-${lane}`}
            aria-pressed={chosen === lane}
            onClick={() => onChoose(chosen === lane ? undefined : lane)}
          >
            <strong>{count(byLane.get(lane)!.length)}</strong>
            <span>{laneLabels[lane]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Query(props: {
  all: readonly Line[];
  shown: number;
  filter: Filter;
  setFilter: Change;
  organs: ReadonlyMap<string, Organ>;
}) {
  const { all, shown, filter, setFilter, organs } = props;
  const distinct = (pairs: readonly (readonly [string, string])[]) =>
    [...new Map(pairs)].map(([value, label]) => ({ value, label }));
  const select = (key: keyof Filter, label: string, options: { value: string; label: string }[]) =>
    options.length > 1 && (
      <Select
        allowClear
        aria-label={label}
        placeholder={label}
        value={filter[key]}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(value?: string) => setFilter({ [key]: value })}
      />
    );
  const { lane: _, urge: __, ...narrowing } = filter;
  const narrowed = Object.values({ ...narrowing, lane: filter.lane }).some((value) => value !== undefined);
  return (
    <search className="query">
      <SearchField
        key={filter.q ?? ''}
        className="worklist-text"
        aria-label="按机构、案号或问题查找"
        placeholder="机构、案号或问题"
        defaultValue={filter.q}
        onSearch={(text) => setFilter({ q: text.trim() === '' ? undefined : text.trim() })}
      />
      {select('state', '现处', distinct(all.map(({ state, stateLabel }) => [state, stateLabel])))}
      {select(
        'ladder',
        '类别',
        distinct(all.map(({ ladder }) => [ladder, ladderLabels[ladder as keyof typeof ladderLabels]])),
      )}
      {select('organ', '机关', distinct(all.map(({ organ }) => [organ, organs.get(organ)?.name ?? organ])))}
      {select(
        'section',
        '科室',
        distinct(all.map((line) => [line.section, sectionName(organs, line.organ, line.section)])),
      )}
      <span className="grow" />
      <span className="quiet" aria-live="polite">
        {shown === all.length ? `共 ${count(all.length)} 项` : `${count(shown)} / ${count(all.length)} 项`}
      </span>
      {narrowed && (
        <Button type="link" onClick={() => setFilter(Object.fromEntries(NAMES.map((each) => [each, undefined])))}>
          清除筛选
        </Button>
      )}
    </search>
  );
}
