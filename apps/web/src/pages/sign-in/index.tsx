import { useQueryClient } from '@tanstack/react-query';
import { Card } from 'antd';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useTitle } from '../../app/navigation';
import { sessionChanged, useStart } from '../../app/session';
import { SignInForm } from '../../shared/sign-in-form';

/** Only a place of our own: an address that leads elsewhere is no way back. */
export function wayBack(asked: string | null): string {
  return asked !== null && /^\/desk(\/|$|\?)/.test(asked) ? asked : '/desk';
}

export function SignIn() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const start = useStart();
  const back = wayBack(search.get('back'));
  useTitle('登录');
  if (start?.me && !busy) return <Navigate to={back} replace />;

  async function enter(): Promise<void> {
    setBusy(true);
    await sessionChanged(queries);
    await navigate(back, { replace: true });
  }

  return (
    <main className="entrance">
      <Card className="sign-in">
        <h1>双随机检查案件系统</h1>
        <p className="subtitle">司法行政机关「双随机、一公开」检查办案</p>
        <SignInForm onGiven={enter} />
        {start?.mode === 'demo' && (
          <p className="aside">
            这是演示：<a href="/">在演示首页选择角色</a>，一键进入。
          </p>
        )}
        <p className="aside">忘记密码或账号停用，请联系本机关系统管理员重新设定。</p>
      </Card>
    </main>
  );
}
