import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { api, dataOf, type Schemas } from '../../api/client';
import { holds, useMe } from '../../app/session';
import { Loaded } from '../../shared/states';
import { ObjectPool } from './object-pool';
import type { StageProps } from './stage';
import { Step } from './step';
import { TeamPool } from './team-pool';

const officers = ['section-officer'];
/** Who prepares a draw or answers for it; whoever only watches sees the pool once it is fixed. */
const preparing = [...officers, 'section-head', 'supervision-officer', 'leader'];

/** Before the freeze: what it would fix, and why it can't be where it can't. */
export function Freezing(props: StageProps) {
  if (!holds(useMe(), preparing))
    return (
      <Alert type="info" showIcon title="名录尚未冻结" description="冻结后在此公布候选、除外及理由、数量和承诺值。" />
    );
  return props.isTeam ? <FreezeTeam {...props} /> : <FreezeObjects {...props} />;
}

/** As many seats for witnesses as the organ's rule asks for, to be filled in. */
const seats = (count: number): object[] => Array.from({ length: Math.max(1, count) }, () => ({ role: '行业协会代表' }));

const INTRO =
  '冻结后，名录、数量和规则不再改变，服务器随即公布密值的承诺值。请填写到场见证人的身份（公开），姓名不公开。';

function FreezeObjects(props: StageProps) {
  const { plan, series } = props;
  const preview = useQuery({
    queryKey: ['object-preview', series],
    queryFn: () =>
      dataOf(api.GET('/api/v1/selections/{id}/object-preview', { params: { path: { id: series }, query: { plan } } })),
  });
  const command = series.endsWith(':practitioners') ? 'FreezePractitionerDraw' : 'FreezeObjectDraw';
  return (
    <Loaded query={preview} what="名录">
      {(pool) => (
        <Freeze {...props} command={command} label="冻结名录" pool={pool} list={<ObjectPool {...pool} />}>
          {pool.lot === 'pool-of-one' && <Alert type="info" showIcon title="名录中只有一家，无须抽签；人员仍须抽取" />}
          {pool.lot === 'whole-pool' && <Alert type="info" showIcon title="按规则全部检查，抽取只决定次序" />}
        </Freeze>
      )}
    </Loaded>
  );
}

function FreezeTeam(props: StageProps) {
  const { plan, series } = props;
  const preview = useQuery({
    queryKey: ['team-preview', series],
    queryFn: () =>
      dataOf(api.GET('/api/v1/selections/{id}/team-preview', { params: { path: { id: series }, query: { plan } } })),
  });
  return (
    <Loaded query={preview} what="执法检查人员名录">
      {(pool) => (
        <Freeze {...props} command="FreezeTeamDraw" label="冻结人员名录" pool={pool} list={<TeamPool {...pool} />} />
      )}
    </Loaded>
  );
}

interface FreezeProps extends StageProps {
  readonly command: string;
  readonly label: string;
  readonly pool: Pick<Schemas['TeamPreviewDto'], 'hindrance' | 'contributorsPerDraw'>;
  /** What would be fixed. */
  readonly list: ReactNode;
  readonly children?: ReactNode;
}

/** The step itself with what hinders it, above what it would fix. */
function Freeze({ plan, series, reload, command, label, pool, list, children }: FreezeProps) {
  return (
    <>
      <Hindered hindrance={pool.hindrance} />
      {children}
      <div className="step-bar">
        <Step
          command={command}
          label={label}
          type="primary"
          roles={officers}
          notYet={pool.hindrance?.title}
          series={series}
          revision={-1}
          reload={reload}
          intro={INTRO}
          values={{ plan, contributors: seats(pool.contributorsPerDraw) }}
          hidden={['plan', 'contributors.person']}
        />
      </div>
      {list}
    </>
  );
}

/** Why nothing can be frozen, in whole sentences, and what would help. */
function Hindered({ hindrance }: { hindrance: { title: string; detail: string; basis: string } | null }) {
  if (!hindrance) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={hindrance.title}
      description={
        <>
          <p className="explained">{hindrance.detail}</p>
          <p className="basis">依据：{hindrance.basis}。没有记录任何内容。</p>
        </>
      }
    />
  );
}
