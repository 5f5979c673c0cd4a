import '../../shared/draws.css';
import { attemptLabels, namesOpen } from '@srd/domain/selection';
import { CheckOutlined } from '@ant-design/icons';
import { Alert, Steps } from 'antd';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { LinkButton } from '../../shared/link-button';
import { Scannable } from '../../shared/scannable';
import { PageHead } from '../../shared/page-head';
import { Loaded } from '../../shared/states';
import { useSeries, useTaskOf, whatIsDrawn, type Series, type SeriesAttempt } from '../../shared/draws';
import { Attempts } from './attempts';
import { Freezing } from './freezing';
import { HoldingProvider, useHeld } from './holding';
import { Opening } from './opening';
import { Revealed } from './revealed';
import { Sealing } from './sealing';
import type { StageProps } from './stage';

/** The tick of a step that is done, read as such. */
const DONE = <CheckOutlined aria-label="已完成" />;
const STEPS = ['冻结名录', '见证人封存', '截止与开启', '揭晓'];

/** Where an attempt stands on the way; voided and lost ones begin anew. */
function stepOf(attempt: SeriesAttempt | undefined): number {
  switch (attempt?.phase) {
    case 'frozen':
    case 'voidProposed':
      return 1;
    case 'closed':
    case 'opened':
    case 'beaconProposed':
    case 'beaconEntered':
      return 2;
    case 'revealed':
      return 3;
    default:
      return 0;
  }
}

/** One draw, from the freeze to the result (B二(九)). Reloading shows it where it stands: every step is on record. */
export default function Draw() {
  const { series = '' } = useParams();
  const standing = useSeries(series);
  return (
    <Loaded query={standing} what="抽取">
      {(found) => <Standing key={series} latest={found} reload={() => void standing.refetch()} />}
    </Loaded>
  );
}

function Standing({ latest, reload }: { latest: Series | null; reload: () => void }) {
  const { plan = '', series = '' } = useParams();
  const of = useTaskOf(series);
  const isTeam = /:team(:\d+)?$/.test(series);
  const { shown: found, hold } = useHeld(latest);
  const attempt = found?.attempts.at(-1);
  const now = latest?.attempts.at(-1);
  const hasMoved = latest?.revision !== found?.revision;
  const moved = now && hasMoved ? `第 ${now.attempt} 次：${attemptLabels[now.phase]}` : undefined;
  const holding = useMemo(() => ({ hold, moved }), [hold, moved]);
  return (
    <HoldingProvider value={holding}>
      <PageHead
        title={`抽取${whatIsDrawn(series)}`}
        about={
          <>
            {of ? `${of.plan}：${of.task}` : series}
            {attempt && `，第 ${attempt.attempt} 次：${attemptLabels[attempt.phase]}`}
          </>
        }
        actions={
          <>
            <LinkButton to={`/desk/projector/${encodeURIComponent(series)}`} target="_blank">
              大屏
            </LinkButton>
            <LinkButton to="/desk/draws">返回待抽取</LinkButton>
          </>
        }
      />
      <Steps
        className="draw-steps"
        current={stepOf(attempt)}
        items={STEPS.map((title) => ({ title }))}
        iconRender={(icon, { index, components: { Icon } }) => (index < stepOf(attempt) ? <Icon>{DONE}</Icon> : icon)}
      />
      {attempt?.overdue && attempt.phase !== 'revealed' && (
        <Alert type="warning" showIcon title="已过揭晓时限：任何可以办理抽取的人都可以继续完成" />
      )}
      {/* Before anybody stands in the room with a phone; while it is sealed, the codes' own part says it. */}
      {stepOf(attempt) === 0 && <Scannable />}
      <Stage plan={plan} series={series} isTeam={isTeam} found={found} reload={reload} />
      {found && found.attempts.length > 0 && <Attempts attempts={found.attempts} series={series} />}
    </HoldingProvider>
  );
}

function Stage({ found, ...props }: StageProps & { found: Series | null }) {
  const attempt = found?.attempts.at(-1);
  if (!found || !attempt) return <Freezing {...props} />;
  const of = { ...props, attempt, revision: found.revision };
  switch (attempt.phase) {
    case 'frozen':
    case 'voidProposed':
      return <Sealing {...of} />;
    case 'closed':
    case 'opened':
    case 'beaconProposed':
    case 'beaconEntered':
      return <Opening {...of} />;
    case 'revealed':
      return <Revealed {...of} isHeldBack={!namesOpen(found, attempt)} />;
    default:
      return <Freezing {...props} />;
  }
}
