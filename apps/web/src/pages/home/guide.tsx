import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';

const KEY = 'srd.guide.closed';

const STEPS = [
  ['看全局', '以「监管主管」进入，在看板上找到最近到期的案件。'],
  ['办一步', '打开一个案件，办理程序此刻允许的一步；不允许的会说明缘由。'],
  ['抽一次', '以「科室人员」进入，冻结名录、见证、揭晓，再在本机复算。'],
  ['查到底', '以「纪检审计」进入，回放任一案件，比对任意两步。'],
  ['跟到销号', '以「整改专员」进入，按期限跟进改正与回访。'],
] as const;

/** Five steps through the system; closed for good on this device, and called back by one click. */
export function Guide() {
  const [closed, setClosed] = useState(() => localStorage.getItem(KEY) === 'true');
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  function close(now: boolean): void {
    localStorage.setItem(KEY, String(now));
    pressed.current = true;
    setClosed(now);
  }
  // The button that was pressed is gone: the focus goes to the one that takes it back.
  useEffect(() => {
    if (pressed.current) button.current?.focus();
  }, [closed]);
  if (closed)
    return (
      <p className="guide-closed">
        <Button ref={button} type="link" onClick={() => close(false)}>
          显示五步导览
        </Button>
      </p>
    );
  return (
    <section className="guide" aria-labelledby="guide">
      <h2 id="guide">五步看懂</h2>
      <Button
        ref={button}
        className="guide-close"
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label="关闭导览"
        onClick={() => close(true)}
      />
      <ol>
        {STEPS.map(([title, what]) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
