import { RightOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';

import { useState } from 'react';
import { useNavigate } from 'react-router';
import { demonstration, type RoleCard } from '../../api/demonstration';
import { problemOf } from '../../api/problem';
import { sessionChanged } from '../../app/session';
import { useMessages } from '../../shared/messages';

/** One click and the visitor is that person. */
export function RoleCards({ cards, me }: { cards: readonly RoleCard[]; me: string | undefined }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const message = useMessages();
  const [busy, setBusy] = useState<string>();

  async function enter(account: string): Promise<void> {
    setBusy(account);
    try {
      if (account !== me) {
        await demonstration.enter(account);
        await sessionChanged(queries);
      }
      await navigate('/desk');
    } catch (error) {
      message.error(problemOf(error).detail);
      setBusy(undefined);
    }
  }

  return (
    <section aria-labelledby="roles">
      <h2 id="roles">选择角色，一键进入</h2>
      <ul className="role-cards">
        {cards.map(({ account, title, organ, about }) => (
          <li key={account}>
            <button type="button" disabled={busy !== undefined} onClick={() => void enter(account)}>
              <span className="role-title">{title}</span>
              <span className="role-organ">{organ}</span>
              <span className="role-about">{about}</span>
              <span className="role-go">
                {busy === account ? '正在进入…' : account === me ? '继续' : '进入'} <RightOutlined aria-hidden />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
