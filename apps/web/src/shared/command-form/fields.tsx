import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, DatePicker, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useToday } from '../../app/session';
import { FileHash, FileHashes } from './file-hash';
import { branchesOf, kindOf, objectOf, type Forms, type ObjectSchema, type Schema } from './schema';

type Name = readonly (string | number)[];

/** Something to choose in place of typing an id. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a page knows about a form's members: by the member's name, or by its place such as `findings.item`. */
export interface Knowledge {
  /** Choices in place of ids. An empty list says that there is nothing to choose. */
  readonly options?: Readonly<Record<string, readonly Option[]>>;
  /** Members that the page fills in itself. */
  readonly hidden?: readonly string[];
  /** Members that this moment asks for, though the description leaves them open. */
  readonly asked?: readonly string[];
  /** A line under a field, beside what the description says. */
  readonly hints?: Readonly<Record<string, ReactNode>>;
}

interface Place {
  readonly forms: Forms;
  readonly knowledge: Knowledge;
  /** Where the nearest list's row stands in the form; names of fields go on from there. */
  readonly base: Name;
  /** Names of the members on the way to here, without places in lists. */
  readonly path: readonly string[];
}

/** The fields of an object: those that must be filled in first. */
export function Fields({ schema, name, place }: { schema: ObjectSchema; name: Name; place: Place }) {
  const members = Object.entries(schema.properties).filter(([member]) => !isHidden(place, member));
  const asked = (place.knowledge.asked ?? []).filter(
    (member) => place.path.length === 0 && member in schema.properties,
  );
  const required = new Set([...(schema.required ?? []), ...asked]);
  const ordered = [...members.filter(([m]) => required.has(m)), ...members.filter(([m]) => !required.has(m))];
  return ordered.map(([member, each]) => (
    <Field
      key={member}
      schema={each}
      name={[...name, member]}
      required={required.has(member)}
      place={{ ...place, path: [...place.path, member] }}
    />
  ));
}

function isHidden({ knowledge: { hidden = [] }, path }: Place, member: string): boolean {
  return hidden.includes([...path, member].join('.'));
}

function known<T>(from: Readonly<Record<string, T>> | undefined, path: readonly string[]): T | undefined {
  return from?.[path.join('.')] ?? from?.[path.at(-1) ?? ''];
}

function Field({ schema, name, required, place }: { schema: Schema; name: Name; required: boolean; place: Place }) {
  const { forms, knowledge, path } = place;
  const label = schema.title ?? path.at(-1);
  const kind = kindOf(forms, schema);
  const hint = known(knowledge.hints, path);
  const options = known(knowledge.options, path);
  const common = { label, name: [...name], extra: hint, rules: [{ required, message: `请填写${label}` }] };
  if (kind === 'object') return <ObjectField {...{ schema, name, required, place }} label={label} />;
  if (kind === 'objects') return <ObjectsField {...{ schema, name, place }} label={label} />;
  if (kind === 'either') return <EitherField {...{ schema, name, required, place }} label={label} />;
  if (kind === 'figures') return <FiguresField name={name} label={label} />;
  if (kind === 'day' || kind === 'instant') return <TimeField {...common} instant={kind === 'instant'} />;
  // A switch always says one of the two; where the moment asks for one, it asks for yes.
  if (kind === 'flag')
    return (
      <Form.Item
        {...common}
        required
        valuePropName="checked"
        rules={knowledge.asked?.includes(path.join('.')) ? [{ validator: demandYes(label) }] : []}
        initialValue={schema.default ?? false}
      >
        <Switch checkedChildren="是" unCheckedChildren="否" />
      </Form.Item>
    );
  return <Form.Item {...common}>{inputFor(schema, kind, options)}</Form.Item>;
}

const demandYes =
  (label: string | undefined) =>
  (_: unknown, value: unknown): Promise<void> =>
    value === true ? Promise.resolve() : Promise.reject(new Error(`须选“是”：${label}`));

function inputFor(schema: Schema, kind: ReturnType<typeof kindOf>, options: readonly Option[] | undefined): ReactNode {
  const words = schema.enum ?? schema.items?.enum ?? [];
  const labels = schema['x-labels'] ?? schema.items?.['x-labels'] ?? {};
  const choices = words.map((word) => ({ value: word, label: labels[word] ?? word }));
  const search = { showSearch: { optionFilterProp: 'label' }, allowClear: true };
  switch (kind) {
    case 'choice':
      return choices.length <= 4 ? <Radio.Group options={choices} /> : <Select options={choices} {...search} />;
    case 'choices':
      return <Select mode="multiple" options={choices} {...search} />;
    case 'days':
      return <Select mode="tags" placeholder="如 2024-10-01，回车确认" tokenSeparators={[',', '，', ' ', '、']} />;
    case 'texts':
      return options ? (
        <Select mode="multiple" options={[...options]} notFoundContent="没有可选的" {...search} />
      ) : (
        <Select mode="tags" placeholder="逐项输入，回车确认" open={false} suffixIcon={null} />
      );
    case 'file':
      return <FileHash />;
    case 'files':
      return <FileHashes />;
    case 'number':
      return <InputNumber min={schema.minimum} max={schema.maximum} precision={0} />;
    case 'longText':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={schema.maxLength} showCount />;
    default:
      return options ? (
        <Select options={[...options]} notFoundContent="没有可选的" {...search} />
      ) : (
        <Input maxLength={schema.maxLength ?? 128} />
      );
  }
}

