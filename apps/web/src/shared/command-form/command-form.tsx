import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Space } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { give, newKey, type CommandAnswer } from '../../api/client';
import { problemOf, type Problem } from '../../api/problem';
import { Loaded, ProblemAlert } from '../states';
import { ConflictAlert } from './conflict';
import { beginningOf, contentOf, placeOf } from './content';
import { faultsShown, type FaultShown } from './faults';
import { Fields, type Knowledge } from './fields';
import { loadForms, type Forms } from './schema';

export interface CommandFormProps extends Knowledge {
  /** Name of the command as the interface's description gives it: `ApproveFindings`. */
  readonly command: string;
  /** Id of what it is given to. */
  readonly id: string;
  /** The revision that is on the page; asked for by commands that don't create. */
  readonly revision?: number;
  /** What the page knows already. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** What stands above the fields: what this is about. */
  readonly intro?: ReactNode;
  /** What has to be on record before the command is given; says the revision that stands then. @throws Problem */
  readonly prepare?: (body: unknown, seen: number) => Promise<number>;
  /** Shows under the fields what will come of what stands in them: the paper that is served. */
  readonly preview?: (values: Readonly<Record<string, unknown>>) => ReactNode;
  /** Tells in a conflict what others changed between the revision that was on the page and the one that stands. */
  readonly differences?: (from: number, to: number) => ReactNode;
  /** Loads what is on the page anew: asked when somebody else has acted. */
  readonly reload?: () => void;
  /** Done; the form stays until the page shows what came of it, so that the next step begins where this one ended. */
  readonly onDone: (answer: CommandAnswer) => void | Promise<void>;
  readonly onCancel?: () => void;
  /** The button; the command's own summary by default. */
  readonly submit?: string;
}

/**
 * A command's form, made of its description. What was entered stays until the command is carried out: a refusal, a conflict or a cut line
 * takes nothing away.
 */
export function CommandForm(props: CommandFormProps) {
  const forms = useQuery({ queryKey: ['forms'], queryFn: loadForms, staleTime: Infinity });
  return (
    <Loaded query={forms} what="表单">
      {(loaded) => <OpenForm {...props} forms={loaded} />}
    </Loaded>
  );
}

function OpenForm({ forms, ...props }: CommandFormProps & { forms: Forms }) {
  const {
    command,
    id,
    revision,
    values = {},
    intro,
    prepare,
    preview,
    differences,
    reload,
    onDone,
    onCancel,
    submit,
    ...knowledge
  } = props;
  const described = forms.commands[command];
  const schema = described && forms.schemas[described.form];
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState(revision);
  const [faults, setFaults] = useState<readonly FaultShown[]>([]);
  const sent = useRef({ content: '', key: '' });
  if (!described || !schema) throw new Error(`no form for ${command}`);

  async function send(): Promise<void> {
    const hiddenValues = Object.fromEntries(
      Object.entries(values).filter(([name]) => knowledge.hidden?.includes(name)),
    );
    const body = contentOf(forms, schema!, { ...(form.getFieldsValue(true) as object), ...hiddenValues });
    setBusy(true);
    try {
      const standing = seen === undefined || prepare === undefined ? seen : await prepare(body, seen);
      setSeen(standing);
      const content = JSON.stringify([body, standing]);
      // The same content sent again, after a cut line or twice in a hurry, is the same command.
      if (sent.current.content !== content) sent.current = { content, key: newKey() };
      const path = described!.path.replace('{id}', encodeURIComponent(id));
      const version = described!.creates || standing === undefined ? {} : { revision: standing };
      const answer = await give({ path, body, key: sent.current.key, ...version });
      setProblem(undefined);
      await onDone(answer);
    } catch (error) {
      const said = problemOf(error);
      setProblem(said);
      setFaults(faultsShown(forms, schema!, body, said.errors));
      form.setFields(said.errors.map(({ pointer, message }) => ({ name: placeOf(pointer), errors: [message] })));
      const [first] = said.errors;
      if (first) goTo(first.pointer);
    } finally {
      setBusy(false);
    }
  }

  function goTo(pointer: string): void {
    form.scrollToField(placeOf(pointer), { block: 'center', focus: true });
  }

  /** What others did stands in the conflict: on from there, while the page behind is read anew. */
  function takeUp(): void {
    setSeen(problem?.conflict?.actual);
    setProblem(undefined);
    reload?.();
  }

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ ...beginningOf(schema), ...values }}
      onFinish={() => void send()}
      scrollToFirstError={{ block: 'center', focus: true }}
      requiredMark={(label, { required }) => (
        <>
          {label}
          {!required && <span className="optional">（选填）</span>}
        </>
      )}
    >
      {intro}
      <Fields schema={schema} name={[]} place={{ forms, knowledge, base: [], path: [] }} />
      {preview && <Preview of={preview} />}
      {problem && <FormProblem {...{ problem, faults, differences }} onGo={goTo} onTakeUp={takeUp} />}
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {submit ?? described.summary.split(/[：，；]/)[0]}
        </Button>
        {onCancel && <Button onClick={onCancel}>取消</Button>}
      </Space>
    </Form>
  );
}

function Preview({ of }: { of: NonNullable<CommandFormProps['preview']> }) {
  const values: unknown = Form.useWatch([], { preserve: true });
  return of((values ?? {}) as Readonly<Record<string, unknown>>);
}

interface Said {
  problem: Problem;
  faults: readonly FaultShown[];
  differences: CommandFormProps['differences'];
  onGo: (pointer: string) => void;
  onTakeUp: () => void;
}

/** What stood against the command. Unless a field is to blame, which then has the focus, it comes into view and takes it. */
function FormProblem(props: Said) {
  const { problem } = props;
  const place = useRef<HTMLDivElement>(null);
  const fields = problem.errors.length > 0;
  useEffect(() => {
    if (fields) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem, fields]);
  return (
    <div ref={place} tabIndex={-1} className="form-problem">
      <Told {...props} />
    </div>
  );
}

function Told({ problem, faults, differences, onGo, onTakeUp }: Said) {
  const { conflict } = problem;
  if (conflict)
    return (
      <ConflictAlert conflict={conflict} onTakeUp={onTakeUp}>
        {differences?.(conflict.expected, conflict.actual)}
      </ConflictAlert>
    );
  if (problem.errors.length === 0) return <ProblemAlert problem={problem} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={`有 ${faults.length} 处填写有误，已在各栏标出：${faults.map(({ field }) => field).join('、')}`}
      description={
        <ul className="faults">
          {faults.map(({ pointer, field, given, expected }) => (
            <li key={pointer}>
              <Button type="link" onClick={() => onGo(pointer)}>
                {field}
              </Button>
              {given}；{expected}
            </li>
          ))}
        </ul>
      }
    />
  );
}
