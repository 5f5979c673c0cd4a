import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { nth } from '@srd/kernel';
import { changesQuery, type Change } from '../../shared/case-fields/changes';
import { fieldName } from '../../shared/case-fields/names';
import { After, Before } from '../../shared/case-fields/value';
import { count, moment } from '../../shared/format';
import { Person } from '../../shared/person';
import { Loaded, Nothing } from '../../shared/states';
import { useFilter, whole } from '../../shared/use-filter';
import type { Step } from './data';
import { eventName } from './event-list';
import { MarkTag } from './fields-part';

/** What changed between two events, field by field, with who changed it, when and why. */
export function Compare({ id, path }: { id: string; path: readonly Step[] }) {
  const last = path.length - 1;
  const [{ from, to }, setFilter] = useFilter(['from', 'to', 'field'], { from: whole(-1, last), to: whole(0, last) });
  const upper = Number(to ?? last);
  const lower = Math.min(Number(from ?? upper - 1), upper);
  const changes = useQuery(changesQuery(id, lower, upper));
  const options = [
    { value: -1, label: '立案之前' },
    ...path.map(({ revision, type, at }) => ({
      value: revision,
      label: `第 ${nth(revision)} 条 ${eventName(type)}（${moment(at)}）`,
    })),
  ];
  return (
    <section className="part" aria-labelledby="replay-compare">
      <div className="part-head">
        <h2 id="replay-compare">对比两条记录</h2>
      </div>
      <div className="compare-query">
        <Select
          aria-label="自"
          value={lower}
          options={options.filter(({ value }) => value <= upper)}
          onChange={(revision) => setFilter({ from: String(revision) })}
          popupMatchSelectWidth={false}
        />
        <span>之后，到</span>
        <Select
          aria-label="至"
          value={upper}
          options={options.slice(1)}
          onChange={(revision) => setFilter({ to: String(revision), from: String(Math.min(lower, revision)) })}
          popupMatchSelectWidth={false}
        />
      </div>
      <Loaded query={changes} what="变化">
        {(items) => (
          <>
            <p className="quiet" aria-live="polite">
              只列改变的 {count(items.length)} 项
            </p>
            {items.length === 0 ? (
              <Nothing>两条记录之间没有改变</Nothing>
            ) : (
              <Changes rows={items} onField={(field) => setFilter({ field })} />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Changes({ rows, onField }: { rows: readonly Change[]; onField: (field: string) => void }) {
  return (
    <table className="plain stacked changes">
      <thead>
        <tr>
          <th scope="col">变化</th>
          <th scope="col">项目</th>
          <th scope="col">原为</th>
          <th scope="col">现为</th>
          <th scope="col">所据记录</th>
          <th scope="col">为何</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { change, path: field, by } = row;
          return (
            <tr key={field}>
              <td>
                <MarkTag mark={change} />
              </td>
              <th scope="row">
                <button type="button" className="field-name" onClick={() => onField(field)}>
                  {fieldName(field)}
                </button>
              </th>
              <td data-head="原为">
                <Before of={row} />
              </td>
              <td data-head="现为">
                <After of={row} />
              </td>
              <td data-head="所据记录">
                <div>
                  第 {nth(by.revision)} 条 {eventName(by.type)}
                  <br />
                  <span className="quiet">
                    <Person id={by.actor} /> {moment(by.at)}
                  </span>
                </div>
              </td>
              <td data-head="为何">{by.why ?? '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
