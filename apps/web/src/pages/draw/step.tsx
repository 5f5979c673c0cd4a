import { Alert, Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { CommandDrawer } from '../../shared/command-form';
import { useMe, holds } from '../../app/session';
import { useHolding } from './holding';
import type { AttemptProps } from './stage';

/** A step of the draw as a button that opens its form. Whoever may not take it sees who may. */
export interface StepProps extends Pick<AttemptProps, 'series' | 'revision' | 'reload'> {
  readonly command: string;
  readonly label: string;
  readonly roles: readonly string[];
  /** Why it isn't its turn; undefined when it is. */
  readonly notYet?: string | undefined;
  readonly intro?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly hidden?: readonly string[];
  readonly type?: ButtonProps['type'];
  readonly danger?: boolean;
}

const WHO: Readonly<Record<string, string>> = { 'section-officer': '科室经办', 'section-head': '科室负责人' };

export function Step(props: StepProps) {
  const { command, label, roles, notYet, intro, values, hidden, type = 'default', danger = false } = props;
  const { series, revision, reload } = props;
  const [open, setOpen] = useState(false);
  const { hold, moved } = useHolding();
  const show = (opened: boolean): void => {
    hold(opened);
    setOpen(opened);
  };
  const queries = useQueryClient();
  const mine = holds(useMe(), roles);
  const why = mine ? notYet : `由${roles.map((role) => WHO[role] ?? role).join('或')}办理`;
  return (
    <span className="step">
      <Button
        type={type}
        danger={danger}
        size="large"
        disabled={why !== undefined}
        aria-describedby={why === undefined ? undefined : `why-${command}`}
        onClick={() => show(true)}
      >
        {label}
      </Button>
      {why !== undefined && (
        <span id={`why-${command}`} className="quiet">
          {why}
        </span>
      )}
      <CommandDrawer
        title={label}
        open={open}
        command={command}
        id={series}
        revision={revision}
        reload={reload}
        intro={
          <>
            {intro !== undefined && <p>{intro}</p>}
            {moved !== undefined && (
              <Alert
                type="warning"
                showIcon
                role="alert"
                title={`他人已处理，现为${moved}`}
                description="填写的内容仍在；关闭本表单后，页面显示最新情况。"
              />
            )}
          </>
        }
        {...(values === undefined ? {} : { values })}
        {...(hidden === undefined ? {} : { hidden })}
        submit={label}
        onCancel={() => show(false)}
        onDone={async () => {
          // What comes now is this step's own doing, nobody else's.
          hold(false);
          void queries.invalidateQueries({ queryKey: ['tasks-to-draw'] });
          await queries.invalidateQueries({ queryKey: ['series', series] });
          setOpen(false);
        }}
      />
    </span>
  );
}
