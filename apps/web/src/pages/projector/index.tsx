import './projector.css';
import { CheckCircleFilled } from '@ant-design/icons';
import { stratumUnit } from '@srd/domain/plan';
import { attemptLabels, namesOpen, voidCodes } from '@srd/domain/selection';
import { sha256 } from '@srd/kernel';
import { verify } from '@srd/proof/draw';
import { QRCode } from 'antd';
import { useMemo, type CSSProperties } from 'react';
import { useParams } from 'react-router';
import { isUnderWay, useCasesOf, useLinks, useSeries, useTaskOf, type SeriesAttempt } from '../../shared/draws';
import { grouped } from '../../shared/format';
import { Scannable } from '../../shared/scannable';
import { Loaded } from '../../shared/states';
import { fitted } from './fit';

/**
 * The draw for a room: what is fixed, who seals, what came out; readable from the back at 1080p. Nothing is done here. In the room sit
 * people from the trade: names that the plan holds back until the last visit aren't shown to them, the hash of the record is (trap 10).
 */
export default function Projector() {
  const { series = '' } = useParams();
  const standing = useSeries(series);
  const of = useTaskOf(series);
  return (
    <main className="projector">
      {of && (
        <p className="of">
          {of.plan}：{of.task}
        </p>
      )}
      <Loaded query={standing} what="抽取">
        {(found) => {
          const attempt = found?.attempts.at(-1);
          return found && attempt ? (
            <Room attempt={attempt} series={series} isHeldBack={!namesOpen(found, attempt)} />
          ) : (
            <div className="ahead">
              <Scannable />
              <h1>{/:team(:\d+)?$/.test(series) ? '随机选派执法检查人员' : '随机抽取检查对象'}</h1>
              <p className="outcome">名录尚未冻结，抽取尚未开始</p>
            </div>
          );
        }}
      </Loaded>
    </main>
  );
}

function Room(props: { attempt: SeriesAttempt; series: string; isHeldBack: boolean }) {
  const { attempt, series, isHeldBack } = props;
  const { request, phase, commitment } = attempt;
  const sealing = phase === 'frozen' || phase === 'voidProposed';
  return (
    <>
      <header>
        <h1>{request.protocol === 'srd-draw/1' ? '随机抽取检查对象' : '随机选派执法检查人员'}</h1>
        <p>
          第 {attempt.attempt} 次 · {attemptLabels[phase]}
          {attempt.overdue && isUnderWay(attempt) && '（已过须揭晓的时间）'}
        </p>
      </header>
      {commitment !== null && (
        <section aria-label="承诺值">
          <h2>承诺值</h2>
          <code className="hash">{grouped(commitment)}</code>
        </section>
      )}
      {attempt.voided ? (
        <p className="outcome">本次已作废：{voidCodes[attempt.voided.code]}</p>
      ) : phase === 'revealed' ? (
        <Result attempt={attempt} series={series} isHeldBack={isHeldBack} />
      ) : (
        <>
          <Size attempt={attempt} />
          <Seats attempt={attempt} series={series} sealing={sealing} />
        </>
      )}
    </>
  );
}

function Size({ attempt: { request } }: { attempt: SeriesAttempt }) {
  if (request.protocol !== 'srd-draw/1') {
    const seats = request.cases.reduce((sum, each) => sum + each.seats.reduce((n, { count }) => n + count, 0), 0);
    return (
      <p className="figures">
        <b>{request.inspectors.length}</b> 名检查人员，<b>{request.cases.length}</b> 件案件，<b>{seats}</b> 人次
      </p>
    );
  }
  const unit = stratumUnit(request.quotas[0]?.stratum ?? '');
  const size = request.quotas.reduce((sum, quota) => sum + quota.size, 0);
  return (
    <p className="figures">
      <b>{request.candidates.length}</b> {unit}候选，<b>{request.excluded.length}</b> {unit}不参加，应抽 <b>{size}</b>{' '}
      {unit}
    </p>
  );
}

