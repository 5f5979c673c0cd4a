import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Empty, Spin } from 'antd';
import type { ReactNode } from 'react';
import { problemOf, Problem } from '../api/problem';
import { useServerBack } from './server-back';

/** While something is on its way. Says so to screen readers too. */
export function Loading({ what = '内容' }: { what?: string }) {
  return (
    <output className="state">
      <Spin />
      <span className="state-text">正在载入{what}…</span>
    </output>
  );
}

/** There is nothing, and why that may be. */
export function Nothing({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children}>
      {action}
    </Empty>
  );
}

/** What went wrong, in words, with the article behind a refusal. */
export function ProblemAlert({ problem, action }: { problem: Problem; action?: ReactNode }) {
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem.title}
      description={
        <>
          <div>{problem.detail}</div>
          {problem.basis !== undefined && <div className="basis">依据：{problem.basis}</div>}
        </>
      }
      action={action}
    />
  );
}

/** A whole page's answer that is none: what it is, why, and where to go on. */
export function Notice(props: {
  title: string;
  detail: string;
  action: ReactNode;
  /** Screen readers say it at once: it took the place of what was asked for. */
  alert?: boolean;
}) {
  const { title, detail, action, alert = false } = props;
  return (
    <section className="state" aria-label={title} role={alert ? 'alert' : undefined}>
      <h2>{title}</h2>
      <p>{detail}</p>
      {action}
    </section>
  );
}

/** A page or part that couldn't be shown. While the server is away it waits, and then asks again by itself. */
export function Failed({ problem, again }: { problem: Problem; again?: () => void }) {
  const away = problem.code === 'UNREACHABLE' || problem.status > 500;
  useServerBack(away && again !== undefined, () => again?.());
  if (problem.status === 403 || problem.code === 'ROLE_MISSING') return <Forbidden detail={problem.detail} />;
  if (problem.status === 404)
    return (
      <Notice
        title="没有找到"
        detail={problem.detail === '没有找到' ? '网址可能有误，或者不属于您可以查阅的范围。' : problem.detail}
        action={<Button href="/desk">回到首页</Button>}
      />
    );
  // Nothing was being filled in here.
  const { status, code, title } = problem;
  const told = code === 'UNREACHABLE' ? new Problem({ status, code, title, detail: '请检查网络。' }) : problem;
  return (
    <div className="state">
      <ProblemAlert problem={told} action={again && <Button onClick={again}>重试</Button>} />
      {away && again && <p className="state-text">服务器恢复后自动载入。</p>}
    </div>
  );
}

export function Forbidden({ detail }: { detail: string }) {
  return <Notice title="没有此项权限" detail={detail} action={<Button href="/desk">回到首页</Button>} />;
}

/** A query in all its states; the content once it is there. */
export function Loaded<T>({
  query,
  what,
  children,
}: {
  query: UseQueryResult<T>;
  what?: string;
  children: (data: T) => ReactNode;
}) {
  useServerBack(query.isRefetchError, () => void query.refetch());
  if (query.data !== undefined)
    return (
      <>
        {query.isRefetchError && <Alert type="warning" showIcon banner title="暂时无法更新，显示的是先前的内容" />}
        {children(query.data)}
      </>
    );
  if (query.isError) return <Failed problem={problemOf(query.error)} again={() => void query.refetch()} />;
  return <Loading {...(what === undefined ? {} : { what })} />;
}

export function NotFound() {
  return (
    <Notice
      title="没有这个页面"
      detail="网址可能有误，或者页面已移走。"
      action={<Button href="/desk">回到首页</Button>}
    />
  );
}
