import { stratumLabel, stratumUnit } from '@srd/domain/plan';
import { objectsInForce, reserveCodes, teamsInForce, type Attempt } from '@srd/domain/selection';
import type { ObjectTranscript, TeamTranscript } from '@srd/proof/draw';
import { Alert, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCasesOf, type SeriesAttempt } from '../../shared/draws';
import { grouped } from '../../shared/format';
import { Person } from '../../shared/person';
import { Pool } from './pool';
import { Commitment, Witnesses } from './sealing';
import type { AttemptProps } from './stage';
import { Step } from './step';
import { Verification } from './verification';

const officers = ['section-officer'];

interface RevealedProps extends AttemptProps {
  /** The plan makes the drawn names public after the last visit, and that is still to come. */
  readonly isHeldBack: boolean;
}

/** The result: who was drawn, in which order, who is in reserve, and the check on one's own device. */
export function Revealed({ attempt, isHeldBack, ...props }: RevealedProps) {
  const { transcript, commitment, record } = attempt;
  return (
    <>
      {isHeldBack && (
        <Alert
          type="warning"
          showIcon
          title="计划规定检查结束后才公开名单：此前只公开散列，请勿外传"
          description="大屏和公开页面此前都不显示名单，只显示抽取记录散列；最后一次到场检查之后自动公开。"
        />
      )}
      {record && (
        <Alert
          type="info"
          showIcon
          title={`本次抽取在系统外进行（${record.way === 'lot' ? '现场抽签' : '省级平台'}），此处为登记的结果`}
        />
      )}
      {transcript && <Verification transcript={transcript} />}
      {transcript && 'selected' in transcript && <Objects {...props} attempt={attempt} transcript={transcript} />}
      {transcript && 'assigned' in transcript && <Teams {...props} attempt={attempt} transcript={transcript} />}
      {record && <Elsewhere attempt={attempt} series={props.series} />}
      {commitment !== null && <Commitment commitment={commitment} />}
      <Witnesses attempt={attempt} series={props.series} />
      <Pool request={attempt.request} people={attempt.people} />
    </>
  );
}

