import { shown } from '@srd/kernel';
import type { Fault } from '../../api/problem';
import { placeOf } from './content';
import { branchesOf, objectOf, type Forms, type ObjectSchema, type Schema } from './schema';

/** A fault as people read it: which field, what stands in it, what is expected. */
export interface FaultShown {
  readonly pointer: string;
  /** 检查结果 › 第 1 项 › 内容 */
  readonly field: string;
  readonly given: string;
  readonly expected: string;
}

/** The faults of what was sent, in the form's own words. */
export function faultsShown(
  forms: Forms,
  form: ObjectSchema,
  sent: unknown,
  faults: readonly Fault[],
): readonly FaultShown[] {
  return faults.map(({ pointer, name, message }) => {
    const { names, schema, value } = along(forms, form, sent, placeOf(pointer));
    const field = names.length > 0 ? names.join(' › ') : (name ?? pointer);
    return { pointer, field, given: givenOf(value, schema), expected: message };
  });
}

function along(forms: Forms, form: ObjectSchema, sent: unknown, place: readonly (string | number)[]) {
  const names: string[] = [];
  let members: Readonly<Record<string, Schema>> = form.properties;
  let schema: Schema | undefined;
  let value = sent;
  for (const part of place) {
    if (typeof part === 'number') {
      names.push(`第 ${part + 1} 项`);
      schema = schema?.items;
    } else {
      schema = members[part];
      names.push(schema?.title ?? part);
    }
    members = schema ? membersOf(forms, schema) : {};
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[part];
  }
  return { names, schema, value };
}

function membersOf(forms: Forms, schema: Schema): Readonly<Record<string, Schema>> {
  const objects = schema.oneOf ? branchesOf(forms, schema).map(({ object }) => object) : [objectOf(forms, schema)];
  return Object.assign({}, ...objects.map((object) => object?.properties)) as Readonly<Record<string, Schema>>;
}

function givenOf(value: unknown, schema: Schema | undefined): string {
  if (value === undefined || value === null || value === '') return '未填写';
  const text = typeof value === 'string' ? (schema?.['x-labels']?.[value] ?? value) : JSON.stringify(value);
  return `所填为“${shown(text)}”`;
}
