/**
 * The register of natural persons. Events hold person ids only; who that is stands here, and can be forgotten without touching
 * an event (PIPL article 47: the log stays whole and provable, the person is gone).
 */
export interface Person {
  readonly name: string;
  /** Number of the 行政执法证 or of the practising certificate. */
  readonly certificate?: string;
  readonly phone?: string;
}

/** The person was forgotten: the id stays taken, and nobody is put under it again. */
export class PersonForgotten extends Error {
  constructor(readonly id: string) {
    super(`person ${id} was forgotten`);
    this.name = 'PersonForgotten';
  }
}

export interface Persons {
  /** Enters or replaces a person. @throws PersonForgotten; RangeError for an empty name or id */
  put(id: string, person: Person): Promise<void>;
  /** Those who are known and not forgotten; the others are missing from the map. */
  get(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** Ids, in order, of persons whose name, certificate or phone holds the text. Reads the whole register: for a search box, not a loop. */
  search(text: string, limit: number): Promise<readonly string[]>;
  /** Destroys what makes the person readable, in this register and in every copy of its data. Once more is no error. */
  forget(id: string): Promise<void>;
  /** Whether the person was forgotten. */
  isForgotten(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/** @throws RangeError for an empty id or name */
export function checkPerson(id: string, person: Person): void {
  if (id === '') throw new RangeError('a person has an id');
  if (person.name.trim() === '') throw new RangeError('a person has a name');
}

/** Whether one of the person's texts holds the text; an empty text is in everybody. */
export function isAbout(person: Person, text: string): boolean {
  return [person.name, person.certificate, person.phone].some((value) => value?.includes(text) ?? false);
}
