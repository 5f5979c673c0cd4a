import { DatePicker } from 'antd';
import { useToday } from '../../app/session';
import { dayjs } from '../dayjs';

/** Whoever opened it by keyboard goes on in it. */
const focus = (calendar: { focus: () => void } | null): void => calendar?.focus();

/** The month to pick a day from, in place of the field: it opens on the day that stands there, else on the procedure's clock. */
export function Calendar(props: {
  label: string;
  value: string;
  min: string;
  max: string | undefined;
  onChosen: (day: string) => void;
  onClose: () => void;
}) {
  const { label, value, min, max, onChosen, onClose } = props;
  const today = useToday();
  return (
    <DatePicker
      className="day-calendar"
      aria-label={label}
      open
      ref={focus}
      allowClear={false}
      format="YYYY-MM-DD"
      value={value === '' ? null : dayjs(value)}
      defaultPickerValue={dayjs(value === '' ? today : value)}
      minDate={dayjs(min)}
      maxDate={max === undefined ? undefined : dayjs(max)}
      showNow={false}
      onChange={(day) => {
        if (day) onChosen(day.format('YYYY-MM-DD'));
        onClose();
      }}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    />
  );
}
