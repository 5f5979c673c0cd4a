import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { useServerBack } from '../shared/server-back';
import { Notice } from '../shared/states';

/**
 * A page that failed by a fault of ours, or whose part didn't arrive: the server is away, or a new version was put in place. The second
 * comes back by itself. The document is loaded anew, since a browser may remember a part that failed.
 */
export function Faulty() {
  const error = useRouteError();
  const gone =
    error instanceof Error &&
    /dynamically imported module|module script|preload|Importing a module/i.test(error.message);
  useServerBack(gone, () => window.location.reload());
  return (
    <Notice
      alert
      title={gone ? '页面没有载入' : '页面出错'}
      detail={
        gone
          ? '连接不上服务器，或者系统已更新。服务器恢复后本页自动载入。'
          : '请刷新后重试；若仍出错，请记下时间并告知管理员。'
      }
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {gone ? '重试' : '刷新'}
        </Button>
      }
    />
  );
}
