import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { problemOf, type Problem } from '../api/problem';
import { ProblemAlert } from './states';

/** Account and password. `onGiven` is called once the session has begun; `account` stands there already where it is known. */
export function SignInForm({ account, onGiven }: { account?: string; onGiven: () => Promise<void> }) {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function enter(body: { account: string; password: string }): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.POST('/api/v1/session', { body });
      await onGiven();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ account }}
      onFinish={(body) => void enter(body as never)}
    >
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
  );
}
