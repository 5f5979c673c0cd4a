import { useEffect, useRef } from 'react';
import { caseEventLabels } from '@srd/domain/case';
import { nth } from '@srd/kernel';
import { moment } from '../../shared/format';
import { Person } from '../../shared/person';
import type { Step } from './data';

/** A type in Chinese, or as it is recorded where this version doesn't know it. */
export function eventName(type: string): string {
  return Object.hasOwn(caseEventLabels, type) ? (caseEventLabels as Readonly<Record<string, string>>)[type]! : type;
}

/** The events in their order, each a way to its moment. */
export function EventList(props: {
  path: readonly Step[];
  current: number | undefined;
  onChosen: ((revision: number) => void) | undefined;
}) {
  const { path, current, onChosen } = props;
  const here = useRef<HTMLLIElement>(null);
  // Within the list alone: the page stays where it is.
  useEffect(() => {
    const item = here.current;
    const list = item?.parentElement;
    if (!item || !list) return;
    const top = item.offsetTop - list.offsetTop;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + item.offsetHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = top + item.offsetHeight - list.clientHeight;
  }, [current]);
  return (
    <ol className="event-list">
      {path.map(({ revision, type, at, actor }) => {
        const said = (
          <>
            <span className="event-number">{nth(revision)}</span>
            <span>
              <strong>{eventName(type)}</strong>
              <br />
              <span className="quiet">
                {moment(at)} <Person id={actor} />
              </span>
            </span>
          </>
        );
        return (
          <li key={revision} ref={revision === current ? here : undefined}>
            {onChosen ? (
              <button
                type="button"
                aria-current={revision === current ? 'step' : undefined}
                onClick={() => onChosen(revision)}
              >
                {said}
              </button>
            ) : (
              <div>{said}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
