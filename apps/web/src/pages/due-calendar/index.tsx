import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Segmented } from 'antd';
import { Link } from 'react-router';
import type { CalendarDays } from '@srd/domain/calendar';
import { api, dataOf, type Schemas } from '../../api/client';
import { useToday } from '../../app/session';
import { useCalendar } from '../../shared/calendar';
import { followUpPath, partLabels, revisitsQuery } from '../../shared/follow-up';
import { longDay, weekdayOf } from '../../shared/format';
import { LinkButton } from '../../shared/link-button';
import { useNames } from '../../shared/person';
import { PageHead } from '../../shared/page-head';
import { Loaded, Nothing } from '../../shared/states';
import { useUntilDue } from '../../shared/use-until-due';
import { eachOf, useFilter } from '../../shared/use-filter';
import { useUpdates } from '../../shared/use-updates';
import { monthAfter, weeksOf } from './month';
import './due-calendar.css';

/** What stands on a day: something that falls due, or a revisit that is arranged. */
type Due = Pick<Schemas['DueDayDto'], 'case' | 'number' | 'name' | 'subject' | 'on'> & {
  readonly kind: string;
  readonly unit?: Schemas['DueDayDto']['unit'];
  readonly basis?: string;
  /** Who goes to an arranged revisit, and when on the day. */
  readonly going?: string;
};

const KINDS = {
  arranged: '已安排回访',
  correction: '整改',
  revisit: '回访',
  service: '送达',
  publication: '公示',
} as const;
type Kind = keyof typeof KINDS;
const kinds = Object.keys(KINDS) as readonly Kind[];

/** 期限日历: rectification, revisit, service and publication by month, as a page of a calendar and as a list (R73, R84). */
export default function DueCalendar() {
  const today = useToday();
  const [filter, setFilter] = useFilter(['month', 'kinds', 'as'], {
    month: (value) => /^20\d{2}-(0[1-9]|1[0-2])$/.test(value),
    kinds: (value) => value === 'none' || eachOf(kinds)(value),
    as: ['month', 'list'],
  });
  const month = filter.month ?? today.slice(0, 'YYYY-MM'.length);
  const shown = filter.kinds?.split(',') ?? kinds;
  const weeks = weeksOf(month);
  const [from, to] = [weeks[0]![0]!, weeks.at(-1)!.at(-1)!];
  const due = useQuery({
    queryKey: ['due-days', from, to],
    queryFn: async () => (await dataOf(api.GET('/api/v1/due-days', { params: { query: { from, to } } }))).items,
    placeholderData: keepPreviousData,
  });
  const revisits = useQuery({ ...revisitsQuery(from, to), placeholderData: keepPreviousData });
  const names = useNames(revisits.data?.flatMap(({ inspectors }) => inspectors) ?? []);
  const arranged = (revisits.data ?? []).map(
    ({ case: id, number, name, disposition, on, part, inspectors, place }): Due => ({
      case: id,
      number,
      name,
      kind: 'arranged',
      subject: disposition,
      on,
      going: [
        partLabels[part],
        inspectors.map((each) => names?.get(each) ?? each).join('、'),
        place ?? '书面核查',
      ].join('，'),
    }),
  );
  const { above } = useUpdates(
    ['due-days', 'revisits'],
    [...arranged, ...(due.data ?? [])].map((each) => each.case),
  );
  const calendar = useCalendar();
  const year = month.slice(0, 4);
  const turn = (months: number) => setFilter({ month: monthAfter(month, months) });
  return (
    <>
      <PageHead
        title="期限日历"
        about="整改、回访、送达和公示各在哪一日到期，已安排的回访何日何人去往何处；休为节假日，班为调休上班。"
        actions={<LinkButton to="/desk/rectification">整改台账</LinkButton>}
      />
      <search className="query">
        <Button icon={<LeftOutlined aria-hidden />} aria-label="上个月" onClick={() => turn(-1)} />
        <h2 className="month-name" aria-live="polite">
          {year}年{Number(month.slice(5))}月
        </h2>
        <Button icon={<RightOutlined aria-hidden />} aria-label="下个月" onClick={() => turn(1)} />
        <Button onClick={() => setFilter({ month: undefined })}>本月</Button>
        <Checkbox.Group
          className="month-kinds"
          aria-label="期限类别"
          value={[...shown]}
          options={kinds.map((kind) => ({ value: kind, label: KINDS[kind] }))}
          onChange={(chosen) =>
            setFilter({ kinds: chosen.length === kinds.length ? undefined : chosen.join(',') || 'none' })
          }
        />
        <span className="grow" />
        <Segmented
          aria-label="显示方式"
          value={filter.as ?? 'month'}
          options={[
            { value: 'month', label: '月历' },
            { value: 'list', label: '清单' },
          ]}
          onChange={(value) => setFilter({ as: value === 'month' ? undefined : String(value) })}
        />
      </search>
      {calendar && !Object.hasOwn(calendar, year) && (
        <Alert
          type="warning"
          showIcon
          className="month-missing"
          title={`${year} 年节假日安排未录入，休息日和调休不能显示`}
        />
      )}
      {above}
      <Loaded query={due} what="期限">
        {(all) => {
          const days = [...arranged, ...all].filter(({ kind }) => (shown as readonly string[]).includes(kind));
          const inMonth = days.filter(({ on }) => on.startsWith(month));
          return (
            <>
              {filter.as !== 'list' && <MonthTable {...{ weeks, month, days, today, calendar }} />}
              <div className={filter.as === 'list' ? '' : 'month-list-twin'}>
                <DayList days={inMonth} today={today} />
              </div>
            </>
          );
        }}
      </Loaded>
    </>
  );
}

