import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

const next = { type: 'string', nullable: true, description: '下一页的 cursor，末页为 null' } as const;
const total = { type: 'number', description: '全部行数' } as const;

function lists(row: Type<object>, counted: object): MethodDecorator {
  const items = { type: 'array', items: { $ref: getSchemaPath(row) } } as const;
  const properties = { items, next, ...counted };
  return applyDecorators(
    ApiExtraModels(row),
    ApiOkResponse({ schema: { type: 'object', required: Object.keys(properties), properties } }),
  );
}

/** Describes a list's answer: a page of rows of one form, and the cursor of the next. */
export function ListsRows(row: Type<object>): MethodDecorator {
  return lists(row, {});
}

/** The same of a list that is worked out as a whole, and tells how many rows it has. */
export function ListsCounted(row: Type<object>): MethodDecorator {
  return lists(row, { total });
}
