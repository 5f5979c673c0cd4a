import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { demonstration } from '../api/demonstration';
import { problemOf, type Problem } from '../api/problem';
import { SignInForm } from '../shared/sign-in-form';
import { ProblemAlert } from '../shared/states';
import { sessionResumed, type Me, type Start } from './session';

/** Stands over a page whose session has ended: what was filled in on it stays, veiled, and goes on after signing in again. */
export function Ended({ me, mode }: { me: Me; mode: Start['mode'] }) {
  const queries = useQueryClient();
  const resume = (): Promise<void> => sessionResumed(queries, me);
  return (
    <Modal
      open
      title="会话已结束"
      closable={false}
      keyboard={false}
      footer={null}
      zIndex={1500}
      mask={{ blur: true, closable: false }}
    >
      <p>请重新登录。页面上填写而未提交的内容还在；换账号登录的，页面重新打开。</p>
      {mode === 'demo' ? (
        <Again account={me.account} onGiven={resume} />
      ) : (
        <SignInForm account={me.account} onGiven={resume} />
      )}
    </Modal>
  );
}

/** In the demonstration nobody knows a password: its roles are entered by a press. */
function Again({ account, onGiven }: { account: string; onGiven: () => Promise<void> }) {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  async function enter(): Promise<void> {
    setBusy(true);
    try {
      await demonstration.enter(account);
      await onGiven();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <Button type="primary" block loading={busy} onClick={() => void enter()}>
        继续演示
      </Button>
    </>
  );
}
