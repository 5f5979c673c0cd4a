import type { DomainEvent, RecordedEvent, View } from '@srd/kernel';

type RowFunctions<Row, E extends DomainEvent<string, unknown>> = {
  readonly [T in E['type']]?: (
    row: Row | undefined,
    event: RecordedEvent<T, Extract<E, { readonly type: T }>['data']>,
  ) => Row | null | undefined;
};

/** A view's row functions, each typed by the event it reads. */
export function rows<Row extends object, E extends DomainEvent<string, unknown>>(
  functions: RowFunctions<Row, E>,
): View<Row>['on'] {
  return functions as unknown as View<Row>['on'];
}
