import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { isDay, nth } from '@srd/kernel';
import { DayInput } from '../../shared/day-input';
import { count, moment } from '../../shared/format';
import { Person, useNames } from '../../shared/person';
import { Nothing } from '../../shared/states';
import { useFilter } from '../../shared/use-filter';
import { filtered, folded, labelOfType, tally, type Recorded } from './timeline';

/** All that is on record, oldest first as everywhere. What it shows stands in the address. */
export function Timeline({ id, events }: { id: string; events: readonly Recorded[] }) {
  const types = new Set(events.map(({ type }) => type));
  const [filter, setFilter] = useFilter(['kind', 'by', 'from', 'to'], {
    kind: (value) => value.split(',').every((type) => types.has(type) || labelOfType(type) !== undefined),
    from: isDay,
    to: isDay,
  });
  const actors = tally(events.map(({ actor }) => actor));
  const names = useNames(actors.map(([actor]) => actor).filter((actor) => !actor.startsWith('system:')));
  const shown = filtered(events, filter);
  const unknown = events.filter(({ type }) => labelOfType(type) === undefined);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <div className="timeline-query">
        <Select
          mode="multiple"
          allowClear
          aria-label="类型"
          placeholder="全部类型"
          maxTagCount={2}
          value={filter.kind?.split(',') ?? []}
          options={tally(events.map(({ type }) => type)).map(([type, times]) => ({
            value: type,
            label: `${labelOfType(type) ?? type}（${times}）`,
          }))}
          onChange={(kinds: string[]) => setFilter({ kind: kinds.join(',') })}
          popupMatchSelectWidth={false}
        />
        <Select
          allowClear
          aria-label="人员"
          placeholder="全部人员"
          value={filter.by}
          options={actors.map(([actor, times]) => ({
            value: actor,
            label: `${actor.startsWith('system:') ? '系统' : (names?.get(actor) ?? actor)}（${times}）`,
          }))}
          onChange={(by?: string) => setFilter({ by })}
          popupMatchSelectWidth={false}
        />
        <DayInput label="自" shown value={filter.from} onChange={(from) => setFilter({ from })} />
        <DayInput label="至" shown value={filter.to} onChange={(to) => setFilter({ to })} />
        <span className="quiet" aria-live="polite">
          {isFiltered ? `${count(shown.length)} 条，共 ${count(events.length)} 条` : `共 ${count(events.length)} 条`}
        </span>
      </div>
      {unknown.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={`有 ${count(unknown.length)} 条记录由较新的版本写入，本页面不认识其类型，照原样显示`}
        />
      )}
      {shown.length === 0 ? (
        <Nothing>没有符合条件的记录，请放宽类型、人员或日期。</Nothing>
      ) : (
        <ol className="timeline">
          {(filter.kind === undefined ? folded(shown) : shown.map((event) => ({ event }))).map((entry) =>
            'event' in entry ? (
              <One key={entry.event.id} id={id} event={entry.event} />
            ) : (
              <Folded key={entry.folded[0]!.id} id={id} events={entry.folded} />
            ),
          )}
        </ol>
      )}
    </>
  );
}

function Folded({ id, events }: { id: string; events: readonly Recorded[] }) {
  const [open, setOpen] = useState(false);
  const kinds = tally(events.map(({ type }) => labelOfType(type) ?? type));
  return (
    <>
      <li className="timeline-folded">
        <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '展开'} {events.length} 条一般记录
        </Button>
        <span className="quiet">{kinds.map(([label, times]) => `${label} ${times}`).join('，')}</span>
      </li>
      {open && events.map((event) => <One key={event.id} id={id} event={event} />)}
    </>
  );
}

function One({ id, event }: { id: string; event: Recorded }) {
  const [open, setOpen] = useState(false);
  const { revision, type, at, actor, data } = event;
  const label = labelOfType(type);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="timeline-at">{moment(at)}</span>
          <strong>{label ?? type}</strong>
          {label === undefined && <span className="warn">类型未知，照原样显示</span>}
          <span className="quiet">
            <Person id={actor} />
            ，第 {nth(revision)} 版
          </span>
        </summary>
        {open && (
          <>
            <pre>{JSON.stringify(data, null, 2)}</pre>
            <a
              href={`/api/v1/cases/${encodeURIComponent(id)}/events?cursor=${revision}&limit=1`}
              target="_blank"
              rel="noreferrer"
            >
              这一条的 JSON
            </a>
            　<Link to={`/desk/cases/${encodeURIComponent(id)}/replay?r=${revision}`}>从这一条回放</Link>
          </>
        )}
      </details>
    </li>
  );
}