function Objects({ attempt, transcript, ...props }: AttemptProps & { transcript: ObjectTranscript }) {
  const [all, setAll] = useState(false);
  const names = new Map(transcript.request.candidates.map(({ id, name }) => [id, name]));
  const selected = new Set(transcript.selected);
  const inForce = objectsInForce(attempt as Attempt);
  return (
    <section className="part">
      <h2>
        抽中（{transcript.selected.length} {stratumUnit(transcript.ranking[0]?.stratum ?? '')}）
      </h2>
      <ol className="selected">
        {transcript.selected.map((id, index) => {
          const now = inForce[index];
          const called = attempt.reserves.find(({ replaced }) => replaced === id);
          return (
            <li key={id}>
              <strong className={now === id ? undefined : 'replaced'}>{names.get(id) ?? id}</strong>
              {now !== undefined && now !== id && (
                <span>
                  由 <strong>{names.get(now) ?? now}</strong> 递补（{called && reserveCodes[called.reason.code]}）
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div className="step-bar">
        <Step
          {...props}
          command="CallReserve"
          label="依次递补"
          roles={officers}
          intro="抽中的对象不能检查时，由备选名单依次递补，写明事由；不重新抽取。"
        />
        <Link to={`/desk/cases?task=${encodeURIComponent(props.series.split(':')[0] ?? '')}`}>查看这些案件</Link>
      </div>
      <h2>次序</h2>
      {transcript.ranking.map(({ stratum, order }) => (
        <div key={stratum}>
          {transcript.ranking.length > 1 && <h3>{stratumLabel(stratum)}</h3>}
          <table className="plain ranking">
            <thead>
              <tr>
                <th scope="col">名次</th>
                <th scope="col">对象</th>
                <th scope="col">结果</th>
                <th scope="col">签号</th>
              </tr>
            </thead>
            <tbody>
              {order.slice(0, all ? undefined : 12).map(({ id, ticket }, index) => (
                <tr key={id}>
                  <td>{index + 1}</td>
                  <th scope="row">{names.get(id) ?? id}</th>
                  <td>{selected.has(id) ? <Tag color="green">抽中</Tag> : <Tag>备选</Tag>}</td>
                  <td>
                    <code title={ticket}>{ticket.slice(0, 16)}…</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {order.length > 12 && (
            <button type="button" className="link" onClick={() => setAll(!all)}>
              {all ? '收起' : `显示全部 ${order.length} ${stratumUnit(stratum)}`}
            </button>
          )}
        </div>
      ))}
      <p className="quiet">
        种子 <code>{grouped(transcript.seed)}</code>
      </p>
    </section>
  );
}

function Teams({ attempt, transcript, ...props }: AttemptProps & { transcript: TeamTranscript }) {
  const teams = teamsInForce(attempt as Attempt);
  const cases = useCasesOf(props.series);
  const load = new Map<string, number>();
  for (const id of teams.flatMap(({ inspectors }) => inspectors)) load.set(id, (load.get(id) ?? 0) + 1);
  return (
    <section className="part">
      <h2>选派结果（{transcript.assigned.length} 件）</h2>
      <table className="plain stacked">
        <thead>
          <tr>
            <th scope="col">案件</th>
            <th scope="col">执法检查人员（姓名内部可见）</th>
          </tr>
        </thead>
        <tbody>
          {teams.map(({ case: id, inspectors }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/desk/cases/${encodeURIComponent(id)}`}>{cases.get(id)?.number ?? id}</Link>
                <br />
                <small>{cases.get(id)?.name}</small>
              </th>
              <td data-head="检查人员">
                <div>
                  {inspectors.map((inspector) => (
                    <span className="member" key={inspector}>
                      <Person id={attempt.people[inspector] ?? inspector} />
                      <small>{transcript.request.inspectors.find((each) => each.id === inspector)?.name}</small>
                    </span>
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        负荷：每人至多 {transcript.request.cap} 件，实际 {[...load.values()].toSorted((a, b) => b - a).join('、')} 件。
      </p>
      {attempt.seatReplacements.length > 0 && (
        <ul>
          {attempt.seatReplacements.map(({ case: id, from, to, reason }) => (
            <li key={`${id} ${from}`}>
              {cases.get(id)?.number ?? id}：<Person id={attempt.people[from] ?? from} /> 由{' '}
              <Person id={attempt.people[to] ?? to} /> 替换（
              {reason}）
            </li>
          ))}
        </ul>
      )}
      <div className="step-bar">
        <Step
          {...props}
          command="ReplaceDrawnInspector"
          label="按次序替换人员"
          roles={officers}
          intro="只有回避、不在岗等情形才替换；由同一次抽取中签号最小的合适人员顶上，写明理由。"
        />
      </div>
    </section>
  );
}

/** A lot or the platform's draw: what was recorded of it. */
function Elsewhere({ attempt, series }: { attempt: SeriesAttempt; series: string }) {
  const cases = useCasesOf(series);
  const { request } = attempt;
  if (request.protocol !== 'srd-draw/1') {
    return (
      <section className="part">
        <h2>选派结果</h2>
        <ul>
          {teamsInForce(attempt as Attempt).map(({ case: id, inspectors }) => (
            <li key={id}>
              {cases.get(id)?.number ?? id}：
              {inspectors.map((each) => (
                <span className="member" key={each}>
                  <Person id={attempt.people[each] ?? each} />
                </span>
              ))}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  const names = new Map(request.candidates.map(({ id, name, stratum }) => [id, `${name}（${stratumLabel(stratum)}）`]));
  return (
    <section className="part">
      <h2>抽中</h2>
      <ol className="selected">
        {objectsInForce(attempt as Attempt).map((id) => (
          <li key={id}>
            <strong>{names.get(id) ?? id}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}
