import type { Type } from '@nestjs/common';
import { IsSource, type SourceDto } from './shared.dto';

/** A form for a value that stands with its source; `name` is its name in the interface's description. */
export function sourced<T>(
  name: string,
  value: PropertyDecorator,
): Type<{ readonly value: T; readonly source: SourceDto }> {
  class Sourced {
    value: T;
    source: SourceDto;
  }
  value(Sourced.prototype, 'value');
  IsSource()(Sourced.prototype, 'source');
  Object.defineProperty(Sourced, 'name', { value: name });
  return Sourced;
}
