import { BellOutlined, DisconnectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { stageLabels } from '@srd/domain/case';
import type { Line } from '../../shared/live';
import { count } from '../../shared/format';
import type { Card } from './cards';

/** What others changed while one looked on: cards have moved already, this says which. */
export function Updates(props: {
  updated: ReadonlySet<string>;
  cards: ReadonlyMap<string, Card>;
  line: Line;
  onSeen: () => void;
}) {
  const { updated, cards, line, onSeen } = props;
  const [open, setOpen] = useState(false);
  const changed = [...updated].flatMap((id) => cards.get(id) ?? []);
  return (
    <div className="updates" aria-live="polite">
      {line === 'cut' && (
        <span className="cut">
          <DisconnectOutlined aria-hidden /> 连接中断，正在重连；恢复后会补齐期间的变动
        </span>
      )}
      {changed.length > 0 && (
        <>
          <Button icon={<BellOutlined aria-hidden />} aria-expanded={open} onClick={() => setOpen(!open)}>
            有 {count(changed.length)} 项更新
          </Button>
          <Button type="link" onClick={onSeen}>
            知道了
          </Button>
          {open && (
            <ul>
              {changed.slice(0, 20).map(({ id, name, number, stage }) => (
                <li key={id}>
                  {name ?? number}：现为“{stageLabels[stage]}”
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
