import { Button, Tooltip } from 'antd';
import { memo, type DragEvent } from 'react';
import { Link } from 'react-router';
import { deadlineLabels } from '@srd/domain/case';
import { daysFrom, dayOfInstant, longDay, shortDay } from '../../shared/format';
import { Person } from '../../shared/person';
import { useUntilDue } from '../../shared/use-until-due';
import { nextDue, type Card, type Deadline } from './cards';

/** Height of a card with its gap, in pixels: columns of thousands show only what is in sight. */
export const CARD_HEIGHT = 186;

export interface CardProps {
  readonly card: Card;
  readonly today: string;
  /** Who moves cards may move this one. */
  readonly movable: boolean;
  readonly updated: boolean;
  readonly onMenu: (card: Card, at: HTMLElement) => void;
  readonly onGrab: (card: Card | undefined) => void;
}

export const CardView = memo(function CardView({ card, today, movable, updated, onMenu, onGrab }: CardProps) {
  const { id, name, number, team, stageSince, stage } = card;
  const rests = stage === 'closed' || stage === 'voided';
  function grab(event: DragEvent): void {
    event.dataTransfer.setData('text/plain', id);
    event.dataTransfer.effectAllowed = 'move';
    onGrab(card);
  }
  return (
    // Dragging is one way; the button on the card is the one that needs no mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      className={`card${updated ? ' card-updated' : ''}`}
      data-case={id}
      draggable={movable}
      onDragStart={grab}
      onDragEnd={() => onGrab(undefined)}
    >
      <Link className="card-name" to={`/desk/cases/${encodeURIComponent(id)}`} title={name ?? number} draggable={false}>
        {name ?? '（尚未抽取）'}
      </Link>
      <div className="card-number" title={number}>
        {number}
      </div>
      <div className="card-team">
        {team.length === 0 ? '未组成检查组' : team.map((person) => <Name key={person} id={person} />)}
      </div>
      <Due due={nextDue(card)} today={today} />
      <div className="card-foot">
        <span>
          {rests ? shortDay(dayOfInstant(stageSince), today) : `已停留 ${daysFrom(dayOfInstant(stageSince), today)} 天`}
        </span>
        {movable && (
          <Button
            size="small"
            className="card-move"
            aria-haspopup="dialog"
            aria-label={`移动到…：${name ?? number}`}
            onClick={(event) => onMenu(card, event.currentTarget)}
          >
            移动到…
          </Button>
        )}
      </div>
    </article>
  );
});

function Name({ id }: { id: string }) {
  return (
    <span className="name">
      <Person id={id} />
    </span>
  );
}

/** The next day that is due, how far it is, and, to the mouse, the keyboard and a finger, the rule that set it. Never by colour alone. */
function Due({ due, today }: { due: Deadline | undefined; today: string }) {
  const untilDue = useUntilDue();
  if (!due) return <div className="card-due">无待办期限</div>;
  const days = daysFrom(today, due.on);
  const tone = days < 0 ? 'late' : days <= 1 ? 'soon' : '';
  const rule = (
    <>
      {deadlineLabels[due.kind]}：{longDay(due.on)}
      <br />
      依据：{due.basis}
      {due.otherUnitOn !== null && (
        <>
          <br />
          按另一种计算为 {longDay(due.otherUnitOn)}
        </>
      )}
    </>
  );
  return (
    <Tooltip title={rule} trigger={['hover', 'focus']}>
      <button type="button" className={`card-due ${tone}`}>
        <span>{deadlineLabels[due.kind]}</span>
        <span>
          {shortDay(due.on, today)} · {untilDue(due)}
        </span>
      </button>
    </Tooltip>
  );
}
