import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { Link } from 'react-router';
import { nth } from '@srd/kernel';
import { fieldName } from '../../shared/case-fields/names';
import { Value } from '../../shared/case-fields/value';
import { useFocusBack } from '../../shared/focus-back';
import { longDay, moment } from '../../shared/format';
import { Person } from '../../shared/person';
import { Loaded, Nothing } from '../../shared/states';
import { historyQuery } from './data';
import { eventName } from './event-list';
import { MarkTag } from './fields-part';

/** Who set a field, when, from what and why: every event that touched it, oldest first. */
export function FieldHistoryDrawer(props: { id: string; field: string; last: number; onClose: () => void }) {
  const { id, field, last, onClose } = props;
  useFocusBack();
  return (
    <Drawer open title={`来历：${fieldName(field)}`} size="large" onClose={onClose} closable={{ 'aria-label': '关闭' }}>
      <History id={id} field={field} last={last} />
    </Drawer>
  );
}

function History({ id, field, last }: { id: string; field: string; last: number }) {
  const history = useQuery(historyQuery(id, field, last));
  return (
    <Loaded query={history} what="来历">
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>没有记录设定过这一项</Nothing>
        ) : (
          <ol className="field-history">
            {items.map(({ path, change, before, after, by }) => (
              <li key={`${by.revision} ${path}`}>
                <div>
                  <MarkTag mark={change} />
                  {path !== field && <span className="quiet">{fieldName(path)}　</span>}
                  {change !== '+' && (
                    <del>
                      <Value path={path} value={before} />
                    </del>
                  )}
                  {change === '~' && ' → '}
                  {change !== '-' && (
                    <ins>
                      <Value path={path} value={after} />
                    </ins>
                  )}
                </div>
                <div className="quiet">
                  <Link to={`?r=${by.revision}`}>
                    第 {nth(by.revision)} 条 {eventName(by.type)}
                  </Link>
                  ，<Person id={by.actor} /> {moment(by.at)}
                  {by.occurredOn !== null && `，发生于 ${longDay(by.occurredOn)}`}
                  {by.why !== null && `，理由：${by.why}`}
                </div>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
