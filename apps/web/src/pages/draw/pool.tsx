import type { ObjectRequest, TeamRequest } from '@srd/proof/draw';
import { useOrgans } from '../../shared/organs';
import { useCasesOf } from '../../shared/draws';
import { Person } from '../../shared/person';
import { ObjectPool } from './object-pool';

interface Props {
  readonly request: ObjectRequest | TeamRequest;
  /** Who is who, for the office only. */
  readonly people: Readonly<Record<string, string>>;
}

const BARS = {
  certificate: '无有效执法证',
  recusal: '须回避',
  rotation: '周期内检查过',
  unavailable: '不在岗',
} as const;

/** What was frozen. */
export function Pool({ request, people }: Props) {
  if (request.protocol === 'srd-draw/1') return <ObjectPool {...request} />;
  return <Team request={request} people={people} />;
}

function Team({ request, people }: { request: TeamRequest; people: Props['people'] }) {
  const organs = useOrgans();
  const cases = useCasesOf(request.draw.replace(/\.\d+$/, ''));
  return (
    <section className="part">
      <h2>
        参加抽取的执法检查人员（{request.inspectors.length} 人，每人至多 {request.cap} 件）
      </h2>
      <table className="plain stacked team-pool">
        <thead>
          <tr>
            <th scope="col">编号（公开）</th>
            <th scope="col">姓名（内部）</th>
            <th scope="col">单位</th>
            <th scope="col">不得选派</th>
          </tr>
        </thead>
        <tbody>
          {request.inspectors.map(({ id, name, organ }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td data-head="姓名">
                <Person id={people[id] ?? id} />
              </td>
              <td data-head="单位">{organs.get(organ)?.name ?? organ}</td>
              <td data-head="不得选派">
                <span>
                  {request.barred
                    .filter(({ inspector }) => inspector === id)
                    .map(
                      (bar) =>
                        `${bar.case === '*' ? '全部案件' : (cases.get(bar.case)?.number ?? bar.case)}：${BARS[bar.reason]}`,
                    )
                    .join('；') || <span className="quiet">无</span>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
