import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { stageCodes, stageLabels } from '@srd/domain/case';
import { allowedCommands, CaseCommandDrawer, caseQuery, type CaseDetail } from '../../shared/case-command';
import { useCommandNames } from '../../shared/command-form';
import { useFocusBack } from '../../shared/focus-back';
import { Loaded } from '../../shared/states';
import type { Card, Stage } from './cards';
import { movesOf, wayTo } from './moves';

/**
 * 「移动到…」: every column with the step that leads there, or why there is none. A card that was dragged comes here with its column, and
 * goes straight to the form where just one step leads there.
 */
export function MoveDialog(props: {
  card: Card;
  to: Stage | undefined;
  roles: readonly string[];
  onClose: () => void;
}) {
  const { card, to, roles, onClose } = props;
  useFocusBack();
  const detail = useQuery(caseQuery(card.id));
  const names = useCommandNames();
  const [chosen, setChosen] = useState<string>();
  const commands = detail.data && to ? commandsTo(detail.data, card.stage, to, roles) : [];
  const command = chosen ?? (commands.length === 1 ? commands[0] : undefined);
  if (command !== undefined)
    return (
      <CaseCommandDrawer
        caseId={card.id}
        command={command}
        title={names(command)}
        onCancel={onClose}
        onDone={onClose}
      />
    );
  return (
    <Modal
      open
      title={`移动“${card.name ?? card.number}”到…`}
      footer={null}
      onCancel={onClose}
      width={640}
      closable={{ 'aria-label': '关闭' }}
    >
      <p className="quiet">现处“{stageLabels[card.stage]}”。选择一步，填写后办理。</p>
      <Loaded query={detail} what="程序">
        {(data) => <Steps {...{ data, card, roles, names }} only={to} onChoose={setChosen} />}
      </Loaded>
    </Modal>
  );
}

function commandsTo(detail: CaseDetail, from: Stage, to: Stage, roles: readonly string[]): readonly string[] {
  const way = wayTo(movesOf(allowedCommands(detail), roles), from, to);
  return 'commands' in way ? way.commands : [];
}

function Steps(props: {
  data: CaseDetail;
  card: Card;
  roles: readonly string[];
  only: Stage | undefined;
  names: (command: string) => string;
  onChoose: (command: string) => void;
}) {
  const { data, card, roles, only, names, onChoose } = props;
  const moves = movesOf(allowedCommands(data), roles);
  const staying = moves.open.filter(({ to }) => to.length === 0);
  return (
    <>
      <ul className="steps">
        {stageCodes
          .filter((stage) => stage !== card.stage && (only === undefined || stage === only))
          .map((stage) => {
            const way = wayTo(moves, card.stage, stage);
            return (
              <li key={stage} className={'why' in way ? 'barred' : ''}>
                <strong>{stageLabels[stage]}</strong>
                {'why' in way ? (
                  <span>{way.why}</span>
                ) : (
                  way.commands.map((command) => (
                    <Button key={command} onClick={() => onChoose(command)}>
                      {names(command)}
                    </Button>
                  ))
                )}
              </li>
            );
          })}
      </ul>
      {staying.length > 0 && only === undefined && (
        <section aria-label="不改变环节的办理">
          <h4>不改变环节</h4>
          <div className="staying">
            {staying.map(({ command }) => (
              <Button key={command} onClick={() => onChoose(command)}>
                {names(command)}
              </Button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
