import { BellOutlined, DisconnectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { stageLabels, type StageCode } from '@srd/domain/case';
import { count } from './format';
import type { Line } from './live';

/** A case that others changed. */
export interface Changed {
  readonly id: string;
  readonly name: string | null;
  readonly number: string;
  readonly stage: StageCode;
}

/** What others changed while one looked on: the page shows it already, this says which; and whether the line is cut. */
export function Updates({ changed, line, onSeen }: { changed: readonly Changed[]; line: Line; onSeen: () => void }) {
  const [open, setOpen] = useState(false);
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
