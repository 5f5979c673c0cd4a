import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { CommandAnswer } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useToday } from '../../app/session';
import { CommandDrawer } from '../command-form/command-drawer';
import { useFocusBack } from '../focus-back';
import { useOrgans } from '../organs';
import { useNames } from '../person';
import { Failed, Loading } from '../states';
import { caseQuery } from './detail';
import { differencesIn } from './differences';
import { fileEvidence } from './filing';
import { CaseIntro } from './intro';
import { knowledgeOf } from './knowledge';

/** A command's form for a case, with all that the case knows filled in. */
export function CaseCommandDrawer(props: {
  caseId: string;
  command: string;
  title: string;
  /** What this page knows beyond the case. */
  values?: Readonly<Record<string, unknown>>;
  onDone: (answer: CommandAnswer) => void;
  onCancel: () => void;
}) {
  const { caseId, command, title, values, onDone, onCancel } = props;
  useFocusBack();
  const queries = useQueryClient();
  const today = useToday();
  const organs = useOrgans();
  const detail = useQuery(caseQuery(caseId));
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: ['case', caseId], exact: true });
  const { data } = detail;
  const names = useNames([
    ...(data?.team.map(({ inspector }) => inspector) ?? []),
    ...(data?.recusals.map(({ inspector }) => inspector) ?? []),
  ]);
  if (!data || !names)
    return (
      <Drawer title={title} open size="large" onClose={onCancel} closable={{ 'aria-label': '关闭' }}>
        {detail.isError ? (
          <Failed problem={problemOf(detail.error)} again={() => void detail.refetch()} />
        ) : (
          <Loading />
        )}
      </Drawer>
    );
  const known = knowledgeOf(command, data, names, organs, today);
  return (
    <CommandDrawer
      open
      title={title}
      command={command}
      id={caseId}
      revision={data.revision}
      {...known}
      values={{ ...known.values, ...values }}
      intro={<CaseIntro command={command} detail={data} />}
      prepare={(body, seen) => fileEvidence(data, body, seen)}
      differences={differencesIn(data)}
      reload={() => void read()}
      onDone={async (answer) => {
        await read();
        onDone(answer);
      }}
      onCancel={onCancel}
    />
  );
}
