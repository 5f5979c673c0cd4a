import { useQueryClient } from '@tanstack/react-query';
import type { CommandAnswer } from '../../api/client';
import { useToday } from '../../app/session';
import { CommandForm, type CommandFormProps } from '../command-form/command-form';
import { useOrgans } from '../organs';
import { useNames } from '../person';
import { Loading } from '../states';
import { caseQuery, type CaseDetail } from './detail';
import { differencesIn } from './differences';
import { fileEvidence } from './filing';
import { knowledgeOf } from './knowledge';

/** A command's form for a case in the page itself, with all that the case knows filled in. */
export function CaseCommandForm(
  props: Pick<
    CommandFormProps,
    'command' | 'values' | 'options' | 'hidden' | 'asked' | 'hints' | 'preview' | 'submit' | 'onCancel'
  > & {
    detail: CaseDetail;
    onDone: (answer: CommandAnswer) => void;
  },
) {
  const { detail, command, values, options, hidden = [], onDone, ...rest } = props;
  const queries = useQueryClient();
  const today = useToday();
  const organs = useOrgans();
  const names = useNames(detail.team.map(({ inspector }) => inspector));
  if (!names) return <Loading what="表单" />;
  const known = knowledgeOf(command, detail, names, organs, today);
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: ['case', detail.id], exact: true });
  return (
    <CommandForm
      {...rest}
      command={command}
      id={detail.id}
      revision={detail.revision}
      options={{ ...known.options, ...options }}
      hidden={[...(known.hidden ?? []), ...hidden]}
      values={{ ...known.values, ...values }}
      prepare={async (body, seen) =>
        fileEvidence(queries.getQueryData(caseQuery(detail.id).queryKey) ?? detail, body, seen)
      }
      differences={differencesIn(detail)}
      reload={() => void read()}
      onDone={async (answer) => {
        await read();
        onDone(answer);
      }}
    />
  );
}
