import { Alert, Button, Radio, Space } from 'antd';
import { addDays, type Day } from '@srd/kernel';
import type { Disposition } from '@srd/domain/case';
import { useToday } from '../../app/session';
import type { CaseDetail } from '../../shared/case-command';
import { useCalendar } from '../../shared/calendar';
import { workingDaysFrom } from '../../shared/follow-up';
import { longDay, shortDay, weekdayOf } from '../../shared/format';
import { Loading } from '../../shared/states';
import { download } from '../../shared/table/csv';
import { eventOf } from './ics';

const MOST_DAYS = 10;
const AHEAD = 45;

/** A case of an earlier procedure, which knows no appointment: a working day is proposed and goes to one's own calendar, and the page says so. */
export function CalendarOnly(props: {
  detail: CaseDetail;
  one: Disposition;
  chosen: { readonly on?: string | undefined };
  onChoose: (chosen: { on?: string | undefined }) => void;
  onCancel: () => void;
}) {
  const { detail, one, chosen, onChoose, onCancel } = props;
  const today = useToday();
  const calendar = useCalendar();
  if (!calendar) return <Loading what="工作日" />;
  const round = one.rounds.at(-1);
  const revisitBy = round?.revisit?.on ?? null;
  const until = revisitBy === null || revisitBy < today ? addDays(today as Day, AHEAD) : revisitBy;
  const from = one.state === 'rectifying' && round?.dueOn && round.dueOn >= today ? addDays(round.dueOn, 1) : today;
  const { days, missing } = workingDaysFrom(from, until, calendar, MOST_DAYS);
  return (
    <section className="fu-form" aria-label="安排回访">
      <h4>安排回访</h4>
      <Alert
        type="info"
        showIcon
        title="本案沿用立案时的办案程序，其中没有回访安排这一步"
        description="安排不能记入案卷，他人也看不到；可以存为自己的日程，回访后照常记录结果。"
      />
      {revisitBy !== null && revisitBy < today && (
        <p className="quiet">回访期限 {longDay(revisitBy)} 已过，请尽快回访。</p>
      )}
      {missing !== null && <Alert type="warning" showIcon title={missing} description="只列出可以确定的工作日。" />}
      <Radio.Group
        className="fu-days"
        aria-label="回访日期"
        value={chosen.on ?? null}
        onChange={({ target }) => onChoose({ on: String(target.value) })}
        options={days.map(({ on, makeUp }) => ({
          value: on,
          label: `${shortDay(on, today)}（${weekdayOf(on)}${makeUp ? '，调休上班' : ''}）${on === today ? ' 今天' : ''}`,
        }))}
      />
      <Space wrap className="form-actions">
        <Button
          type="primary"
          disabled={chosen.on === undefined}
          onClick={() =>
            download(
              `回访-${detail.object?.name ?? detail.opened.number}.ics`,
              eventOf({
                uid: `${detail.id}-${one.disposition}-${one.round}@srd`,
                on: chosen.on!,
                title: `整改回访：${detail.object?.name ?? ''}`,
                about: `案号 ${detail.opened.number}`,
                place: detail.object?.premises ?? '',
              }),
              'text/calendar;charset=utf-8',
            )
          }
        >
          存为日程
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </Space>
    </section>
  );
}
