import { SettingOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { Opener } from '../opener';
import { isShown, keepChosen, readChosen, type Chosen, type ListColumn } from './columns';
import { useState } from 'react';

/** The chosen columns of a list and the button to choose them; remembered on this device under `name`. */
export function useColumns<Row>(name: string, columns: readonly ListColumn<Row>[]) {
  const [chosen, setChosen] = useState<Chosen>(() => readChosen(name));
  const shown = columns.filter((column) => isShown(column, chosen));

  function choose(keys: readonly string[]): void {
    const next = {
      hidden: columns.filter(({ key, optional }) => !optional && !keys.includes(key)).map(({ key }) => key),
      shown: columns.filter(({ key, optional }) => optional && keys.includes(key)).map(({ key }) => key),
    };
    keepChosen(name, next);
    setChosen(next);
  }

  const settings = (
    <Opener button={{ icon: <SettingOutlined aria-hidden /> }} label="列设置" title="显示的列">
      <Checkbox.Group
        className="column-settings"
        value={shown.map(({ key }) => key)}
        options={columns.map(({ key, title, fixed }) => ({ value: key, label: title, disabled: fixed ?? false }))}
        onChange={choose}
      />
    </Opener>
  );
  return { shown, settings };
}
