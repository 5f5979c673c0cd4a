import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { problemOf, type Problem } from '../../api/problem';
import { useTitle } from '../../app/navigation';
import { sessionChanged, useStart } from '../../app/session';
import { ProblemAlert } from '../../shared/states';

/** Only a place of our own: an address that leads elsewhere is no way back. */
export function wayBack(asked: string | null): string {
  return asked !== null && /^\/desk(\/|$|\?)/.test(asked) ? asked : '/desk';
}

export function SignIn() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const start = useStart();
  const back = wayBack(search.get('back'));
  useTitle('登录');
  if (start?.me && !busy) return <Navigate to={back} replace />;

  async function enter(body: { account: string; password: string }): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.POST('/api/v1/session', { body });
      await sessionChanged(queries);
      await navigate(back, { replace: true });
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <main className="entrance">
      <Card className="sign-in">
        <h1>双随机检查案件系统</h1>
        <p className="subtitle">司法行政机关「双随机、一公开」检查办案</p>
        <Form layout="vertical" requiredMark={false} onFinish={(body) => void enter(body as never)}>
          <Form.Item name="account" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
            <Input prefix={<UserOutlined aria-hidden />} autoComplete="username" maxLength={128} />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
            <Input.Password prefix={<LockOutlined aria-hidden />} autoComplete="current-password" maxLength={256} />
          </Form.Item>
          {problem && <ProblemAlert problem={problem} />}
          <Button type="primary" htmlType="submit" block loading={busy}>
            登录
          </Button>
        </Form>
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
