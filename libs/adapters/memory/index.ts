export { memoryEventLog } from './event-log';
export { memoryViews } from './views';
export { memoryPersons } from './persons';
