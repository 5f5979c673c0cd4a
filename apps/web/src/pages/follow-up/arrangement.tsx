import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Radio, Space } from 'antd';
import type { Disposition } from '@srd/domain/case';
import { useToday } from '../../app/session';
import type { CaseDetail } from '../../shared/case-command';
import { followUpsQuery, useCalendar, workingDaysFrom } from '../../shared/follow-up';
import { longDay, shortDay, weekdayOf } from '../../shared/format';
import { Person, useNames } from '../../shared/person';
import { Loading } from '../../shared/states';
import { download } from '../../shared/table/csv';
import { eventOf } from './ics';

const MOST_DAYS = 10;
const AHEAD = 45;

/** As the address holds it; nobody is a choice too. */
const withOf = (people: readonly string[]): string => (people.length === 0 ? 'nobody' : people.join(','));

/** `from` and some days more; the calendar says which of them are worked on. */
const later = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * 安排回访: working days until the revisit's last one, and the people, who may be those that inspected (a revisit belongs to its inspection:
 * rotation doesn't apply). What is chosen stands in the address; it goes to the calendar as a file and to the record with the revisit.
 */
export function Arrangement(props: {
  detail: CaseDetail;
  one: Disposition;
  chosen: { readonly on?: string | undefined; readonly with?: string | undefined };
  onChoose: (chosen: { on?: string | undefined; with?: string | undefined }) => void;
  onRecord: () => void;
  onCancel: () => void;
}) {
  const { detail, one, chosen, onChoose, onRecord, onCancel } = props;
  const today = useToday();
  const calendar = useCalendar();
  const lines = useQuery(followUpsQuery);
  const names = useNames(detail.team.map(({ inspector }) => inspector));
  if (!calendar || !names) return <Loading what="工作日" />;
  const revisitBy = one.rounds.at(-1)?.revisit?.on ?? null;
  const late = revisitBy !== null && revisitBy < today;
  const until = revisitBy === null || late ? later(today, AHEAD) : revisitBy;
  // While the order runs, the revisit comes after its last day.
  const orderedUntil = one.state === 'rectifying' ? one.rounds.at(-1)?.dueOn : null;
  const from = orderedUntil && orderedUntil >= today ? later(orderedUntil, 1) : today;
  const { days, missing } = workingDaysFrom(from, until, calendar, MOST_DAYS);
  const busy = (on: string): number =>
    (lines.data ?? []).filter(({ due, case: id }) => due?.on === on && id !== detail.id).length;
  const barred = new Set(
    detail.recusals.filter(({ status }) => status === 'granted').map(({ inspector }) => inspector),
  );
  // The whole team is proposed until somebody chooses.
  const present = chosen.with?.split(',') ?? detail.team.map(({ inspector }) => inspector);
  const isAble = ({ inspector, certificateValidUntil }: CaseDetail['team'][number]): boolean =>
    !barred.has(inspector) && (chosen.on === undefined || certificateValidUntil >= chosen.on);
  const able = detail.team.filter(isAble);
  const going = present.filter((id) => able.some(({ inspector }) => inspector === id));
  const enough = going.length >= 2;
  return (
    <section className="fu-form" aria-label="安排回访">
      <h4>安排回访</h4>
      {late && <Alert type="warning" showIcon title={`回访期限 ${longDay(revisitBy)} 已过，请尽快回访`} />}
      {from > today && <p className="quiet">改正期限 {longDay(orderedUntil!)} 届满后回访。</p>}
      {missing !== null && <Alert type="warning" showIcon title={missing} description="只列出可以确定的工作日。" />}
      <fieldset>
        <legend>日期（{late || revisitBy === null ? '最近的' : `${longDay(revisitBy)}前的`}工作日）</legend>
        <Radio.Group
          className="fu-days"
          aria-label="回访日期"
          value={chosen.on ?? null}
          onChange={({ target }) => onChoose({ ...chosen, on: String(target.value) })}
          options={days.map(({ on, makeUp }) => ({
            value: on,
            label: (
              <>
                {shortDay(on, today)}（{weekdayOf(on)}
                {makeUp && '，调休上班'}）{on === today && ' 今天'}
                {busy(on) > 0 && <small>当日另有 {busy(on)} 项到期</small>}
              </>
            ),
          }))}
        />
      </fieldset>
      <fieldset>
        <legend>人员（至少两人，可以是原检查组；同一检查的回访不受轮换限制）</legend>
        {detail.team.map((member) => {
          const { inspector, certificateValidUntil } = member;
          return (
            <p key={inspector}>
              <Checkbox
                checked={going.includes(inspector)}
                disabled={!isAble(member)}
                onChange={({ target }) =>
                  onChoose({
                    ...chosen,
                    with: withOf(target.checked ? [...going, inspector] : going.filter((each) => each !== inspector)),
                  })
                }
              >
                <Person id={inspector} />
                <small>
                  {barred.has(inspector)
                    ? '已决定回避'
                    : `原检查组，执法证有效期至 ${longDay(certificateValidUntil)}${isAble(member) ? '' : '，当日已过期'}`}
                </small>
              </Checkbox>
            </p>
          );
        })}
        {able.length < 2 && <p className="quiet">原检查组可到场的不足两人，请由科室另行选派。</p>}
      </fieldset>
      <Space wrap>
        <Button
          type="primary"
          disabled={chosen.on === undefined || !enough}
          onClick={() =>
            download(
              `回访-${detail.object?.name ?? detail.opened.number}.ics`,
              eventOf({
                uid: `${detail.id}-${one.disposition}-${one.round}@srd`,
                on: chosen.on!,
                title: `整改回访：${detail.object?.name ?? ''}`,
                about: `案号 ${detail.opened.number}；回访人员 ${going.map((id) => names.get(id) ?? id).join('、')}`,
                place: detail.object?.premises ?? '',
              }),
              'text/calendar;charset=utf-8',
            )
          }
        >
          存为日程
        </Button>
        <Button disabled={chosen.on === undefined || !enough || chosen.on > today} onClick={onRecord}>
          记录这次回访
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </Space>
      <p className="quiet" aria-live="polite">
        {chosen.on !== undefined && enough
          ? `${longDay(chosen.on)}（${weekdayOf(chosen.on)}），${going.map((id) => names.get(id) ?? id).join('、')}。${
              chosen.on > today ? '回访当日起可以记录结果；本页链接保存了这一安排。' : ''
            }`
          : '请选择日期和两名以上人员。'}
      </p>
    </section>
  );
}
