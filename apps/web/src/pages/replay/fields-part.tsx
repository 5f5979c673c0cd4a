import { Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { fieldName, memberOf } from '../../shared/case-fields/names';
import { isBlank } from '../../shared/case-fields/telling';
import { Value } from '../../shared/case-fields/value';
import { Nothing } from '../../shared/states';
import { useFilter } from '../../shared/use-filter';
import { groupsOf, type Field, type Mark } from './fields';

const marks: Readonly<Record<Mark, { word: string; color: string }>> = {
  '+': { word: '+ 新增', color: 'green' },
  '-': { word: '− 去除', color: 'red' },
  '~': { word: '~ 改变', color: 'orange' },
};

export function MarkTag({ mark }: { mark: Mark }) {
  return <Tag color={marks[mark].color}>{marks[mark].word}</Tag>;
}

/** So many changes are shown above the picture; the others stand in their places below. */
const FIRST = 6;

/** What the step changed, in short, where the eye is while the slider moves. */
export function StepChanges({ now, before }: { now: object | null; before: object | null }) {
  const changed = groupsOf(now, before).flatMap(({ fields }) => fields.filter(({ mark }) => mark !== undefined));
  if (changed.length === 0) return null;
  // Where the case went comes first; hashes are read below.
  const first = changed
    .filter(({ path }) => memberOf(path) !== 'evidence')
    .toSorted((a, b) => Number(b.path === '/at') - Number(a.path === '/at'))
    .slice(0, FIRST);
  return (
    <ul className="step-changes" aria-label="这一步的改变">
      {first.map((field) => (
        <li key={field.path}>
          {field.mark && <MarkTag mark={field.mark} />}
          <span>{fieldName(field.path)}：</span>
          <Told field={field} />
        </li>
      ))}
      {changed.length > first.length && <li className="quiet">另有 {changed.length - first.length} 项，见下</li>}
    </ul>
  );
}

/** What the case was at a moment, field by field, with what the step before it changed. A field leads to its history. */
export function Fields({ now, before, pending }: { now: object | null; before: object | null; pending: boolean }) {
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [withEmpty, setWithEmpty] = useState(false);
  const groups = groupsOf(now, before);
  const changed = groups.reduce((sum, group) => sum + group.changed, 0);
  const shown = groups
    .map((group) => ({
      ...group,
      fields: group.fields.filter(
        (field) =>
          (!onlyChanged || field.mark !== undefined) &&
          (withEmpty || field.mark !== undefined || !isBlank(field.value)),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <>
      <div className="part-head">
        <h2 id="replay-fields">各项内容</h2>
        <span className="quiet" aria-live="polite">
          {pending ? '正在载入…' : `这一步改变 ${changed} 项`}
        </span>
      </div>
      <p className="replay-choices">
        <Checkbox checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)}>
          只看改变的
        </Checkbox>
        <Checkbox checked={withEmpty} onChange={({ target }) => setWithEmpty(target.checked)}>
          显示空项
        </Checkbox>
        <span className="quiet">点项目名称看其来历</span>
      </p>
      {shown.length === 0 && <Nothing>{onlyChanged ? '这一步没有改变任何一项' : '此时案件尚未立案'}</Nothing>}
      {shown.map(({ member, fields, changed: times }) => (
        <details
          key={`${member} ${times > 0}`}
          className="field-group"
          open={onlyChanged || times > 0 || fields.length < 8}
        >
          <summary>
            {fieldName(`/${member}`)}
            <span className="quiet">
              {fields.length} 项{times > 0 && `，改变 ${times} 项`}
            </span>
          </summary>
          <ul>
            {fields.map((field) => (
              <OneField key={field.path} field={field} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

function OneField({ field }: { field: Field }) {
  const { path, mark } = field;
  const [, setFilter] = useFilter(['field']);
  const name = fieldName(path);
  return (
    <li className={mark === undefined ? '' : 'marked'}>
      <button type="button" className="field-name" title={`${path} 的来历`} onClick={() => setFilter({ field: path })}>
        {name.includes(' › ') ? name.slice(name.indexOf(' › ') + 3) : name}
      </button>
      <span className="field-value">
        {mark !== undefined && <MarkTag mark={mark} />}
        <Told field={field} />
      </span>
    </li>
  );
}

function Told({ field: { path, value, mark, before } }: { field: Field }) {
  return (
    <>
      {(mark === '~' || mark === '-') && (
        <del>
          <Value path={path} value={before} />
        </del>
      )}
      {mark === '~' && ' → '}
      {mark === '~' || mark === '+' ? (
        <ins>
          <Value path={path} value={value} />
        </ins>
      ) : (
        mark !== '-' && <Value path={path} value={value} />
      )}
    </>
  );
}
