import { lives, type Disposition } from '@srd/domain/case';
import type { CaseDetail } from '../../shared/case-command';
import { ladderLabels } from '../../shared/follow-up';

interface Rung {
  /** States of a measure that stand on it. */
  readonly states: readonly string[];
  readonly says: string;
}

/** B三(三) rung by rung. A measure climbs only while it isn't heeded; a revisit that passes ends it. */
const ladders: Readonly<Record<'breach' | 'risk', readonly Rung[]>> = {
  breach: [
    { states: ['rectifying', 'correctedOnSpot'], says: '当场可纠正的，责令立即纠正；其余责令限期改正' },
    { states: ['revisiting'], says: '跟踪回访、督促整改；已改正的销号' },
    { states: ['uncorrected'], says: '未改正的，再次责令改正，或者立案查处' },
    { states: ['investigating'], says: '应当立案查处的，依照法定程序处理' },
    { states: ['penalized', 'penaltyStands', 'annulling'], says: '依法作出行政处罚决定' },
    { states: ['creditProposed', 'listedCredit'], says: '作出处罚决定后，列入信用黑名单' },
  ],
  risk: [
    { states: ['reminded'], says: '尚未违法但可能产生风险的，书面提醒、约谈负责人' },
    { states: ['unheeded'], says: '回访后已采纳的销号；仍不纠正的，再次提醒约谈' },
    { states: ['abnormalProposed', 'listedAbnormal'], says: '仍不纠正的，可以列入执业异常对象名单，须写明理由' },
  ],
};

const BASIS = {
  breach: 'B三(三)（责令改正、整改回访、立案、信用黑名单）',
  risk: 'B三(三)（提醒约谈、执业异常对象名单）',
};
const labelOf = (state: string): string => lives[state]?.label ?? state;

/** Both ladders with their article, and where each measure of this case stands. Nothing leads from the first into the second. */
export function Ladders({ detail }: { detail: CaseDetail }) {
  return (
    <section className="fu-card" aria-labelledby="ladders">
      <h2 id="ladders">两条处置阶梯</h2>
      <p className="quiet">违法违规与风险提示各走各的阶梯：回访未通过的违法违规不转入执业异常对象名单。</p>
      <div className="fu-ladders">
        {(['breach', 'risk'] as const).map((ladder) => (
          <div key={ladder}>
            <h3>
              {ladderLabels[ladder]} <small>依据 {BASIS[ladder]}</small>
            </h3>
            <ol>
              {ladders[ladder].map(({ states, says }) => {
                const here = detail.dispositions.filter(({ state }) => states.includes(state));
                const [first] = states;
                return (
                  <li key={first} {...(here.length > 0 ? { 'aria-current': 'step' as const } : {})}>
                    <strong>{labelOf(here[0]?.state ?? first!)}</strong>
                    <span>{says}</span>
                    {here.length > 0 && <em>本案{here.map((one) => numberOf(detail, one)).join('、')}在此</em>}
                  </li>
                );
              })}
            </ol>
          </div>
        ))}
      </div>
    </section>
  );
}

function numberOf({ findings }: CaseDetail, { finding, round }: Disposition): string {
  const at = findings.findIndex((each) => each.finding === finding) + 1;
  return `第 ${at} 条结果${round > 1 ? `（第 ${round} 轮）` : ''}`;
}
