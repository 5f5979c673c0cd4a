import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { barText, candidatesQuery, partLabels, type DatedRevisit, type RevisitCandidate } from '../../shared/follow-up';
import { longDay } from '../../shared/format';
import { useOrgans } from '../../shared/organs';
import { useNames } from '../../shared/person';
import { Loading } from '../../shared/states';

/** Who goes: those that inspected first, then the others of the register, each with what keeps them away and where else they go that day (R22, R60, R61). */
export function Going(props: {
  caseId: string;
  on: string;
  going: readonly string[];
  /** What else stands arranged that day. */
  elsewhere: readonly DatedRevisit[];
  onChange: (going: readonly string[]) => void;
}) {
  const { caseId, on, going, elsewhere, onChange } = props;
  const found = useQuery(candidatesQuery(caseId, on)).data;
  const names = useNames(found?.map(({ inspector }) => inspector) ?? []);
  const organs = useOrgans();
  if (!found || !names) return <Loading what="执法检查人员" />;
  const line = (one: RevisitCandidate) => {
    const bar = barText(one);
    const busy = elsewhere.filter(({ inspectors }) => inspectors.includes(one.inspector));
    const chosen = going.includes(one.inspector);
    return (
      <li key={one.inspector}>
        <Checkbox
          checked={chosen}
          disabled={bar !== undefined && !chosen}
          onChange={({ target }) =>
            onChange(target.checked ? [...going, one.inspector] : going.filter((id) => id !== one.inspector))
          }
        >
          {names.get(one.inspector) ?? one.inspector}
          <small>
            {one.inspected ? '原检查组' : (organs.get(one.organ)?.name ?? '')}
            {bar === undefined ? `，执法证有效期至 ${longDay(one.certificateValidUntil)}` : `，${bar}`}
            {busy.length > 0 &&
              `；当日已安排：${busy.map(({ name, number, part }) => `${name ?? number}（${partLabels[part]}）`).join('、')}`}
          </small>
        </Checkbox>
      </li>
    );
  };
  const others = found.filter(({ inspected }) => !inspected);
  return (
    <>
      <ul className="fu-going">{found.filter(({ inspected }) => inspected).map(line)}</ul>
      {others.length > 0 && (
        <details open={others.some(({ inspector }) => going.includes(inspector))}>
          <summary>名录库中的其他人员（{others.length} 人）</summary>
          <ul className="fu-going">{others.map(line)}</ul>
        </details>
      )}
    </>
  );
}
