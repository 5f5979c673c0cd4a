import { CheckCircleFilled } from '@ant-design/icons';
import { voidCodes } from '@srd/domain/selection';
import { Alert, QRCode } from 'antd';
import { useLinks } from '../../shared/draws';
import { grouped, moment } from '../../shared/format';
import { holds, useMe } from '../../app/session';
import { Person } from '../../shared/person';
import { Scannable } from '../../shared/scannable';
import { Pool } from './pool';
import type { AttemptProps } from './stage';
import { Step } from './step';

const officers = ['section-officer'];
const heads = ['section-head'];

/** From the freeze to the close: the witnesses seal on their own phones; two people may void (trap 3). */
export function Sealing({ attempt, ...props }: AttemptProps) {
  const { commitment, seals, contributorsNeeded, voidProposed, request } = attempt;
  const missing = Math.max(0, contributorsNeeded - seals.length);
  return (
    <>
      <Commitment commitment={commitment ?? ''} />
      {voidProposed && (
        <Alert
          type="warning"
          showIcon
          title={`已提请作废：${voidCodes[voidProposed.code]}`}
          description={
            <>
              <p>
                理由：{voidProposed.reason}（<Person id={voidProposed.by} /> 提请，须由另一人决定）
              </p>
              <div className="step-bar">
                <Step {...props} command="ApproveVoid" label="同意作废" danger roles={heads} />
                <Step {...props} command="DeclineVoid" label="不同意，继续抽取" roles={heads} />
              </div>
            </>
          }
        />
      )}
      <Witnesses {...props} attempt={attempt} />
      <div className="step-bar">
        <Step
          {...props}
          command="CloseSealing"
          label="截止封存"
          type="primary"
          roles={officers}
          notYet={voidProposed ? '作废待决定' : missing > 0 ? `还须 ${missing} 名见证人封存` : undefined}
          intro="截止后见证人的设备自动开启封存值；此后不能作废，只能揭晓。开启时限不填时，为揭晓时限。"
        />
        {!voidProposed && (
          <Step
            {...props}
            command="ProposeVoid"
            label="提请作废"
            danger
            roles={officers}
            intro="截止前可以作废，须写明事由并由科室负责人同意。作废的一次连同事由永久公开；此时还没有任何结果。"
          />
        )}
        <span className="quiet">揭晓时限 {moment(request.revealBy)}</span>
      </div>
      <Pool request={request} people={attempt.people} />
    </>
  );
}

/** The commitment, large, to be compared before and after. */
export function Commitment({ commitment }: { commitment: string }) {
  return (
    <section className="part commitment">
      <h2>承诺值</h2>
      <code>{grouped(commitment)}</code>
      <p className="quiet">服务器已选定密值并公布其承诺。密值此后改不了；揭晓时人人可以核对。</p>
    </section>
  );
}

/** Who has sealed, and each one's own link as a code to scan. */
export function Witnesses({ attempt, series }: Pick<AttemptProps, 'attempt' | 'series'>) {
  const { seals, opened, absent, request, phase } = attempt;
  const sealing = phase === 'frozen' || phase === 'voidProposed';
  const mayHand = holds(useMe(), [...officers, ...heads]);
  const links = useLinks(series, mayHand && sealing ? request.draw : undefined);
  if (request.contributors.length === 0)
    return <Alert type="info" showIcon title="本次抽取没有见证人，公开页面会注明" />;
  return (
    <section className="part">
      <h2>见证人</h2>
      {mayHand && sealing && <Scannable />}
      <ul className="witnesses">
        {request.contributors.map(({ by, role }) => {
          const seal = seals.find((each) => each.by === by);
          const link = links.data?.find((each) => each.by === by);
          return (
            <li key={by}>
              <strong>{by}</strong>
              <span>{role}</span>
              {seal ? (
                <span className="passed">
                  <CheckCircleFilled aria-hidden /> {by in opened ? '已开启' : absent.includes(by) ? '缺席' : '已封存'}
                </span>
              ) : link && sealing ? (
                <>
                  <QRCode value={`${window.location.origin}${link.path}`} size={148} aria-label={`${by}的链接二维码`} />
                  <a href={link.path} target="_blank" rel="noreferrer">
                    在本机打开
                  </a>
                </>
              ) : (
                <span className="quiet">{sealing ? '等待封存' : '未封存'}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
