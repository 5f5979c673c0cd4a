import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { Notice } from '../shared/states';

/** A page that failed by a fault of ours, or whose part didn't arrive after a new version was put in place. */
export function Faulty() {
  const error = useRouteError();
  const gone = error instanceof Error && /dynamically imported module|module script|preload/i.test(error.message);
  return (
    <Notice
      title={gone ? '页面没有载入' : '页面出错'}
      detail={gone ? '连接中断，或者系统已更新：请稍候刷新。' : '请刷新后重试；若仍出错，请记下时间并告知管理员。'}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新
        </Button>
      }
    />
  );
}
