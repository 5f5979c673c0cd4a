import { CheckCircleFilled, CloseCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import { theme } from 'antd';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';

type Kind = 'success' | 'info' | 'error';
type Messages = Readonly<Record<Kind, (text: string) => void>>;

interface Passing {
  readonly key: number;
  readonly kind: Kind;
  readonly text: string;
}

/** What screen readers say in place of the icon, and how long a message stays, in milliseconds. */
const KINDS = {
  success: { icon: <CheckCircleFilled aria-hidden />, word: '成功', stays: 4_000 },
  info: { icon: <InfoCircleFilled aria-hidden />, word: '提示', stays: 6_000 },
  error: { icon: <CloseCircleFilled aria-hidden />, word: '错误', stays: 8_000 },
} as const;

const Context = createContext<Messages | undefined>(undefined);

/**
 * The ground of all pages: its type, and short messages on it. They are with the first load, since one may say that the server is away, and
 * a few lines, where antd's would bring ten times as much along.
 */
export function Ground({ children }: { children: ReactNode }) {
  const [passing, setPassing] = useState<readonly Passing[]>([]);
  const messages = useMemo(() => {
    let next = 0;
    const say = (kind: Kind) => (text: string) => setPassing((before) => [...before, { key: next++, kind, text }]);
    return { success: say('success'), info: say('info'), error: say('error') };
  }, []);
  const gone = useCallback((key: number) => setPassing((before) => before.filter((each) => each.key !== key)), []);
  const { fontFamily, fontSize, lineHeight, colorText: color } = theme.useToken().token;
  return (
    <Context value={messages}>
      <div style={{ fontFamily, fontSize, lineHeight, color }}>
        {children}
        <output className="messages">
          {passing.map((message) => (
            <Message key={message.key} message={message} onGone={gone} />
          ))}
        </output>
      </div>
    </Context>
  );
}

/** Whoever points at it may read on. */
function Message({ message, onGone }: { message: Passing; onGone: (key: number) => void }) {
  const { key, kind, text } = message;
  const [held, setHeld] = useState(false);
  const { icon, word, stays } = KINDS[kind];
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onGone(key), stays);
    return () => clearTimeout(timer);
  }, [held, key, onGone, stays]);
  return (
    <span
      className={`message ${kind}`}
      role={kind === 'error' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {icon}
      <span className="hidden">{word}：</span>
      <span>{text}</span>
    </span>
  );
}

/** Says something in passing: done, or why not. */
export function useMessages(): Messages {
  const messages = use(Context);
  if (!messages) throw new Error('outside of the ground');
  return messages;
}
