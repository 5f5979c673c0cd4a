import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api, dataOf } from '../api/client';
import { hasStatedPurpose, statePurpose } from '../api/purpose';
import { holds, useMe, useToday } from '../app/session';
import { PageHead } from './page-head';
import { Loaded } from './states';

const USUAL = ['年度执法监督检查', '专项检查', '信访、投诉核查', '对抽取程序的复核'];

/**
 * A page on one case. An auditor's reading leaves its trace (全程留痕, R104): what it is for is asked once for each case and day, before
 * anything is read, and goes on record with the first look. Others pass.
 */
export function CaseReading({ id, children }: { id: string; children: ReactNode }) {
  const me = useMe();
  return holds(me, ['auditor']) ? (
    <Asked id={id} account={me.account}>
      {children}
    </Asked>
  ) : (
    children
  );
}

function Asked({ id, account, children }: { id: string; account: string; children: ReactNode }) {
  const day = useToday();
  const [, setStated] = useState(0);
  const accesses = useQuery({
    queryKey: ['accesses', day],
    queryFn: () => dataOf(api.GET('/api/v1/accesses', { params: { query: { day } } })),
  });
  if (hasStatedPurpose(id)) return children;
  return (
    <Loaded query={accesses} what="查阅留痕">
      {({ items }) =>
        items.some(({ kind, by, subject }) => kind === 'reading' && by === account && subject.id === id) ? (
          children
        ) : (
          <AskPurpose
            onStated={(purpose) => {
              statePurpose(id, purpose);
              setStated((times) => times + 1);
            }}
          />
        )
      }
    </Loaded>
  );
}

function AskPurpose({ onStated }: { onStated: (purpose: string) => void }) {
  const [form] = Form.useForm<{ purpose: string }>();
  return (
    <>
      <PageHead
        title="说明查阅目的"
        about="查阅案卷须留痕：每案每日说明一次，与查阅的人员、时间一并记录，分管领导和法治督察科可见。"
      />
      <Form
        form={form}
        layout="vertical"
        className="purpose"
        onFinish={({ purpose }) => onStated(purpose.normalize('NFC').trim())}
      >
        <Form.Item
          name="purpose"
          label="目的"
          rules={[{ required: true, whitespace: true, message: '请填写查阅目的' }]}
          extra={
            <span className="purpose-usual">
              常用：
              {USUAL.map((text) => (
                <Button key={text} size="small" onClick={() => form.setFieldsValue({ purpose: text })}>
                  {text}
                </Button>
              ))}
            </span>
          }
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          打开案卷
        </Button>{' '}
        <Link to="/desk/cases">返回案件列表</Link>
      </Form>
    </>
  );
}
