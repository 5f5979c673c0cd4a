import { Tag } from 'antd';
import type { Schemas } from '../../api/client';
import { longDay } from '../../shared/format';
import { useOrgans } from '../../shared/organs';

type Pool = Pick<Schemas['TeamPreviewDto'], 'inspectors' | 'cases' | 'bars' | 'cap'>;
type Bar = Pool['bars'][number];

/** Why somebody can't come. Of a recusal only that there is one: what it rests on is an internal record. */
function reasonOf({ reason, until }: Bar): string {
  switch (reason) {
    case 'certificate':
      return '检查日无有效行政执法证或执法领域不符';
    case 'recusal':
      return '须回避';
    case 'rotation':
      return until === null ? '周期内检查过该对象' : `周期内检查过该对象，${longDay(until)}起方可再查`;
    default:
      return '检查期间不在岗';
  }
}

/** Who could come, for which cases, and what bars whom (R22, R56, R59, R61). */
export function TeamPool({ inspectors, cases, bars, cap }: Pool) {
  const organs = useOrgans();
  const nameOfCase = (id: string): string => cases.find((each) => each.id === id)?.name ?? id;
  const seats = cases.reduce((sum, each) => sum + each.seats, 0);
  return (
    <>
      <section className="part">
        <h2>
          待指派案件（{cases.length} 件，共 {seats} 人次）
        </h2>
        <ol className="names">
          {cases.map((each) => (
            <li key={each.id}>
              {each.name}
              <small>{each.seats} 人</small>
            </li>
          ))}
        </ol>
        {cap !== null && <p>负荷均衡：每人至多 {cap} 件，这是能配齐的最小值。</p>}
      </section>
      <section className="part">
        <h2>执法检查人员（{inspectors.length} 人）</h2>
        <table className="plain stacked">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">单位</th>
              <th scope="col">执法证有效期至</th>
              <th scope="col">不得选派</th>
            </tr>
          </thead>
          <tbody>
            {inspectors.map(({ id, name, person, organ, certificateUntil }) => {
              const own = bars.filter(({ inspector }) => inspector === id);
              return (
                <tr key={id}>
                  <th scope="row">{name ?? person}</th>
                  <td data-head="单位">{organs.get(organ)?.name ?? organ}</td>
                  <td data-head="执法证至">{longDay(certificateUntil)}</td>
                  <td data-head="不得选派">
                    {own.length === 0 ? (
                      <span className="quiet">无</span>
                    ) : (
                      <ul className="bars">
                        {own.map((bar) => (
                          <li key={`${bar.case} ${bar.reason}`}>
                            <Tag color={bar.case === '*' ? 'red' : 'orange'}>
                              {bar.case === '*' ? '全部案件' : nameOfCase(bar.case)}
                            </Tag>
                            {reasonOf(bar)}
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="quiet">姓名只在本页内部显示；公开的抽取记录中以“检查员 01”等编号出现。</p>
      </section>
    </>
  );
}
