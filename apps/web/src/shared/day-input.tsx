import { useState } from 'react';

/** Before this no day is meant: while a year is typed, the browser tells 0002, 0020 and 0202 too. */
const FIRST = '1990-01-01';

/** A day to look for or go to, as the browser asks for one. Days as `2024-03-09`; what isn't between `min` and `max` isn't told. */
export function DayInput(props: {
  label: string;
  /** Its label stands beside it; otherwise only screen readers tell it. */
  shown?: boolean;
  value: string | undefined;
  min?: string;
  max?: string;
  /** Undefined when it is emptied. */
  onChange: (day: string | undefined) => void;
}) {
  const { label, shown = false, value = '', min = FIRST, max, onChange } = props;
  // What is being typed stays as it is until the field is left, wherever the page has gone meanwhile.
  const [typed, setTyped] = useState<string>();
  return (
    <label className="day-input">
      <span className={shown ? undefined : 'hidden'}>{label}</span>
      <input
        type="date"
        min={min}
        max={max}
        value={typed ?? value}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.validity.valid) onChange(target.value === '' ? undefined : target.value);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  );
}