/** The witnesses; each one's code until they have sealed. */
function Seats({ attempt, series, sealing }: { attempt: SeriesAttempt; series: string; sealing: boolean }) {
  const { request, seals, opened } = attempt;
  const links = useLinks(series, sealing ? request.draw : undefined);
  return (
    <ul className="seats">
      {request.contributors.map(({ by, role }) => {
        const sealed = seals.some((each) => each.by === by);
        const link = links.data?.find((each) => each.by === by);
        return (
          <li key={by} className={sealed ? 'done' : undefined}>
            <strong>{by}</strong>
            <span>{role}</span>
            {sealed ? (
              <span className="seat-state">
                <CheckCircleFilled aria-hidden /> {by in opened ? '已开启' : '已封存'}
              </span>
            ) : link ? (
              <QRCode value={`${window.location.origin}${link.path}`} size={900} aria-label={`${by}请扫码封存`} />
            ) : (
              <span className="seat-state">{sealing ? '等待封存' : '未封存'}</span>
            )}
          </li>
        );
      })}
      {sealing && links.data && (
        <li className="beside">
          <Scannable />
        </li>
      )}
    </ul>
  );
}

function Result(props: { attempt: SeriesAttempt; series: string; isHeldBack: boolean }) {
  const { attempt, series, isHeldBack } = props;
  const { transcript, transcriptHash } = attempt;
  const verdict = useMemo(() => transcript && verify(transcript, sha256), [transcript]);
  if (!transcript) return null;
  return (
    <>
      <p className="outcome">
        {verdict?.verdict === 'yes' ? '已揭晓，本机重算一致' : `重算不一致：${verdict?.finding ?? ''}`}
      </p>
      {isHeldBack ? (
        <HeldBack transcript={transcript} hash={transcriptHash} />
      ) : (
        <Names transcript={transcript} series={series} />
      )}
    </>
  );
}

type Transcript = NonNullable<SeriesAttempt['transcript']>;

/** How many were drawn, and the hash by which the names can be checked on the day on which they are made public. */
function HeldBack({ transcript, hash }: { transcript: Transcript; hash: string | null }) {
  const drawn =
    'selected' in transcript
      ? `抽中 ${transcript.selected.length} ${stratumUnit(transcript.ranking[0]?.stratum ?? '')}`
      : `选派 ${transcript.assigned.length} 件案件的检查人员`;
  return (
    <>
      <p className="figures">已{drawn}；计划规定名单在最后一次到场检查之后公开，现在不显示</p>
      <section aria-label="抽取记录散列">
        <h2>抽取记录散列：请记下或拍照，名单公开后据此核对</h2>
        <code className="hash">{grouped(hash ?? '')}</code>
      </section>
    </>
  );
}

function Names({ transcript, series }: { transcript: Transcript; series: string }) {
  const cases = useCasesOf(series);
  const names =
    'selected' in transcript ? new Map(transcript.request.candidates.map(({ id, name }) => [id, name])) : null;
  const labels =
    'assigned' in transcript ? new Map(transcript.request.inspectors.map(({ id, name }) => [id, name])) : null;
  const lines =
    'selected' in transcript
      ? transcript.selected.map((id) => [id, names?.get(id) ?? id] as const)
      : transcript.assigned.map(({ case: id, inspectors }) => {
          const team = inspectors.map((each) => labels?.get(each) ?? each).join('、');
          return [id, `${cases.get(id)?.number ?? id}：${team}`] as const;
        });
  const { columns, size, line: height } = fitted(lines.length, Math.max(...lines.map(([, line]) => line.length)));
  const style = { '--columns': columns, '--size': size, '--line': height } as CSSProperties;
  return (
    <ol className="results" style={style}>
      {lines.map(([id, line]) => (
        <li key={id}>{line}</li>
      ))}
    </ol>
  );
}
