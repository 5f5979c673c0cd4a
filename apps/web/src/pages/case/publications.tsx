import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Tag } from 'antd';
import { api, dataOf, type Schemas } from '../../api/client';
import { longDay } from '../../shared/format';
import { debtLabels } from '../../shared/debt-labels';
import { channelName } from '../../shared/labels';
import { Loaded, Nothing } from '../../shared/states';
import { useUntilDue } from '../../shared/use-until-due';

type PublicationOfCase = Schemas['PublicationOfCase'];

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
/** The seven fields of the publication form, and no eighth. */
const fields = [
  ['institutionName', '机构名称'],
  ['registrationNumber', '登记号'],
  ['inspectedOn', '抽查时间'],
  ['method', '抽查方式'],
  ['scope', '抽查内容'],
  ['result', '抽查结果'],
  ['breachHandling', '违法行为查处情况'],
] as const;

/** Every publication of the case: what goes or went out, what has to be looked at first, and each channel with its receipt. */
export function Publications({ id, revision }: { id: string; revision: number }) {
  const all = useQuery({
    queryKey: ['case', id, 'publications', revision],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{id}/publications', { params: { path: { id } } })),
  });
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
      {one.draft && one.doubts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="公示前请核对"
          description={one.doubts.map(({ field, found }) => (
            <div key={field}>
              {fields.find(([name]) => name === field)?.[1] ?? '说明'}：{found.join('、')}
            </div>
          ))}
        />
      )}
      {one.reviewed !== null && one.draft && (
        <p className="quiet">{one.reviewed ? '内容已经人工核对' : '内容尚未核对，核对后方可发布'}</p>
      )}
      {one.notice !== null && <p>{one.notice}</p>}
      <Descriptions
        size="small"
        bordered
        column={1}
        title={one.draft ? '公示预览' : undefined}
        items={fields.map(([name, label]) => {
          const shown = (text: string): string =>
            name === 'inspectedOn' ? text.split('至').map(longDay).join('至') : text;
          const old = replaced?.content[name];
          const changed = old !== undefined && old !== one.content[name];
          return {
            key: name,
            label,
            children: changed ? (
              <>
                <div>
                  <Tag color="blue">更正后</Tag>
                  <ins>{shown(one.content[name])}</ins>
                </div>
                <div>
                  <Tag>更正前</Tag>
                  <del>{shown(old)}</del>
                </div>
              </>
            ) : (
              shown(one.content[name])
            ),
          };
        })}
      />
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
