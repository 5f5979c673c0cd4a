import { useVirtualizer } from '@tanstack/react-virtual';
import { Tooltip } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { stageLabels } from '@srd/domain/case';
import { count } from '../../shared/format';
import { CARD_HEIGHT, CardView, type CardProps } from './card';
import type { Card, Stage } from './cards';

/** Whether a card may be let go over a column, and if not why. */
export type Drop = { readonly allowed: true } | { readonly allowed: false; readonly why: string } | undefined;

export interface ColumnProps extends Pick<CardProps, 'today' | 'onMenu' | 'onGrab'> {
  readonly stage: Stage;
  readonly cards: readonly Card[];
  /** Over all lanes. */
  readonly total: number;
  readonly folded: boolean;
  readonly movable: boolean;
  readonly updated: ReadonlySet<string>;
  /** While a card is held. */
  readonly drop: Drop;
  readonly onFold: (stage: Stage) => void;
  readonly onDrop: (stage: Stage) => void;
}

export function Column(props: ColumnProps) {
  const { stage, cards, total, folded, drop, onFold, onDrop } = props;
  const [over, setOver] = useState(false);
  const label = stageLabels[stage];
  const why = drop?.allowed === false ? drop.why : undefined;
  const state = drop === undefined ? '' : drop.allowed ? ' may-drop' : ' may-not-drop';
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (drop?.allowed !== true) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDrop(stage);
    },
  };
  if (folded)
    return (
      <Tooltip title={why ?? '没有案件，点击展开'} placement="right">
        <button
          type="button"
          className={`column-folded${state}${over ? ' over' : ''}`}
          aria-label={`${label}，没有案件，展开`}
          onClick={() => onFold(stage)}
          {...dropping}
        >
          <span>{label}</span>
        </button>
      </Tooltip>
    );
  return (
    <section
      className={`column${state}${over ? ' over' : ''}`}
      aria-label={`${label}，${count(total)} 件`}
      {...dropping}
    >
      <header>
        <h3>{label}</h3>
        <span className="count">{count(total)}</span>
      </header>
      {why !== undefined && <p className="why-not">{why}</p>}
      <Cards {...props} cards={cards} />
    </section>
  );
}

function Cards({ cards, today, movable, updated, onMenu, onGrab }: ColumnProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 2,
  });
  return (
    // Scrolled by keyboard too, where what is inside can't be reached otherwise.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="cards" ref={scroll} tabIndex={cards.length > 3 ? 0 : -1}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const card = cards[index];
          return (
            card && (
              <li key={key} style={{ transform: `translateY(${start}px)`, height: CARD_HEIGHT }}>
                <CardView {...{ card, today, movable, onMenu, onGrab }} updated={updated.has(card.id)} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
