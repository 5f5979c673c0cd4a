import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../app/session';
import { allowedCommands, CaseCommandDrawer, type CaseDetail } from '../../shared/case-command';
import { useCommandNames } from '../../shared/command-form';
import { lackingIn, stepsOf, type Step } from './steps';

/** What can be done now, by whom the rest is done, and when what isn't due yet has its turn. */
export function Commands({ detail }: { detail: CaseDetail }) {
  const me = useMe();
  const name = useCommandNames();
  const [chosen, setChosen] = useState<string>();
  const { open, others, later } = stepsOf(
    detail.procedure,
    allowedCommands(detail),
    me.roles.map(({ role }) => role as never),
    lackingIn(detail.procedure, detail),
  );
  return (
    <>
      {open.length === 0 && <p className="quiet">此刻没有由您的岗位办理的事项。</p>}
      {grouped(open).map(([group, steps]) => (
        <div key={group} className="command-group">
          <h3>{group}</h3>
          <div className="command-buttons">
            {steps.map(({ command }) => (
              <Button key={command} onClick={() => setChosen(command)}>
                {name(command)}
              </Button>
            ))}
          </div>
        </div>
      ))}
      <Barred title={`此刻由他人办理（${others.length}）`} steps={others} name={name} />
      <Barred title={`未到办理的时候（${later.length}）`} steps={later} name={name} />
      {chosen !== undefined && (
        <CaseCommandDrawer
          caseId={detail.id}
          command={chosen}
          title={name(chosen)}
          onDone={() => setChosen(undefined)}
          onCancel={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

function Barred({ title, steps, name }: { title: string; steps: readonly Step[]; name: (command: string) => string }) {
  if (steps.length === 0) return null;
  return (
    <details className="barred-steps">
      <summary>{title}</summary>
      <ul>
        {steps.map(({ command, why }) => (
          <li key={command}>
            <strong>{name(command)}</strong>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function grouped(steps: readonly Step[]): readonly (readonly [string, readonly Step[]])[] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) groups.set(step.group, [...(groups.get(step.group) ?? []), step]);
  return [...groups];
}
