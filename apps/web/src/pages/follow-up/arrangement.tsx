import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { addDays, type Day } from '@srd/kernel';
import { arrangedFor, type Disposition } from '@srd/domain/case';
import type { CommandAnswer } from '../../api/client';
import { useToday } from '../../app/session';
import { CaseCommandForm, type CaseDetail } from '../../shared/case-command';
import { useCalendar } from '../../shared/calendar';
import { followUpsQuery, partLabels, revisitsQuery, workingDaysFrom } from '../../shared/follow-up';
import { longDay, shortDay, weekdayOf } from '../../shared/format';
import { useNames } from '../../shared/person';
import { Loading } from '../../shared/states';
import { Going } from './going';

const MOST_DAYS = 10;
const AHEAD = 45;

/** As the address holds it; nobody is a choice too. */
const withOf = (people: readonly string[]): string => (people.length === 0 ? 'nobody' : people.join(','));

/**
 * 安排回访, or the change of an appointment: working days until the revisit's last one with what is arranged on each, and the people, who may
 * be those that inspected (a revisit belongs to its inspection: rotation doesn't apply). What is chosen stands in the address until it is
 * recorded (R60, R84).
 */
export function Arrangement(props: {
  detail: CaseDetail;
  one: Disposition;
  chosen: { readonly on?: string | undefined; readonly with?: string | undefined };
  onChoose: (chosen: { on?: string | undefined; with?: string | undefined }) => void;
  onDone: (answer: CommandAnswer, done: string) => void;
  onCancel: () => void;
}) {
  const { detail, one, chosen, onChoose, onDone, onCancel } = props;
  const today = useToday();
  const queries = useQueryClient();
  const calendar = useCalendar();
  const lines = useQuery(followUpsQuery);
  const [beyond, setBeyond] = useState(false);
  const before = arrangedFor(detail, one);
  const revisitBy = one.rounds.at(-1)?.revisit?.on ?? null;
  const late = revisitBy !== null && revisitBy < today;
  const open = revisitBy === null || late;
  // While the order runs, the revisit comes after its last day.
  const orderedUntil = one.state === 'rectifying' ? one.rounds.at(-1)?.dueOn : null;
  const from = orderedUntil && orderedUntil >= today ? addDays(orderedUntil, 1) : (today as Day);
  const until = open || beyond ? addDays(from, AHEAD) : revisitBy;
  const arranged = useQuery(revisitsQuery(from, addDays(from, AHEAD))).data;
  const names = useNames(arranged?.flatMap(({ inspectors }) => inspectors) ?? []);
  if (!calendar || !arranged || !names) return <Loading what="工作日" />;
  const { days, missing } = workingDaysFrom(from, until, calendar, beyond ? 2 * MOST_DAYS : MOST_DAYS);
  const others = arranged.filter((each) => each.case !== detail.id || each.disposition !== one.disposition);
  const dueOn = (on: string): number =>
    (lines.data ?? []).filter(({ due, case: id }) => due?.on === on && id !== detail.id).length;
  const on = chosen.on ?? before?.on;
  const proposed = (before?.inspectors ?? detail.team).map(({ inspector }) => inspector);
  const going = chosen.with?.split(',').filter((id) => id !== 'nobody') ?? proposed;
  const ready = on !== undefined && going.length >= 2;
  const title = before ? '变更回访安排' : '安排回访';
  return (
    <section className="fu-form" aria-label={title}>
      <h4>{title}</h4>
      {late && (
        <Alert type="warning" showIcon title={`回访期限 ${longDay(revisitBy)} 已过，请尽快回访，并在备注中写明理由`} />
      )}
      {from > today && (
        <p className="quiet">改正期限 {longDay(orderedUntil!)} 届满后回访；机构提前报告整改的，可以提前。</p>
      )}
      {missing !== null && <Alert type="warning" showIcon title={missing} description="只列出可以确定的工作日。" />}
      <fieldset>
        <legend>日期（{open ? '最近的' : `${longDay(revisitBy)}前的`}工作日）</legend>
        <Radio.Group
          className="fu-days"
          aria-label="回访日期"
          value={on ?? null}
          onChange={({ target }) => onChoose({ on: String(target.value) })}
          options={days.map(({ on: day, makeUp }) => ({
            value: day,
            label: (
              <>
                {shortDay(day, today)}（{weekdayOf(day)}
                {makeUp && '，调休上班'}）{day === today && ' 今天'}
                {!open && day > revisitBy && <small>晚于回访期限</small>}
                {others
                  .filter((each) => each.on === day)
                  .map((each) => (
                    <small key={`${each.case} ${each.disposition}`} className="fu-load">
                      已安排 {each.name ?? each.number}，{partLabels[each.part]}，
                      {each.inspectors.map((id) => names.get(id) ?? id).join('、')}
                    </small>
                  ))}
                {dueOn(day) > 0 && <small className="fu-load">当日另有 {dueOn(day)} 项到期</small>}
              </>
            ),
          }))}
        />
        {!open && (
          <Checkbox checked={beyond} onChange={({ target }) => setBeyond(target.checked)}>
            也列出回访期限之后的工作日（须在备注中写明理由）
          </Checkbox>
        )}
      </fieldset>
      <fieldset>
        <legend>人员（至少两人，可以是原检查组；同一检查的回访不受轮换限制）</legend>
        <Going
          caseId={detail.id}
          on={on ?? from}
          going={going}
          elsewhere={others.filter((each) => each.on === on)}
          onChange={(people) => onChoose({ with: withOf(people) })}
        />
      </fieldset>
      {ready ? (
        <CaseCommandForm
          detail={detail}
          command={before ? 'ChangeRevisit' : 'ArrangeRevisit'}
          hidden={['disposition', 'finding', 'on', 'inspectors']}
          asked={revisitBy !== null && on > revisitBy ? ['note'] : []}
          values={{
            disposition: one.disposition,
            finding: one.finding,
            on,
            inspectors: going,
            part: before?.part ?? 'whole-day',
            method: before?.method ?? 'onSite',
            elsewhere: before?.elsewhere ?? undefined,
            note: before?.note ?? undefined,
          }}
          submit={before ? '变更安排' : '安排回访'}
          onDone={(answer) => {
            void queries.invalidateQueries({ queryKey: ['revisits'] });
            void queries.invalidateQueries({ queryKey: followUpsQuery.queryKey });
            onDone(answer, before ? '回访安排已变更' : '回访已安排');
          }}
          onCancel={onCancel}
        />
      ) : (
        <>
          <p className="quiet" aria-live="polite">
            请选择{[on === undefined && '日期', going.length < 2 && '两名以上人员'].filter(Boolean).join('和')}。
          </p>
          <Button onClick={onCancel}>取消</Button>
        </>
      )}
    </section>
  );
}
