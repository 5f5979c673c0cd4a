import { checkPerson, isAbout, PersonForgotten, type Person, type Persons } from '@srd/runtime';

/** The register of persons in memory: for tests and for trying things out. */
export function memoryPersons(): Persons {
  const known = new Map<string, Person>();
  const forgotten = new Set<string>();
  return {
    async put(id, person) {
      checkPerson(id, person);
      if (forgotten.has(id)) throw new PersonForgotten(id);
      known.set(id, { ...person });
    },
    async get(ids) {
      const found = new Map<string, Person>();
      for (const id of ids) {
        const person = known.get(id);
        if (person) found.set(id, { ...person });
      }
      return found;
    },
    async search(text, limit) {
      return [...known]
        .filter(([, person]) => isAbout(person, text))
        .map(([id]) => id)
        .sort()
        .slice(0, limit);
    },
    async forget(id) {
      known.delete(id);
      forgotten.add(id);
    },
    async isForgotten(id) {
      return forgotten.has(id);
    },
    async close() {},
  };
}
