import { Button, Form, Input } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { PageHead } from './page-head';

const USUAL = ['年度执法监督检查', '专项检查', '信访、投诉核查', '对抽取程序的复核'];

/** The question that stands before a case for an auditor. */
export function AskPurpose({ of, onStated }: { of: Schemas['CaseNameAnswer']; onStated: (purpose: string) => void }) {
  const [form] = Form.useForm<{ purpose: string }>();
  return (
    <>
      <PageHead
        title="说明查阅目的"
        about={
          <>
            案卷：{of.number} {of.name}
            。查阅案卷须留痕：每案每日说明一次，与查阅的人员、时间一并记录，分管领导和法治督察科可见。
          </>
        }
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
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
