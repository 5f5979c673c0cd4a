import { Alert } from 'antd';
import { moment } from '../../shared/format';
import type { SeriesAttempt } from '../../shared/draws';
import { Commitment, Witnesses } from './sealing';
import type { AttemptProps } from './stage';
import { Step } from './step';

const officers = ['section-officer'];

/** Who hasn't opened yet. */
function closedSeals({ seals, opened }: SeriesAttempt): readonly string[] {
  return seals.filter(({ by }) => !(by in opened)).map(({ by }) => by);
}

/** From the close to the reveal: seals open by themselves, a beacon is entered by two people, then nothing is left but to reveal. */
export function Opening({ attempt, ...props }: AttemptProps) {
  const { phase, openUntil, request, beacon, beaconProposed } = attempt;
  const waiting = closedSeals(attempt);
  const needsBeacon = request.beacon !== null && beacon === null;
  return (
    <>
      <Commitment commitment={attempt.commitment ?? ''} />
      <Witnesses attempt={attempt} series={props.series} />
      {phase === 'closed' ? (
        <div className="step-bar">
          <Step
            {...props}
            command="EndOpening"
            label="结束开启"
            type="primary"
            roles={officers}
            notYet={
              waiting.length > 0 && openUntil !== null
                ? `${waiting.join('、')}尚未开启；最迟 ${moment(openUntil)}，之后记为缺席`
                : undefined
            }
            intro="结束后不再接受开启；没有开启的见证人永久记为缺席。"
          />
        </div>
      ) : (
        <>
          {needsBeacon && (
            <Alert
              type="info"
              showIcon
              title={`公共号码：${request.beacon?.source ?? ''}`}
              description={`约定产生时间 ${moment(request.beacon?.expectedAt ?? '')}。由两人分别录入，须一致。`}
            />
          )}
          <div className="step-bar">
            {needsBeacon && <Step {...props} command="EnterBeacon" label="录入公共号码" roles={officers} />}
            {beaconProposed && needsBeacon && (
              <Step {...props} command="ConfirmBeacon" label="由另一人核对录入" roles={officers} />
            )}
            <Step
              {...props}
              command="Reveal"
              label="揭晓"
              type="primary"
              roles={officers}
              intro="密值公开后，抽取结果随即确定，任何人都能重算。服务器中途重启也只会得到同一结果。"
            />
          </div>
        </>
      )}
    </>
  );
}
