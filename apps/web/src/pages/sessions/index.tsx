import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import { api, dataOf } from '../../api/client';
import { problemOf } from '../../api/problem';
import { moment } from '../../shared/format';
import { PageHead } from '../../shared/page-head';
import { Loaded } from '../../shared/states';
import { useMessages } from '../../shared/messages';

/** One's own sessions: what is open elsewhere can be ended here. */
export default function Sessions() {
  const queries = useQueryClient();
  const message = useMessages();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => dataOf(api.GET('/api/v1/session/all')) });

  async function end(id: string): Promise<void> {
    try {
      await api.DELETE('/api/v1/session/all/{id}', { params: { path: { id } } });
      message.success('会话已结束');
    } catch (error) {
      message.error(problemOf(error).detail);
    }
    await queries.invalidateQueries({ queryKey: ['sessions'] });
  }

  return (
    <>
      <PageHead
        title="我的会话"
        about="您的账号在哪些设备上登录着。三十分钟无人操作（页面开着不算）或登录满十二小时，会话自行结束。"
      />
      <Loaded query={sessions} what="会话">
        {({ items }) => (
          <section className="part">
            <table className="plain stacked">
              <thead>
                <tr>
                  <th scope="col">登录时间</th>
                  <th scope="col">最近使用</th>
                  <th scope="col">操作</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, startedAt, lastSeenAt, current }) => (
                  <tr key={id}>
                    <td data-head="登录时间">{moment(startedAt)}</td>
                    <td data-head="最近使用">{moment(lastSeenAt)}</td>
                    <td>
                      {current ? (
                        <Tag color="blue">本次会话</Tag>
                      ) : (
                        <Popconfirm
                          title="结束这个会话？"
                          okText="结束"
                          cancelText="取消"
                          onConfirm={() => void end(id)}
                        >
                          <Button size="small">结束</Button>
                        </Popconfirm>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Loaded>
    </>
  );
}
