import { message, theme } from 'antd';
import { createContext, use, type ReactNode } from 'react';

type Messages = ReturnType<typeof message.useMessage>[0];

const Context = createContext<Messages | undefined>(undefined);

/**
 * The ground of all pages: its type, and short messages on it. It stands in for antd's `App`, which would bring dialogs and notifications
 * along with the first load.
 */
export function Ground({ children }: { children: ReactNode }) {
  const [messages, holder] = message.useMessage();
  const { fontFamily, fontSize, lineHeight, colorText: color } = theme.useToken().token;
  return (
    <Context value={messages}>
      {holder}
      <div style={{ fontFamily, fontSize, lineHeight, color }}>{children}</div>
    </Context>
  );
}

/** Says something in passing: done, or why not. */
export function useMessages(): Messages {
  const messages = use(Context);
  if (!messages) throw new Error('outside of the ground');
  return messages;
}