/** A day or an instant: the form holds the text that is sent, in China's time on the page. */
function TimeField({ instant, ...item }: { instant: boolean; label: ReactNode; name: (string | number)[] }) {
  const today = useToday();
  const shown = (value?: string) => ({ value: value === undefined ? undefined : dayjs(value) });
  const sent = (value: Dayjs | null) => {
    if (value === null) return undefined;
    return instant ? new Date(value.valueOf()).toISOString() : value.format('YYYY-MM-DD');
  };
  return (
    <Form.Item {...item} getValueProps={shown} normalize={sent}>
      {/* A day is typed or picked; the year stands in front as in every list. Enter takes the day and doesn't send the form. */}
      <DatePicker
        showTime={instant}
        format={instant ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
        // The procedure's clock, which in the demonstration isn't the machine's.
        defaultPickerValue={dayjs(today)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </Form.Item>
  );
}

function ObjectField(props: { schema: Schema; name: Name; required: boolean; place: Place; label: ReactNode }) {
  const { schema, name, required, place, label } = props;
  const form = Form.useFormInstance();
  const full = [...place.base, ...name];
  const value: unknown = Form.useWatch(full, { form, preserve: true });
  const object = objectOf(place.forms, schema)!;
  const open = required || (value !== undefined && value !== null);
  return (
    <fieldset className="form-part">
      <legend>
        {label}
        {!required && (
          <Switch
            size="small"
            checked={open}
            aria-label={`填写${typeof label === 'string' ? label : ''}`}
            onChange={(on) => form.setFieldValue(full, on ? {} : undefined)}
          />
        )}
      </legend>
      {open && <Fields schema={object} name={name} place={place} />}
    </fieldset>
  );
}

function ObjectsField({ schema, name, place, label }: { schema: Schema; name: Name; place: Place; label: ReactNode }) {
  const object = objectOf(place.forms, schema.items!)!;
  const first = (schema.minItems ?? 0) > 0 ? [{}] : undefined;
  return (
    <Form.List name={[...name]} {...(first ? { initialValue: first } : {})}>
      {(rows, { add, remove }) => (
        <fieldset className="form-part">
          <legend>{label}</legend>
          {rows.map((row, at) => (
            <Card
              key={row.key}
              size="small"
              title={`第 ${at + 1} 项`}
              extra={
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`删除第 ${at + 1} 项`}
                  onClick={() => remove(row.name)}
                />
              }
            >
              <Fields schema={object} name={[row.name]} place={{ ...place, base: [...place.base, ...name] }} />
            </Card>
          ))}
          <Button type="dashed" block icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            添加{typeof label === 'string' ? label : ''}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function EitherField(props: { schema: Schema; name: Name; required: boolean; place: Place; label: ReactNode }) {
  const { schema, name, required, place, label } = props;
  const branches = branchesOf(place.forms, schema);
  const form = Form.useFormInstance();
  const [{ member } = { member: 'kind' }] = branches;
  const word: unknown = Form.useWatch([...place.base, ...name, member], { form, preserve: true });
  const chosen = branches.find((branch) => branch.word === word);
  const hidden = [...(place.knowledge.hidden ?? []), [...place.path, member].join('.')];
  return (
    <fieldset className="form-part">
      <legend>{label}</legend>
      <Form.Item name={[...name, member]} rules={[{ required, message: '请选择' }]}>
        <Radio.Group
          aria-label={typeof label === 'string' ? label : ''}
          options={branches.map((branch) => ({ value: branch.word, label: branch.label }))}
        />
      </Form.Item>
      {chosen && (
        <Fields schema={chosen.object} name={name} place={{ ...place, knowledge: { ...place.knowledge, hidden } }} />
      )}
    </fieldset>
  );
}

function FiguresField({ name, label }: { name: Name; label: ReactNode }) {
  return (
    <Form.List name={[...name]} initialValue={[{}]}>
      {(rows, { add, remove }) => (
        <fieldset className="form-part">
          <legend>{label}</legend>
          {rows.map((row) => (
            <div key={row.key} className="figure-row">
              <Form.Item name={[row.name, 'name']} label="名称">
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[row.name, 'figure']} label="数值或说明">
                <Input maxLength={2000} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label="删除"
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button type="dashed" block icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            添加
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
