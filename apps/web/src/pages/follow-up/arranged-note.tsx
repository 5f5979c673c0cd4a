import { Alert, Button, Space } from 'antd';
import type { ArrangedRevisit } from '@srd/domain/case';
import { useToday } from '../../app/session';
import type { CaseDetail } from '../../shared/case-command';
import { whenOf } from '../../shared/follow-up';
import { longDay } from '../../shared/format';
import { Person, useNames } from '../../shared/person';
import { download } from '../../shared/table/csv';
import { eventOf } from './ics';

/** Where an appointment leads: the registered premises, another place, or paper. */
export function placeOf({ object }: CaseDetail, { method, elsewhere }: Pick<ArrangedRevisit, 'method' | 'elsewhere'>) {
  return method === 'documentary' ? '书面核查' : (elsewhere ?? object?.premises ?? '');
}

/** The appointment that stands, with what was changed of it, and its calendar file. */
export function ArrangedNote(props: {
  detail: CaseDetail;
  arranged: ArrangedRevisit;
  /** Undefined for whoever only looks. */
  onChange: (() => void) | undefined;
  onCancel: () => void;
}) {
  const { detail, arranged, onChange, onCancel } = props;
  const today = useToday();
  const people = arranged.inspectors.map(({ inspector }) => inspector);
  const names = useNames(people);
  const named = people.map((id) => names?.get(id) ?? id).join('、');
  const missed = arranged.on < today;
  return (
    <section className="fu-arranged" aria-label="回访安排">
      <Alert
        type={missed ? 'warning' : 'info'}
        showIcon
        title={`已安排回访：${whenOf(arranged)}，${named}`}
        description={
          <>
            {missed && <p>安排的日期已过，尚未记录回访。</p>}
            <p>
              {arranged.method === 'onSite' ? '实地回访，地点：' : ''}
              {placeOf(detail, arranged)}
              {arranged.note !== null && `。备注：${arranged.note}`}
            </p>
            {arranged.changes.map(({ from, reason, by }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- changes are only added
              <p key={at} className="quiet">
                原定 {longDay(from)}，因“{reason}”变更（
                <Person id={by} />）
              </p>
            ))}
            <p className="quiet">
              由 <Person id={arranged.by} /> 安排，已记入案卷。
            </p>
            <Space wrap>
              {onChange && (
                <>
                  <Button onClick={onChange}>变更安排</Button>
                  <Button onClick={onCancel}>取消安排</Button>
                </>
              )}
              <Button
                disabled={!names}
                onClick={() =>
                  download(
                    `回访-${detail.object?.name ?? detail.opened.number}.ics`,
                    eventOf({
                      uid: `${detail.id}-${arranged.disposition}-${arranged.round}@srd`,
                      on: arranged.on,
                      title: `整改回访：${detail.object?.name ?? ''}（${whenOf(arranged)}）`,
                      about: `案号 ${detail.opened.number}；回访人员 ${named}${arranged.note === null ? '' : `；${arranged.note}`}`,
                      place: placeOf(detail, arranged),
                    }),
                    'text/calendar;charset=utf-8',
                  )
                }
              >
                存为日程
              </Button>
            </Space>
          </>
        }
      />
    </section>
  );
}