/** Where a due day leads: the follow-up's to its measure, the publication's to the case. */
function pathOf({ case: id, kind, subject }: Due): string {
  if (kind === 'publication') return `/desk/cases/${encodeURIComponent(id)}`;
  return followUpPath(id, subject === null ? {} : { measure: subject });
}

const wordOf = ({ kind }: Due): string => KINDS[kind as Kind];
const keyOf = ({ case: id, kind, subject }: Due): string => `${id} ${kind} ${subject}`;

function MonthTable(props: {
  weeks: readonly (readonly string[])[];
  month: string;
  days: readonly Due[];
  today: string;
  calendar: CalendarDays | undefined;
}) {
  const { weeks, month, days, today, calendar } = props;
  const mark = (on: string): string | undefined => {
    const year = calendar?.[on.slice(0, 4)];
    if (year?.holidays.includes(on as never)) return '休';
    return year?.workdays.includes(on as never) ? '班' : undefined;
  };
  return (
    <table className="month">
      <caption className="hidden">期限月历</caption>
      <thead>
        <tr>
          {weeks[0]!.map((on) => (
            <th key={on} scope="col">
              {weekdayOf(on)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => (
              <td
                key={on}
                className={[on.startsWith(month) ? '' : 'other', mark(on) === '休' ? 'off' : ''].join(' ').trim()}
                {...(on === today ? { 'aria-current': 'date' as const } : {})}
              >
                <div className="month-day">
                  <time dateTime={on}>{Number(on.slice(8))}</time>
                  {mark(on) !== undefined && <em>{mark(on)}</em>}
                  {on === today && <em>今天</em>}
                </div>
                <ul>
                  {days
                    .filter((due) => due.on === on)
                    .map((due) => (
                      <li key={keyOf(due)} className={`due-${due.kind}${on < today ? ' late' : ''}`}>
                        <Link to={pathOf(due)} {...(due.going === undefined ? {} : { title: due.going })}>
                          {wordOf(due)} {due.name ?? due.number}
                          {due.going !== undefined && <small>{due.going}</small>}
                          {on < today && (
                            <span className="hidden">（{due.kind === 'arranged' ? '未记录' : '已逾期'}）</span>
                          )}
                        </Link>
                      </li>
                    ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same as a list: for screen readers, for phones, and for whoever likes lists. */
function DayList({ days, today }: { days: readonly Due[]; today: string }) {
  const untilDue = useUntilDue();
  if (days.length === 0) return <Nothing>本月没有到期的事项，也没有安排回访</Nothing>;
  const byDay = Map.groupBy(
    days.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
    ({ on }) => on,
  );
  return (
    <ol className="month-list" aria-label="本月到期清单">
      {[...byDay].map(([on, dues]) => (
        <li key={on}>
          <h3>
            <time dateTime={on}>
              {longDay(on)}（{weekdayOf(on)}）
            </time>
            {on === today && <span>今天</span>}
          </h3>
          <ul>
            {dues.map((due) => (
              <li key={keyOf(due)}>
                <span className={`due-word due-${due.kind}`}>{wordOf(due)}</span>
                <Link to={pathOf(due)}>{due.name ?? due.number}</Link>
                <small>
                  {due.unit && <span className={on < today ? 'late' : ''}>{untilDue({ on, unit: due.unit })}，</span>}
                  {due.number}，{due.going ?? `依据 ${due.basis}`}
                </small>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
