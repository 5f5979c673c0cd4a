import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { isSince, type Disposition } from '@srd/domain/case';
import { api, dataOf } from '../../api/client';
import type { CaseDetail } from '../../shared/case-command';
import { longDay } from '../../shared/format';
import { useOrgans } from '../../shared/organs';
import { Loaded } from '../../shared/states';
import type { Followed } from './measures';

/** What an order says, as it was recorded or as it is being written. */
export interface Order {
  readonly text: string;
  readonly dueOn?: string | undefined;
  readonly remedies?: string | undefined;
  readonly occurredOn?: string | undefined;
  readonly round: number;
}

/**
 * 责令改正通知书 as it reaches the institution: whom it concerns, what was found on which ground, what to do until when, the remedies.
 * What isn't written yet stands as a gap.
 */
export function OrderPaper({ detail, followed, order }: { detail: CaseDetail; followed: Followed; order: Order }) {
  const organs = useOrgans();
  const { opened, object, visits } = detail;
  const organ = organs.get(opened.organ)?.name ?? '';
  const item = opened.items.find(({ id }) => id === followed.finding.item);
  const visited = visits.at(-1)?.endedOn ?? visits.at(-1)?.openedOn;
  const gap = <span className="fu-gap">（待填写）</span>;
  return (
    <article className="fu-paper" aria-label="责令改正通知书预览">
      <p className="fu-paper-organ">{organ}</p>
      <h4>责令改正通知书{order.round > 1 && `（第 ${order.round} 次）`}</h4>
      <p className="fu-paper-number">案号：{opened.number}</p>
      <p className="fu-paper-to">{object?.name ?? gap}：</p>
      {object && (
        <p className="quiet">
          登记号 {object.registrationNumber}，{object.premises}
        </p>
      )}
      <p>
        {visited ? `${longDay(visited)}，` : ''}本机关对你单位进行行政检查（{item?.name ?? ''}），发现下列问题：
      </p>
      <p>{followed.finding.text}</p>
      <p>{item?.basis && item.basis.length > 0 && `检查依据：${item.basis.join('、')}。`}现依法要求如下：</p>
      <p>{order.text === '' ? gap : order.text}</p>
      <p>改正期限至{order.dueOn ? longDay(order.dueOn) : gap}。期满前请提交整改报告及证明材料，本机关将进行回访。</p>
      {/* Procedures before the fourth didn't ask for them: then the paper is silent. */}
      {(order.remedies !== undefined || isSince(detail.procedure, 'case/4')) && (
        <p>救济途径：{order.remedies ?? (order.round > 1 ? '同第 1 次责令改正通知书所载。' : gap)}</p>
      )}
      <p className="fu-paper-end">
        {organ}
        <br />
        {order.occurredOn ? longDay(order.occurredOn) : gap}
      </p>
    </article>
  );
}

/** What the event of an order holds. */
type Ordered = {
  readonly disposition: string;
  readonly text?: string;
  readonly reason?: string;
  readonly dueOn: string;
  readonly occurredOn: string;
  readonly remedies?: string;
  readonly round?: number;
};

/** The orders of a case as they stand in its record. */
async function ordersOf(id: string, until: number): Promise<readonly Ordered[]> {
  const found: Ordered[] = [];
  for (let cursor = 0; cursor <= until; cursor += 200) {
    const query = { cursor, limit: 200 };
    const { items } = await dataOf(api.GET('/api/v1/cases/{id}/events', { params: { path: { id }, query } }));
    const orders = items.filter(({ type }) => type === 'CorrectionOrdered' || type === 'FurtherCorrectionOrdered');
    found.push(...orders.map(({ data }) => data as Ordered));
  }
  return found;
}

/** An order that stands in the record, word for word. */
export function RecordedOrder(props: {
  detail: CaseDetail;
  followed: Followed;
  one: Disposition;
  round: number;
  onClose: () => void;
}) {
  const { detail, followed, one, round, onClose } = props;
  const { id, revision } = detail;
  const orders = useQuery({ queryKey: ['case', id, 'orders', revision], queryFn: () => ordersOf(id, revision) });
  return (
    <Loaded query={orders} what="责令改正通知书">
      {(all) => {
        const own = all.filter(({ disposition }) => disposition === one.disposition);
        const [first] = own;
        const found = own.find((each) => (each.round ?? 1) === round);
        if (!found) return <p>这一轮没有责令改正通知书。</p>;
        const { text, reason, dueOn, occurredOn, remedies = first?.remedies } = found;
        const served = one.rounds.find((each) => each.round === round);
        return (
          <>
            <OrderPaper
              {...{ detail, followed }}
              order={{ text: text ?? reason ?? '', dueOn: served?.dueOn ?? dueOn, occurredOn, remedies, round }}
            />
            <p className="fu-paper-acts">
              <Button onClick={() => window.print()}>打印</Button>
              <Button onClick={onClose}>收起预览</Button>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
