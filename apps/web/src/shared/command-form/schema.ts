/** The forms of all commands as the interface's description gives them; loaded when the first one is opened. */
export interface Forms {
  readonly commands: Readonly<Record<string, CommandForm>>;
  readonly schemas: Readonly<Record<string, ObjectSchema>>;
}

export interface CommandForm {
  /** `/api/v1/cases/{id}/open-visit` */
  readonly path: string;
  readonly summary: string;
  /** Makes something new, or adds what doesn't depend on the revision seen. */
  readonly creates: boolean;
  /** Name of its schema. */
  readonly form: string;
}

export interface ObjectSchema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export interface Schema {
  readonly title?: string;
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly format?: 'date' | 'date-time';
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: unknown;
}

let loading: Promise<Forms> | undefined;

export function loadForms(): Promise<Forms> {
  loading ??= import('../../api/forms.json').then(({ default: forms }) => forms as unknown as Forms);
  return loading;
}

/** The object schema that a schema refers to; undefined for anything else. */
export function objectOf(forms: Forms, schema: Schema): ObjectSchema | undefined {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return ref === undefined ? undefined : forms.schemas[ref.slice(ref.lastIndexOf('/') + 1)];
}

const HASH = '^[0-9a-f]{64}$';

/** What kind of field a schema asks for. */
export type Kind =
  | 'choice'
  | 'day'
  | 'instant'
  | 'file'
  | 'text'
  | 'longText'
  | 'number'
  | 'flag'
  | 'object'
  | 'either'
  | 'choices'
  | 'files'
  | 'days'
  | 'texts'
  | 'objects'
  | 'figures';

export function kindOf(forms: Forms, schema: Schema): Kind {
  if (schema.oneOf) return 'either';
  if (objectOf(forms, schema)) return 'object';
  if (schema.type === 'array') {
    const { items = {} } = schema;
    if (items.enum ?? schema.enum) return 'choices';
    if (items.pattern === HASH) return 'files';
    if (items.format === 'date') return 'days';
    return objectOf(forms, items) ? 'objects' : 'texts';
  }
  if (schema.enum) return 'choice';
  if (schema.format === 'date') return 'day';
  if (schema.format === 'date-time') return 'instant';
  if (schema.pattern === HASH) return 'file';
  if (schema.type === 'boolean') return 'flag';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'object') return 'figures';
  return (schema.maxLength ?? 0) > 500 ? 'longText' : 'text';
}

/** The forms of an `either`, each with the word that tells it apart and that word's Chinese. */
export function branchesOf(forms: Forms, schema: Schema) {
  return (schema.oneOf ?? []).flatMap((branch) => {
    const object = objectOf(forms, branch);
    const [member, told] = Object.entries(object?.properties ?? {}).find(([, each]) => each.enum?.length === 1) ?? [];
    const word = told?.enum?.[0];
    if (!object || member === undefined || word === undefined) return [];
    return [{ member, word, label: told?.['x-labels']?.[word] ?? word, object }];
  });
}
