import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import type { Schemas } from '../../api/client';
import { longDay } from '../../shared/format';
import { debtLabels } from '../../shared/debt-labels';
import { channelName } from '../../shared/labels';
import { Doubts, PublicFields, publicationsQuery, type PublicationOfCase } from '../../shared/publication';
import { Loaded, Nothing } from '../../shared/states';
import { useUntilDue } from '../../shared/use-until-due';

const standings = {
  owed: '待公示',
  posting: '已发布，等待回执',
  discharged: '已公示',
  waived: '决定不予公示',
  superseded: '由后一次公示取代',
} as const;
const channelWords = {
  waiting: '尚未发布',
  posted: '已发布，等待回执',
  failed: '未被接收',
  acknowledged: '已收到回执',
};
const channelColours = { waiting: 'default', posted: 'gold', failed: 'red', acknowledged: 'green' } as const;
/** Every publication of the case: what goes or went out, what has to be looked at first, and each channel with its receipt. */
export function Publications({ id, revision }: { id: string; revision: number }) {
  const all = useQuery(publicationsQuery(id, revision));
  return (
    <Loaded query={all} what="公示">
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>审批之后才有公示</Nothing>
        ) : (
          items.map((one, at) => <Publication key={one.debt} one={one} before={items.slice(0, at)} />)
        )
      }
    </Loaded>
  );
}

function Publication({ one, before }: { one: PublicationOfCase; before: readonly PublicationOfCase[] }) {
  const untilDue = useUntilDue();
  const open = one.status === 'owed' || one.status === 'posting';
  const replaced = before.find(({ debt }) => debt === one.replaces);
  return (
    <article className="publication">
      <h3>
        {debtLabels[one.kind]} <Tag color={open ? 'gold' : 'green'}>{standings[one.status]}</Tag>
        <span className="quiet">
          期限 {longDay(one.dueOn)}
          {open && `，${untilDue({ on: one.dueOn, unit: one.dueIn })}`}
        </span>
      </h3>
      {one.draft && <Doubts one={one} />}
      {one.reviewed !== null && one.draft && (
        <p className="quiet">{one.reviewed ? '内容已经人工核对' : '内容尚未核对，核对后方可发布'}</p>
      )}
      {one.notice !== null && <p>{one.notice}</p>}
      <PublicFields one={one} replaced={replaced} title={one.draft ? '公示预览' : undefined} />
      <Channels all={one.channels} />
    </article>
  );
}

/** Where it goes, and what came of it there. */
function Channels({ all }: { all: readonly Schemas['ChannelStandingAnswer'][] }) {
  return (
    <div className="channels">
      <table className="plain stacked">
        <thead>
          <tr>
            <th scope="col">公示载体</th>
            <th scope="col">状态</th>
            <th scope="col">发布日期</th>
            <th scope="col">回执</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ channel, status, failure, postedOn, receipt }) => (
            <tr key={channel}>
              <th scope="row">{channelName(channel)}</th>
              <td data-head="状态">
                <Tag color={channelColours[status]}>{channelWords[status]}</Tag>
                {failure}
              </td>
              <td data-head="发布日期">{postedOn === null ? '—' : longDay(postedOn)}</td>
              <td data-head="回执">
                <span className="receipt">{receipt ?? '—'}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
