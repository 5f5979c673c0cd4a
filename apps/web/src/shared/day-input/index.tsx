import { CalendarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { longDay } from '../format';
import { dayIn } from './day-in';

/** The calendar comes when it is opened. */
const Calendar = lazy(async () => ({ default: (await import('./calendar')).Calendar }));

/** Before this no day is meant. */
const FIRST = '1990-01-01';

/**
 * A day to look for or go to, typed or picked, in Chinese conventions whatever the browser's language is. Days as `2024-03-09`; what isn't
 * between `min` and `max` isn't told, stays as it was typed and is said to be wrong.
 */
export function DayInput(props: {
  label: string;
  /** Its label stands beside it; otherwise only screen readers tell it. */
  shown?: boolean;
  value: string | undefined;
  min?: string;
  max?: string;
  /** Undefined when it is emptied. */
  onChange: (day: string | undefined) => void;
  /** What stands in it is no such day. */
  onWrong?: () => void;
}) {
  const { label, shown = false, value = '', min = FIRST, max, onChange, onWrong } = props;
  const id = useId();
  // What is being typed stays as it is until the field is left, wherever the page has gone meanwhile; what is wrong stays until another day is meant.
  const [writing, setTyped] = useState<string>();
  const [leftAt, setLeftAt] = useState<string>();
  const typed = leftAt === undefined || leftAt === value ? writing : undefined;
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const isTold = (day: string | undefined): day is string =>
    day !== undefined && day >= min && (max === undefined || day <= max);
  const wrong = typed !== undefined && typed.trim() !== '' && !isTold(dayIn(typed)) ? typed : undefined;
  const said = leftAt === undefined ? undefined : wrong;
  return (
    <span className="day-input">
      <label className={shown ? undefined : 'hidden'} htmlFor={id}>
        {label}
      </label>
      <span className="day-field">
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          placeholder="年-月-日"
          maxLength={16}
          aria-invalid={wrong !== undefined}
          aria-describedby={said ? `${id}-wrong` : undefined}
          value={typed ?? value}
          onChange={({ target }) => {
            setTyped(target.value);
            const day = dayIn(target.value);
            if (target.value.trim() === '') onChange(undefined);
            else if (isTold(day)) onChange(day);
            else onWrong?.();
          }}
          onFocus={({ target }) => {
            setTyped(target.value);
            setLeftAt(undefined);
            target.select();
          }}
          onBlur={() => {
            if (wrong !== undefined) setLeftAt(value);
            else setTyped(undefined);
          }}
        />
        <Button
          type="text"
          size="small"
          icon={<CalendarOutlined />}
          aria-label={`${label}：打开日历`}
          aria-expanded={open}
          ref={opener}
          onClick={() => setOpen(!open)}
        />
        {open && (
          <Suspense>
            <Calendar
              label={label}
              value={value}
              min={min}
              max={max}
              onChosen={(day) => {
                setTyped(undefined);
                onChange(day);
              }}
              onClose={() => {
                setOpen(false);
                // Whoever picked a day by keyboard goes on from here; whoever pressed elsewhere is there already.
                setTimeout(() => document.activeElement === document.body && opener.current?.focus());
              }}
            />
          </Suspense>
        )}
      </span>
      {said !== undefined && (
        <small id={`${id}-wrong`} className="day-wrong" role="alert">
          {dayIn(said) === undefined ? `“${said}”不是日期，应如 2024-03-09` : outside(min, max)}
        </small>
      )}
    </span>
  );
}

function outside(min: string, max: string | undefined): string {
  if (max === undefined) return `应为${longDay(min)}及以后的日期`;
  return min === FIRST ? `应为${longDay(max)}及以前的日期` : `应在${longDay(min)}至${longDay(max)}之间`;
}
