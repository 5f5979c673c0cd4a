import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { arrangedFor, isSince, type ArrangedRevisit, type Disposition } from '@srd/domain/case';
import type { CommandAnswer } from '../../api/client';
import { useToday } from '../../app/session';
import { CaseCommandForm, type CaseDetail } from '../../shared/case-command';
import { candidatesQuery, whenOf } from '../../shared/follow-up';
import { longDay } from '../../shared/format';
import { useNames } from '../../shared/person';
import { Loading } from '../../shared/states';

/** 回访记录: begins with the appointment, and says what isn't as it was arranged (R60, R84). */
export function RevisitForm(props: {
  detail: CaseDetail;
  one: Disposition;
  passed: boolean;
  submit: string;
  onDone: (answer: CommandAnswer) => void;
  onCancel: () => void;
}) {
  const { detail, one, passed, submit, onDone, onCancel } = props;
  const today = useToday();
  const told = isSince(detail.procedure, 'case/5');
  const arranged = arrangedFor(detail, one);
  const found = useQuery({ ...candidatesQuery(detail.id, today), enabled: told }).data;
  const planned = arranged?.inspectors.map(({ inspector }) => inspector) ?? [];
  const team = detail.team.map(({ inspector }) => inspector);
  const people = [...new Set([...planned, ...team, ...(found ?? []).map(({ inspector }) => inspector)])];
  const names = useNames(people);
  if (!names || (told && !found)) return <Loading what="回访人员" />;
  const nameOf = (id: string): string => names.get(id) ?? id;
  return (
    <>
      {arranged && (
        <p>
          安排为 {whenOf(arranged)}，{planned.map(nameOf).join('、')}，
          {arranged.method === 'onSite' ? '实地回访' : '书面回访'}。
        </p>
      )}
      <CaseCommandForm
        detail={detail}
        command="RecordFollowUp"
        hidden={['disposition', 'finding', 'passed', ...(told ? [] : ['present']), ...(arranged ? [] : ['deviation'])]}
        options={{ present: people.map((id) => ({ value: id, label: nameOf(id) })) }}
        values={{
          disposition: one.disposition,
          finding: one.finding,
          passed,
          method: arranged?.method ?? 'onSite',
          ...(told && { present: arranged ? planned : team }),
          occurredOn: arranged && arranged.on <= today ? arranged.on : today,
        }}
        {...(arranged && {
          preview: (values: Readonly<Record<string, unknown>>) => <Differs {...{ arranged, values, nameOf }} />,
        })}
        submit={submit}
        onDone={onDone}
        onCancel={onCancel}
      />
    </>
  );
}

/** What isn't as arranged, as soon as it is entered. */
function Differs(props: {
  arranged: ArrangedRevisit;
  values: Readonly<Record<string, unknown>>;
  nameOf: (id: string) => string;
}) {
  const { arranged, values, nameOf } = props;
  const { occurredOn, method, present } = values as { occurredOn?: string; method?: string; present?: string[] };
  const planned = arranged.inspectors.map(({ inspector }) => inspector);
  const missing = planned.filter((id) => present && !present.includes(id)).map(nameOf);
  const more = (present ?? []).filter((id) => !planned.includes(id)).map(nameOf);
  const differs = [
    ...(occurredOn === undefined || occurredOn === arranged.on
      ? []
      : [`日期：安排为 ${longDay(arranged.on)}，实际为 ${longDay(occurredOn)}`]),
    ...(method === undefined || method === arranged.method
      ? []
      : [`方式：安排为${arranged.method === 'onSite' ? '实地' : '书面'}回访`]),
    ...(missing.length > 0 ? [`人员：${missing.join('、')}未到场`] : []),
    ...(more.length > 0 ? [`人员：${more.join('、')}不在安排之内`] : []),
  ];
  if (differs.length === 0) return null;
  return (
    <output className="fu-differs">
      <Alert
        type="warning"
        showIcon
        title="与安排不一致，请在“与安排不一致的原因”中写明"
        description={
          <ul>
            {differs.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        }
      />
    </output>
  );
}
