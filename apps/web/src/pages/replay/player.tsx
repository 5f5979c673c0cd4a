import { LeftOutlined, RightOutlined, VerticalLeftOutlined, VerticalRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { DayInput } from '../../shared/day-input';

/** The slider with its buttons and the jump to a day. Arrow keys, Home and End move it. */
export function Player(props: {
  label: string;
  at: number;
  last: number;
  onMove: (at: number) => void;
  day: string;
  first: string;
  onDay: (day: string) => void;
  /** What the place is, for those who don't see the slider. */
  said: string;
  children: ReactNode;
}) {
  const { label, at, last, onMove, day, first, onDay, said, children } = props;
  return (
    <section className="part player" aria-label="播放">
      <div className="player-bar">
        <Button
          aria-label="第一条（Home）"
          icon={<VerticalRightOutlined aria-hidden />}
          disabled={at === 0}
          onClick={() => onMove(0)}
        />
        <Button
          aria-label="前一条（←）"
          icon={<LeftOutlined aria-hidden />}
          disabled={at === 0}
          onClick={() => onMove(at - 1)}
        />
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={at}
          aria-label={label}
          aria-valuetext={said}
          onChange={({ target }) => onMove(Number(target.value))}
        />
        <Button
          aria-label="后一条（→）"
          icon={<RightOutlined aria-hidden />}
          disabled={at === last}
          onClick={() => onMove(at + 1)}
        />
        <Button
          aria-label="最后一条（End）"
          icon={<VerticalLeftOutlined aria-hidden />}
          disabled={at === last}
          onClick={() => onMove(last)}
        />
        <span className="player-count">
          {at + 1} / {last + 1}
        </span>
        <DayInput label="跳到日期" shown value={day} min={first} onChange={(chosen) => chosen && onDay(chosen)} />
      </div>
      <p aria-live="polite">{children}</p>
    </section>
  );
}
