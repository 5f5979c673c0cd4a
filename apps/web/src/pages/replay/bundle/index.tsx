import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Progress } from 'antd';
import { useState } from 'react';
import { sha256, toHex } from '@srd/kernel';
import { keysIn } from '@srd/verifier';
import { api, dataOf } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { holds, useMe, useStart } from '../../../app/session';
import { exporters } from '../../../shared/exporters';
import { bytes, grouped } from '../../../shared/format';
import { save } from '../../../shared/save';
import { Forbidden, ProblemAlert } from '../../../shared/states';
import { exported } from './exporting';
import { progressOf, type Work } from './progress';
import { judged } from './judging';
import { tampered, type Tampered } from './tampering';
import { VerdictShown } from './verdict';

/** The case's audit bundle: made with its purpose on record, saved to the byte, judged on this machine. */
export function Bundle({ id }: { id: string }) {
  const me = useMe();
  if (!holds(me, exporters)) return <Forbidden detail="审计包由纪检审计、领导、法治督察科和业务科室导出" />;
  return <Export id={id} />;
}

function Export({ id }: { id: string }) {
  const [work, setWork] = useState<Work>();
  const making = useMutation({
    mutationFn: (purpose: string) => exported(id, purpose, setWork),
    onMutate: () => setWork(undefined),
    onSuccess: (bundle) => save(bundle, `srd-bundle-${id}.json`),
  });
  const { text, percent } = progressOf(work);
  return (
    <section className="part" aria-labelledby="bundle">
      <div className="part-head">
        <h2 id="bundle">导出审计包</h2>
      </div>
      <p>
        审计包含本案全部记录及其依据、附件和证明，拿到别处、断开网络也能核验。每次导出另行留痕，用途、人员和时间一并记录。
      </p>
      <Form
        layout="vertical"
        requiredMark={false}
        className="purpose"
        onFinish={({ purpose }: { purpose: string }) => making.mutate(purpose.normalize('NFC').trim())}
      >
        <Form.Item
          name="purpose"
          label="用途"
          rules={[{ required: true, whitespace: true, message: '请填写导出的用途' }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={making.isPending}>
          导出审计包
        </Button>
      </Form>
      {making.isPending && (
        <div className="bundle-progress">
          <Progress percent={percent ?? 0} status="active" showInfo={percent !== undefined} aria-label="导出进度" />
          <output>{text}…</output>
        </div>
      )}
      {making.isError && <ProblemAlert problem={problemOf(making.error)} />}
      {making.data && (
        <>
          <p className="replay-choices">
            <strong>已导出 {bytes(making.data.length)}</strong>
            <Button onClick={() => save(making.data, `srd-bundle-${id}.json`)}>再次保存</Button>
            <span className="quiet">
              SHA-256 <code>{grouped(toHex(sha256(making.data)))}</code>
            </span>
          </p>
          <Check key={making.submittedAt} bundle={making.data} />
        </>
      )}
    </section>
  );
}

/** 「在本机核验」: the verifier runs in this browser; in the demonstration a changed copy shows that it finds what is wrong. */
function Check({ bundle }: { bundle: Uint8Array<ArrayBuffer> }) {
  const demo = useStart()?.mode === 'demo';
  const [own, setOwn] = useState('');
  const [copy, setCopy] = useState<Tampered>();
  const keys = useQuery({ queryKey: ['log-keys'], queryFn: () => dataOf(api.GET('/api/v1/public/log/keys')) });
  const trusted = own.trim() === '' ? [...(keys.data?.items ?? []), ...(keys.data?.witnesses ?? [])] : keysIn(own);
  return (
    <>
      <details className="bundle-keys">
        <summary>所用的公钥：{own.trim() === '' ? '本系统公布的' : '自行填写的'}</summary>
        <label htmlFor="bundle-keys">另行保存有公钥的，填在这里，每行一个；不填则用本系统公布的</label>
        <Input.TextArea
          id="bundle-keys"
          rows={3}
          value={own}
          placeholder={keys.data?.items.join('\n')}
          onChange={({ target }) => setOwn(target.value)}
        />
      </details>
      <Judging content={bundle} keys={trusted} action="在本机核验" title="核验审计包" ready={keys.isSuccess} />
      {demo && (
        <section aria-labelledby="tampering">
          <h3 id="tampering">篡改演示</h3>
          <p className="quiet">只在演示中：改动一份副本的一个字节，再行核验。导出的文件和系统中的记录都不受影响。</p>
          {copy ? (
            <>
              <Alert
                type="info"
                showIcon
                title={`副本第 ${copy.offset} 字节由“${copy.from}”改为“${copy.to}”：一条记录的时间差了一分钟`}
              />
              <Judging
                content={copy.bytes}
                keys={trusted}
                action="核验改动后的副本"
                title="核验改动后的副本"
                ready={keys.isSuccess}
              />
            </>
          ) : (
            <Button onClick={() => setCopy(tampered(bundle))}>改动副本的一个字节</Button>
          )}
        </section>
      )}
    </>
  );
}

function Judging(props: {
  content: Uint8Array<ArrayBuffer>;
  keys: readonly string[];
  action: string;
  title: string;
  ready: boolean;
}) {
  const { content, keys, action, title, ready } = props;
  const [share, setShare] = useState(0);
  const judging = useMutation({
    mutationFn: () => judged({ content: new Blob([content]), keys }, setShare),
    onMutate: () => setShare(0),
  });
  return (
    <div className="bundle-judging">
      <Button loading={judging.isPending} disabled={!ready} onClick={() => judging.mutate()}>
        {action}
      </Button>
      {judging.isPending && <Progress percent={Math.round(100 * share)} status="active" aria-label="核验进度" />}
      {judging.isError && (
        <Alert type="error" showIcon role="alert" title="没能核验" description={judging.error.message} />
      )}
      {judging.data && <VerdictShown judged={judging.data} title={title} />}
    </div>
  );
}
