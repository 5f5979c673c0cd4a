import { Alert, Button } from 'antd';
import { caseEventLabels } from '@srd/domain/case';
import { drawEventLabels } from '@srd/domain/selection';
import { nth } from '@srd/kernel';
import type { ReactNode } from 'react';
import type { Problem } from '../../api/problem';
import { moment } from '../format';
import { Person } from '../person';

const words: Readonly<Record<string, string>> = { ...drawEventLabels, ...caseEventLabels };

/** Somebody else has acted in between: what they did and, where it can be told, what it changed; what was entered here stays. */
export function ConflictAlert(props: {
  conflict: NonNullable<Problem['conflict']>;
  onTakeUp: () => void;
  children?: ReactNode;
}) {
  const { conflict, onTakeUp, children } = props;
  const { expected, actual, since } = conflict;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={`他人已处理（第 ${nth(expected)} 版→第 ${nth(actual)} 版）`}
      description={
        <>
          <p>您填写期间有下列变动。填写的内容仍在，核对后可按最新情况提交。</p>
          <ul>
            {since.map(({ revision, type, at, actor }) => (
              <li key={revision}>
                第 {nth(revision)} 版：{words[type] ?? type}（
                <Person id={actor} />，{moment(at)}）
              </li>
            ))}
          </ul>
          {children}
        </>
      }
      action={<Button onClick={onTakeUp}>按最新情况继续</Button>}
    />
  );
}
