import { useState } from 'react';
import type { Candidate, Excluded, Quota } from '@srd/proof/draw';
import { stratumLabel, stratumUnit } from '@srd/domain/plan';
import { count, percent } from '../../shared/format';
import { SearchField } from '../../shared/search-field';

interface Pool {
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Excluded[];
  readonly quotas: readonly (Omit<Quota, 'rounding'> & { readonly rounding: string })[];
}

const ROUNDING: Readonly<Record<string, string>> = { ceil: '进一取整', floor: '舍去小数', 'half-up': '四舍五入' };

/** What is drawn from: sizes with their rule, who can be drawn, who can't and why (R55, R64). */
export function ObjectPool({ candidates, excluded, quotas }: Pool) {
  const [text, setText] = useState('');
  const shown = candidates.filter(({ name, id }) => name.includes(text) || id.includes(text));
  const weighted = candidates.some(({ weight }) => weight > 1);
  return (
    <>
      <section className="part">
        <h2>抽取数量</h2>
        <table className="plain stacked">
          <thead>
            <tr>
              <th scope="col">类别</th>
              <th scope="col">候选</th>
              <th scope="col">规则</th>
              <th scope="col">应抽</th>
            </tr>
          </thead>
          <tbody>
            {quotas.map(({ stratum, of, basisPoints, rounding, atLeast, size }) => (
              <tr key={stratum}>
                <th scope="row">{stratumLabel(stratum)}</th>
                <td data-head="候选">
                  <div>
                    {of} {stratumUnit(stratum)}
                  </div>
                </td>
                <td data-head="规则">
                  {basisPoints === 0
                    ? `固定 ${atLeast} ${stratumUnit(stratum)}`
                    : `${percent(basisPoints)}，${ROUNDING[rounding] ?? rounding}，至少 ${atLeast} ${stratumUnit(stratum)}（精确值 ${(basisPoints * of) / 10000}）`}
                </td>
                <td data-head="应抽">
                  <div>
                    <strong className="big">{size}</strong> {stratumUnit(stratum)}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="part">
        <h2>候选（{count(candidates.length)}）</h2>
        <SearchField
          aria-label="在候选中查找"
          placeholder="按名称查找"
          value={text}
          onChange={(event) => setText(event.target.value)}
          style={{ maxWidth: 320 }}
        />
        <ol className="names">
          {shown.map(({ id, name, stratum, weight }) => (
            <li key={id}>
              {name}
              {quotas.length > 1 && <small>{stratumLabel(stratum)}</small>}
              {weighted && <small>{weight} 签</small>}
            </li>
          ))}
        </ol>
      </section>
      <section className="part">
        <h2>不参加抽取（{count(excluded.length)}）</h2>
        {excluded.length === 0 ? (
          <p className="quiet">名录中的对象全部参加。</p>
        ) : (
          <ul className="names">
            {excluded.map(({ id, name, reason }) => (
              <li key={id}>
                {name}
                <small>{reason}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
